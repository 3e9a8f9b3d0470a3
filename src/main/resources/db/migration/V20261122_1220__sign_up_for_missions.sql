-- A mission has slots; each slot holds exactly its places, and its waiting list in the order of the rows.
-- A slot without a start is the one of a mission without dates: "when we call you".
CREATE TABLE mission_slot (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    mission_id      BIGINT      NOT NULL,
    open_mission_id BIGINT      NULL,
    starts_at       DATETIME(6) NULL,
    ends_at         DATETIME(6) NULL,
    places          INT         NULL,
    held            INT         NOT NULL DEFAULT 0,
    waiting         INT         NOT NULL DEFAULT 0,
    state           VARCHAR(10) NOT NULL DEFAULT 'PLANNED',
    revision        INT         NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    CONSTRAINT uk_mission_slot_start UNIQUE (mission_id, starts_at),
    CONSTRAINT uk_mission_slot_open UNIQUE (open_mission_id),
    CONSTRAINT ck_mission_slot_dated_or_open CHECK ((starts_at IS NULL) = (open_mission_id IS NOT NULL)),
    CONSTRAINT ck_mission_slot_ends_after CHECK (starts_at IS NULL OR ends_at > starts_at),
    CONSTRAINT ck_mission_slot_never_one_too_many CHECK (held >= 0 AND (places IS NULL OR held <= places)),
    CONSTRAINT ck_mission_slot_waiting CHECK (waiting >= 0),
    CONSTRAINT ck_mission_slot_state CHECK (state IN ('PLANNED', 'CANCELLED')),
    CONSTRAINT fk_mission_slot_mission FOREIGN KEY (mission_id) REFERENCES mission (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What one person offered, with the facts of its ledger lines; the contact lives apart, under the receipt.
CREATE TABLE sign_up (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT       NOT NULL,
    mission_id      BIGINT       NOT NULL,
    receipt_hash    BINARY(32)   NOT NULL,
    submission_hash BINARY(32)   NOT NULL,
    asked_at        DATETIME(6)  NOT NULL,
    first_name      VARCHAR(80)  NULL,
    spoken          VARCHAR(200) NOT NULL DEFAULT '',
    entered_by      BIGINT       NULL,
    month           CHAR(7)      NOT NULL,
    channel         VARCHAR(10)  NOT NULL,
    phase           VARCHAR(20)  NULL,
    action_sheet_id BIGINT       NULL,
    home            VARCHAR(64)  NOT NULL,
    language        VARCHAR(3)   NOT NULL,
    is_sensitive    BOOLEAN      NOT NULL DEFAULT FALSE,
    PRIMARY KEY (id),
    CONSTRAINT uk_sign_up_receipt UNIQUE (receipt_hash),
    CONSTRAINT uk_sign_up_submission UNIQUE (submission_hash),
    KEY ix_sign_up_contract (contract_id, asked_at),
    CONSTRAINT fk_sign_up_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_sign_up_mission FOREIGN KEY (mission_id) REFERENCES mission (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE sign_up_place (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    sign_up_id BIGINT       NOT NULL,
    slot_id    BIGINT       NOT NULL,
    state      VARCHAR(10)  NOT NULL,
    reason     VARCHAR(20)  NULL,
    hours      DECIMAL(5,2) NULL,
    is_counted BOOLEAN      NOT NULL DEFAULT TRUE,
    done_month CHAR(7)      NULL,
    done_level VARCHAR(12)  NULL,
    call_about VARCHAR(10)  NULL,
    changed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_sign_up_place_once UNIQUE (sign_up_id, slot_id),
    KEY ix_sign_up_place_slot (slot_id, state, id),
    CONSTRAINT ck_sign_up_place_state CHECK (state IN
        ('ASKED', 'WAITING', 'CONFIRMED', 'REFUSED', 'DONE', 'ABSENT', 'WITHDRAWN', 'CANCELLED')),
    CONSTRAINT ck_sign_up_place_refusal_has_reason CHECK (state <> 'REFUSED' OR reason IS NOT NULL),
    CONSTRAINT ck_sign_up_place_done CHECK ((state = 'DONE') = (done_month IS NOT NULL AND done_level IS NOT NULL)),
    CONSTRAINT fk_sign_up_place_sign_up FOREIGN KEY (sign_up_id) REFERENCES sign_up (id) ON DELETE CASCADE,
    CONSTRAINT fk_sign_up_place_slot FOREIGN KEY (slot_id) REFERENCES mission_slot (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
