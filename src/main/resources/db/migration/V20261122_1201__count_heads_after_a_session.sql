-- The people counted at a session. One counts, the last: is_current is TRUE for it and NULL for those it has replaced, so that
-- the unique key holds two from counting. submission_hash: of the form and its answers; the same form sent twice counts once.
-- From `month` on: its own copy of what its ledger lines say, from which they are corrected.
CREATE TABLE head_count (
    id               BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id      BIGINT      NOT NULL,
    event_session_id BIGINT      NOT NULL,
    is_current       BOOLEAN     NULL,
    submission_hash  BINARY(32)  NOT NULL,
    counted_by       BIGINT      NULL,
    counted_at       DATETIME(6) NOT NULL,
    month            CHAR(7)     NOT NULL,
    level            VARCHAR(12) NOT NULL,
    phase            VARCHAR(20) NULL,
    action_sheet_id  BIGINT      NULL,
    place            VARCHAR(64) NULL,
    is_sensitive     BOOLEAN     NOT NULL DEFAULT FALSE,
    held_from        DATETIME(6) NOT NULL,
    has_child_care   BOOLEAN     NOT NULL,
    has_interpreter  BOOLEAN     NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_head_count_submission UNIQUE (submission_hash),
    CONSTRAINT uk_head_count_current UNIQUE (event_session_id, is_current),
    CONSTRAINT ck_head_count_current CHECK (is_current IS NULL OR is_current = TRUE),
    CONSTRAINT fk_head_count_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_head_count_event_session FOREIGN KEY (event_session_id) REFERENCES event_session (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- home: the slug of a neighbourhood, autre-ville or inconnu.
CREATE TABLE head_count_home (
    head_count_id BIGINT      NOT NULL,
    home          VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    people        INT         NOT NULL,
    PRIMARY KEY (head_count_id, home),
    CONSTRAINT ck_head_count_home_people CHECK (people > 0),
    CONSTRAINT fk_head_count_home_head_count FOREIGN KEY (head_count_id) REFERENCES head_count (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
