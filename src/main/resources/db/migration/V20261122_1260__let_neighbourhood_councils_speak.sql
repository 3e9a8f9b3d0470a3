-- A neighbourhood council, which residents read about, and its members, who speak for it at the desk.
CREATE TABLE council (
    id                BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id       BIGINT      NOT NULL,
    slug              VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    position          SMALLINT    NOT NULL DEFAULT 0,
    kind              VARCHAR(24) NOT NULL,
    name_text         BIGINT      NOT NULL,
    presentation_text BIGINT      NULL,
    telephone         VARCHAR(30) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_council_slug UNIQUE (contract_id, slug),
    CONSTRAINT ck_council_kind CHECK (kind IN ('CITIZENS', 'NEIGHBOURHOOD', 'NEIGHBOURS', 'CAFE')),
    CONSTRAINT fk_council_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_council_name FOREIGN KEY (name_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_council_presentation FOREIGN KEY (presentation_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE council_neighbourhood (
    council_id       BIGINT NOT NULL,
    neighbourhood_id BIGINT NOT NULL,
    PRIMARY KEY (council_id, neighbourhood_id),
    CONSTRAINT fk_council_neighbourhood_council FOREIGN KEY (council_id) REFERENCES council (id) ON DELETE CASCADE,
    CONSTRAINT fk_council_neighbourhood_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE council_member (
    council_id BIGINT      NOT NULL,
    account_id BIGINT      NOT NULL,
    joined_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (council_id, account_id),
    KEY ix_council_member_account (account_id),
    CONSTRAINT fk_council_member_council FOREIGN KEY (council_id) REFERENCES council (id) ON DELETE CASCADE,
    CONSTRAINT fk_council_member_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One meeting a day. held_from: "18:30", in the contract's zone. is_shown: the team has read where and when, and residents
-- may. revision: how often its heads were counted, 0 never. counted_place: the
-- neighbourhood where it was held, as the ledger’s lines say it, from which they can be corrected.
CREATE TABLE council_meeting (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    council_id      BIGINT       NOT NULL,
    held_on         DATE         NOT NULL,
    held_from       CHAR(5)      NOT NULL,
    place           VARCHAR(200) NOT NULL DEFAULT '',
    kind            VARCHAR(10)  NOT NULL DEFAULT 'OPEN',
    has_child_care  BOOLEAN      NOT NULL DEFAULT FALSE,
    has_interpreter BOOLEAN      NOT NULL DEFAULT FALSE,
    is_shown        BOOLEAN      NOT NULL DEFAULT FALSE,
    revision        INT          NOT NULL DEFAULT 0,
    counted_place   VARCHAR(64)  NULL,
    created_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_council_meeting_day UNIQUE (council_id, held_on),
    CONSTRAINT ck_council_meeting_kind CHECK (kind IN ('OPEN', 'WORKING')),
    CONSTRAINT fk_council_meeting_council FOREIGN KEY (council_id) REFERENCES council (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- home: a neighbourhood's slug, autre-ville or inconnu.
CREATE TABLE council_head_count (
    meeting_id BIGINT      NOT NULL,
    home       VARCHAR(64) NOT NULL,
    count      INT         NOT NULL,
    PRIMARY KEY (meeting_id, home),
    CONSTRAINT ck_council_head_count_some CHECK (count > 0),
    CONSTRAINT fk_council_head_count_meeting FOREIGN KEY (meeting_id) REFERENCES council_meeting (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What somebody said at a meeting, in their words. It counts nobody: the people of the meeting are its head-count.
CREATE TABLE council_remark (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    council_id      BIGINT       NOT NULL,
    meeting_id      BIGINT       NOT NULL,
    consultation_id BIGINT       NULL,
    body            TEXT         NOT NULL,
    language        VARCHAR(3)   NOT NULL,
    entered_by      BIGINT       NULL,
    entered_at      DATETIME(6)  NOT NULL,
    form_key        CHAR(32)     NULL,
    state           VARCHAR(10)  NOT NULL DEFAULT 'WAITING',
    reason          VARCHAR(20)  NULL,
    passed_to       VARCHAR(300) NULL,
    decided_by      BIGINT       NULL,
    decided_at      DATETIME(6)  NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_council_remark_form_key UNIQUE (form_key),
    KEY ix_council_remark_state (council_id, state, entered_at),
    CONSTRAINT ck_council_remark_state CHECK (state IN ('WAITING', 'PUBLISHED', 'PASSED_ON', 'REFUSED')),
    CONSTRAINT ck_council_remark_refusal_has_reason CHECK ((state = 'REFUSED') = (reason IS NOT NULL)),
    CONSTRAINT fk_council_remark_council FOREIGN KEY (council_id) REFERENCES council (id) ON DELETE CASCADE,
    CONSTRAINT fk_council_remark_meeting FOREIGN KEY (meeting_id) REFERENCES council_meeting (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One collective contribution. answer_by: given once, and never moved. about_title: in French, as it was called that day.
-- From month to is_counted: its own copy of what its ledger line says. answered_on: when its members were told.
CREATE TABLE formal_opinion (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT       NOT NULL,
    council_id      BIGINT       NOT NULL,
    meeting_id      BIGINT       NULL,
    receipt_hash    BINARY(32)   NOT NULL,
    about_kind      VARCHAR(12)  NOT NULL,
    about_slug      VARCHAR(64)  NULL,
    about_title     VARCHAR(300) NOT NULL,
    title           VARCHAR(200) NOT NULL,
    body            TEXT         NOT NULL,
    language        VARCHAR(3)   NOT NULL,
    sent_by         BIGINT       NOT NULL,
    sent_on         DATE         NOT NULL,
    answer_by       DATE         NOT NULL,
    state           VARCHAR(10)  NOT NULL DEFAULT 'WAITING',
    reason          VARCHAR(20)  NULL,
    decided_by      BIGINT       NULL,
    decided_at      DATETIME(6)  NULL,
    month           CHAR(7)      NOT NULL,
    phase           VARCHAR(20)  NULL,
    action_sheet_id BIGINT       NULL,
    is_sensitive    BOOLEAN      NOT NULL DEFAULT FALSE,
    is_counted      BOOLEAN      NOT NULL DEFAULT TRUE,
    answered_on     DATE         NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_formal_opinion_receipt UNIQUE (receipt_hash),
    KEY ix_formal_opinion_contract (contract_id, sent_on),
    KEY ix_formal_opinion_council (council_id, state, sent_on),
    CONSTRAINT ck_formal_opinion_about CHECK (about_kind IN ('CONTRACT', 'ACTION', 'EVENT', 'CONSULTATION')),
    CONSTRAINT ck_formal_opinion_state CHECK (state IN ('WAITING', 'PUBLISHED', 'REFUSED', 'WITHDRAWN')),
    CONSTRAINT ck_formal_opinion_answer_after CHECK (answer_by >= sent_on),
    CONSTRAINT fk_formal_opinion_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_formal_opinion_council FOREIGN KEY (council_id) REFERENCES council (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- An event or a questionnaire that a council asks the team for. held: when, in words.
CREATE TABLE council_proposal (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    council_id  BIGINT       NOT NULL,
    kind        VARCHAR(12)  NOT NULL,
    title       VARCHAR(200) NOT NULL,
    what        TEXT         NOT NULL,
    held        VARCHAR(200) NOT NULL,
    place       VARCHAR(200) NOT NULL,
    why         TEXT         NOT NULL,
    entered_by  BIGINT       NOT NULL,
    entered_at  DATETIME(6)  NOT NULL,
    form_key    CHAR(32)     NOT NULL,
    state       VARCHAR(10)  NOT NULL DEFAULT 'WAITING',
    answer      TEXT         NULL,
    decided_by  BIGINT       NULL,
    decided_at  DATETIME(6)  NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_council_proposal_form_key UNIQUE (form_key),
    KEY ix_council_proposal_state (council_id, state, entered_at),
    CONSTRAINT ck_council_proposal_kind CHECK (kind IN ('EVENT', 'CONSULTATION')),
    CONSTRAINT ck_council_proposal_state CHECK (state IN ('WAITING', 'ACCEPTED', 'REFUSED')),
    CONSTRAINT fk_council_proposal_council FOREIGN KEY (council_id) REFERENCES council (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
