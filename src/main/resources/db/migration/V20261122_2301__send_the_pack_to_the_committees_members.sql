-- Who receives the pack by mail, besides the accounts of the committee. name, address: sealed as letters are. address_hash: keyed, so that
-- nobody is there twice.
CREATE TABLE pack_member (
    id           BIGINT         NOT NULL AUTO_INCREMENT,
    contract_id  BIGINT         NOT NULL,
    name         VARBINARY(600) NOT NULL,
    address      VARBINARY(600) NOT NULL,
    address_hash BINARY(32)     NOT NULL,
    added_at     DATETIME(6)    NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_pack_member_address UNIQUE (contract_id, address_hash),
    CONSTRAINT fk_pack_member_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Accounts of the committee that don't want it.
CREATE TABLE pack_refusal (
    contract_id BIGINT NOT NULL,
    account_id  BIGINT NOT NULL,
    PRIMARY KEY (contract_id, account_id),
    CONSTRAINT fk_pack_refusal_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_pack_refusal_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The link by which a member opens a pack, without an account: its hash alone.
CREATE TABLE pack_link (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    member_id  BIGINT      NOT NULL,
    pack_id    BIGINT      NOT NULL,
    token_hash BINARY(32)  NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_pack_link_token UNIQUE (token_hash),
    CONSTRAINT uk_pack_link_member UNIQUE (member_id, pack_id),
    CONSTRAINT fk_pack_link_member FOREIGN KEY (member_id) REFERENCES pack_member (id) ON DELETE CASCADE,
    CONSTRAINT fk_pack_link_pack FOREIGN KEY (pack_id) REFERENCES frozen_pack (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- When the site freezes and sends a pack by itself. since: nothing that was due before that day is sent.
CREATE TABLE pack_schedule (
    contract_id BIGINT      NOT NULL,
    rhythm      VARCHAR(10) NOT NULL,
    days_before INT         NOT NULL,
    since       DATE        NOT NULL,
    PRIMARY KEY (contract_id),
    CONSTRAINT fk_pack_schedule_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT ck_pack_schedule_rhythm CHECK (rhythm IN ('NEVER', 'HALF', 'YEAR', 'MEETING')),
    CONSTRAINT ck_pack_schedule_days CHECK (days_before BETWEEN 1 AND 60)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What it has sent by itself: the half year, the year or the meeting; each once, whichever machine does it.
CREATE TABLE pack_occasion (
    contract_id BIGINT      NOT NULL,
    occasion    VARCHAR(20) COLLATE utf8mb4_bin NOT NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (contract_id, occasion),
    CONSTRAINT fk_pack_occasion_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
