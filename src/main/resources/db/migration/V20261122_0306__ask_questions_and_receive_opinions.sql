CREATE TABLE consultation (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT      NOT NULL,
    slug            VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    position        SMALLINT    NOT NULL,
    state           VARCHAR(10) NOT NULL DEFAULT 'PUBLISHED',
    action_sheet_id BIGINT      NULL,
    event_id        BIGINT      NULL,
    phase           VARCHAR(20) NULL,
    level           VARCHAR(12) NOT NULL,
    title_text      BIGINT      NOT NULL,
    summary_text    BIGINT      NOT NULL,
    opens_on        DATE        NOT NULL,
    closes_on       DATE        NOT NULL,
    reads_text      BIGINT      NOT NULL,
    can_change_text BIGINT      NOT NULL,
    decided_text    BIGINT      NOT NULL,
    answer_by       DATE        NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_consultation_slug UNIQUE (contract_id, slug),
    CONSTRAINT ck_consultation_closes_after CHECK (closes_on >= opens_on),
    CONSTRAINT fk_consultation_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_consultation_action_sheet FOREIGN KEY (action_sheet_id) REFERENCES action_sheet (id) ON DELETE RESTRICT,
    CONSTRAINT fk_consultation_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE RESTRICT,
    CONSTRAINT fk_consultation_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE question (
    id                    BIGINT      NOT NULL AUTO_INCREMENT,
    consultation_id       BIGINT      NOT NULL,
    slug                  VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    position              SMALLINT    NOT NULL,
    kind                  VARCHAR(10) NOT NULL,
    title_text            BIGINT      NOT NULL,
    help_text             BIGINT      NULL,
    max_length            INT         NULL,
    max_choices           INT         NULL,
    low_text              BIGINT      NULL,
    high_text             BIGINT      NULL,
    condition_question_id BIGINT      NULL,
    condition_options     VARCHAR(600) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_question_slug UNIQUE (consultation_id, slug),
    CONSTRAINT ck_question_kind CHECK (kind IN ('TEXT', 'CHOICE', 'CHOICES', 'SCALE')),
    CONSTRAINT fk_question_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id) ON DELETE CASCADE,
    CONSTRAINT fk_question_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_question_condition FOREIGN KEY (condition_question_id) REFERENCES question (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE question_option (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    question_id BIGINT      NOT NULL,
    slug        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    position    SMALLINT    NOT NULL,
    label_text  BIGINT      NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_question_option_slug UNIQUE (question_id, slug),
    CONSTRAINT fk_question_option_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
    CONSTRAINT fk_question_option_label FOREIGN KEY (label_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One resident's answer to a consultation. From `level` to `is_counted`: its own copy of what its ledger line says, from
-- which one correcting line can be written; is_counted turns false with that line, by a conditional update.
CREATE TABLE opinion (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT      NOT NULL,
    consultation_id BIGINT      NOT NULL,
    receipt_hash    BINARY(32)  NOT NULL,
    submission_hash BINARY(32)  NOT NULL,
    received_at     DATETIME(6) NOT NULL,
    state           VARCHAR(12) NOT NULL,
    has_words       BOOLEAN     NOT NULL,
    may_show        BOOLEAN     NULL,
    entered_by      BIGINT      NULL,
    month           CHAR(7)     NOT NULL,
    level           VARCHAR(12) NOT NULL,
    channel         VARCHAR(10) NOT NULL,
    phase           VARCHAR(20) NULL,
    action_sheet_id BIGINT      NULL,
    home            VARCHAR(64) NOT NULL,
    language        VARCHAR(3)  NOT NULL,
    age_band        VARCHAR(10) NULL,
    gender          VARCHAR(10) NULL,
    first_time      BOOLEAN     NULL,
    is_sensitive    BOOLEAN     NOT NULL DEFAULT FALSE,
    is_counted      BOOLEAN     NOT NULL DEFAULT TRUE,
    PRIMARY KEY (id),
    CONSTRAINT uk_opinion_receipt UNIQUE (receipt_hash),
    CONSTRAINT uk_opinion_submission UNIQUE (submission_hash),
    KEY ix_opinion_waiting (contract_id, state, received_at),
    KEY ix_opinion_shown (consultation_id, state, received_at),
    CONSTRAINT ck_opinion_state CHECK (state IN ('WAITING', 'READ', 'PUBLISHED', 'PASSED_ON', 'REFUSED', 'WITHDRAWN')),
    CONSTRAINT ck_opinion_shown_only_with_leave CHECK (state <> 'PUBLISHED' OR may_show = TRUE),
    CONSTRAINT fk_opinion_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_opinion_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE answer (
    opinion_id  BIGINT   NOT NULL,
    question_id BIGINT   NOT NULL,
    choice      BIGINT   NOT NULL DEFAULT 0,
    scale       TINYINT  NULL,
    body        TEXT     NULL,
    PRIMARY KEY (opinion_id, question_id, choice),
    CONSTRAINT fk_answer_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE,
    CONSTRAINT fk_answer_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
    CONSTRAINT ck_answer_scale CHECK (scale IS NULL OR scale BETWEEN 1 AND 5)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
