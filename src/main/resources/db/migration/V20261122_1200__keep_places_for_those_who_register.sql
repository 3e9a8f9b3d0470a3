-- taken_places: of those who are confirmed; the site adds and takes off under the session's row, and never beyond its places.
-- last_number: the number of the last one who registered, by which the waiting order is kept.
-- revision: rises with each change of the session, so that people's calendars notice it (RFC 5545, 3.8.7.4).
ALTER TABLE event_session
    ADD COLUMN taken_places INT NOT NULL DEFAULT 0,
    ADD COLUMN last_number  INT NOT NULL DEFAULT 0,
    ADD COLUMN revision     INT NOT NULL DEFAULT 0,
    ADD CONSTRAINT ck_event_session_state CHECK (state IN ('PLANNED', 'CANCELLED', 'POSTPONED')),
    ADD CONSTRAINT ck_event_session_taken CHECK (taken_places >= 0 AND (places IS NULL OR taken_places <= places));

-- Calendars were told 1 of those that are not held.
UPDATE event_session SET revision = 1 WHERE state <> 'PLANNED';

-- A party that means to come to a session: confirmed, or waiting for places. number: its turn, given under the session's row.
-- first_name, needs, receipt and submission go with the contact when the registration is withdrawn or its term is over.
-- contact_kind: that there is a contact, which is kept apart; to_call: what has to be said by telephone, until it is.
-- From `month` to `is_sensitive`: its own copy of what its ledger line says, from which it is corrected; people is its count.
-- From `present_people` to `present_level`: the same of its presence, while the ledger counts one.
CREATE TABLE registration (
    id               BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id      BIGINT      NOT NULL,
    event_session_id BIGINT      NOT NULL,
    number           INT         NOT NULL,
    state            VARCHAR(10) NOT NULL,
    people           INT         NOT NULL,
    first_name       VARCHAR(60) NULL,
    interpreter      VARCHAR(60) NULL,
    needs_child_care BOOLEAN     NOT NULL DEFAULT FALSE,
    needs_step_free  BOOLEAN     NOT NULL DEFAULT FALSE,
    contact_kind     VARCHAR(10) NULL,
    to_call          VARCHAR(10) NULL,
    reminded_on      DATE        NULL,
    receipt_hash     BINARY(32)  NULL,
    submission_hash  BINARY(32)  NULL,
    received_at      DATETIME(6) NOT NULL,
    entered_by       BIGINT      NULL,
    month            CHAR(7)     NOT NULL,
    channel          VARCHAR(10) NOT NULL,
    phase            VARCHAR(20) NULL,
    action_sheet_id  BIGINT      NULL,
    home             VARCHAR(64) NOT NULL,
    place            VARCHAR(64) NULL,
    language         VARCHAR(3)  NOT NULL,
    is_sensitive     BOOLEAN     NOT NULL DEFAULT FALSE,
    present_people   INT         NULL,
    present_month    CHAR(7)     NULL,
    present_level    VARCHAR(12) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_registration_number UNIQUE (event_session_id, number),
    CONSTRAINT uk_registration_receipt UNIQUE (receipt_hash),
    CONSTRAINT uk_registration_submission UNIQUE (submission_hash),
    KEY ix_registration_session_state (event_session_id, state, number),
    KEY ix_registration_to_call (contract_id, to_call),
    CONSTRAINT ck_registration_state CHECK (state IN ('CONFIRMED', 'WAITING', 'WITHDRAWN')),
    CONSTRAINT ck_registration_people CHECK (people BETWEEN 1 AND 10),
    CONSTRAINT ck_registration_to_call CHECK (to_call IN ('PROMOTED', 'CHANGED', 'CANCELLED')),
    CONSTRAINT ck_registration_withdrawn_is_nobody CHECK (state <> 'WITHDRAWN' OR (first_name IS NULL AND interpreter IS NULL
        AND contact_kind IS NULL AND to_call IS NULL AND present_people IS NULL)),
    CONSTRAINT fk_registration_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_registration_event_session FOREIGN KEY (event_session_id) REFERENCES event_session (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
