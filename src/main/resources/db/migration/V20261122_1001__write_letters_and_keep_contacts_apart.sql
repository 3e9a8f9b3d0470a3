-- A letter that is to leave, written in the transaction of what it tells. recipient, content: encrypted; both go once it is
-- sent, its row stays until it is a month old, so that the same letter_key is never sent twice.
-- receipt_hash: of the contribution it is about, so that an erased contribution takes its letters with it.
-- attempts, next_attempt_at: a failure is tried again, each time later. claimed_until: a machine is sending it.
CREATE TABLE letter (
    id              BIGINT         NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT         NULL,
    letter_key      VARCHAR(120)   COLLATE utf8mb4_bin NOT NULL,
    kind            VARCHAR(40)    NOT NULL,
    language        VARCHAR(3)     NOT NULL,
    recipient       VARBINARY(600) NULL,
    content         MEDIUMBLOB     NULL,
    receipt_hash    BINARY(32)     NULL,
    state           VARCHAR(10)    NOT NULL DEFAULT 'WAITING',
    written_at      DATETIME(6)    NOT NULL,
    next_attempt_at DATETIME(6)    NOT NULL,
    attempts        INT            NOT NULL DEFAULT 0,
    claimed_until   DATETIME(6)    NULL,
    failure         VARCHAR(40)    NULL,
    ended_at        DATETIME(6)    NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_letter_key UNIQUE (letter_key),
    KEY ix_letter_due (state, next_attempt_at),
    KEY ix_letter_receipt (receipt_hash),
    CONSTRAINT ck_letter_state CHECK (state IN ('WAITING', 'SENT', 'DROPPED')),
    CONSTRAINT fk_letter_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How to reach somebody about what they gave, and nothing else about them. address: encrypted.
CREATE TABLE contact (
    receipt_hash BINARY(32)     NOT NULL,
    kind         VARCHAR(10)    NOT NULL,
    address      VARBINARY(600) NOT NULL,
    language     VARCHAR(3)     NOT NULL,
    kept_at      DATETIME(6)    NOT NULL,
    PRIMARY KEY (receipt_hash),
    CONSTRAINT ck_contact_kind CHECK (kind IN ('EMAIL', 'TELEPHONE'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
