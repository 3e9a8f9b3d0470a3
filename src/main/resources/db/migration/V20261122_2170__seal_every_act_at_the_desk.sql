-- The sealed log: a line an act of the team, each holding the fingerprint of the one before (docs/decisions/0025). No name, no
-- address, no word of a resident. account_id: NULL of the site itself, of the operator, and of a sign-in refused.
-- No foreign key: a line outlives its account and its contract.
CREATE TABLE sealed_line (
    number        BIGINT       NOT NULL,
    at            DATETIME(6)  NOT NULL,
    account_id    BIGINT       NULL,
    contract_id   BIGINT       NULL,
    act           VARCHAR(40)  COLLATE utf8mb4_bin NOT NULL,
    subject_kind  VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL,
    subject       VARCHAR(160) COLLATE utf8mb4_bin NOT NULL,
    detail        VARCHAR(160) COLLATE utf8mb4_bin NOT NULL,
    previous_hash BINARY(32)   NOT NULL,
    hash          BINARY(32)   NOT NULL,
    PRIMARY KEY (number),
    CONSTRAINT uk_sealed_line_previous UNIQUE (previous_hash),
    KEY ix_sealed_line_contract (contract_id, number),
    KEY ix_sealed_line_contract_act (contract_id, act, number),
    KEY ix_sealed_line_contract_account (contract_id, account_id, number),
    KEY ix_sealed_line_act (act, number),
    KEY ix_sealed_line_account (account_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER tr_sealed_line_never_changes BEFORE UPDATE ON sealed_line FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The sealed log is append-only';

CREATE TRIGGER tr_sealed_line_never_goes BEFORE DELETE ON sealed_line FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The sealed log is append-only';

-- The last line, held by whoever adds one: the only row that two sites at once wait for, and only while they commit.
CREATE TABLE sealed_head (
    id     TINYINT    NOT NULL,
    number BIGINT     NOT NULL,
    hash   BINARY(32) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_sealed_head_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO sealed_head (id, number, hash) VALUES (1, 0, UNHEX(REPEAT('00', 32)));

-- The head of the log as it was mailed to the administrators: once a day, whichever site does it.
CREATE TABLE sealed_head_mailed (
    day    DATE        NOT NULL,
    number BIGINT      NOT NULL,
    hash   BINARY(32)  NOT NULL,
    at     DATETIME(6) NOT NULL,
    PRIMARY KEY (day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER tr_sealed_head_mailed_never_changes BEFORE UPDATE ON sealed_head_mailed FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What was mailed stays as it was mailed';

CREATE TRIGGER tr_sealed_head_mailed_never_goes BEFORE DELETE ON sealed_head_mailed FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What was mailed stays as it was mailed';
