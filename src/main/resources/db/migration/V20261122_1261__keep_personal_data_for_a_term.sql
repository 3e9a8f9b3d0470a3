-- How long a contract keeps a kind of personal data, where it is not the usual term. One of months and days is 0.
CREATE TABLE retention_term (
    contract_id BIGINT      NOT NULL,
    kind        VARCHAR(40) NOT NULL,
    months      INT         NOT NULL,
    days        INT         NOT NULL,
    changed_by  BIGINT      NOT NULL,
    changed_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (contract_id, kind),
    CONSTRAINT ck_retention_term_some CHECK (months >= 0 AND days >= 0 AND months + days > 0),
    CONSTRAINT fk_retention_term_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The daily erasing of one kind: its row is made by the machine that does it, and by no other. erased: how many, NULL until
-- it is done. failure: the class of what went wrong.
CREATE TABLE retention_run (
    contract_id BIGINT       NOT NULL,
    kind        VARCHAR(40)  NOT NULL,
    day         DATE         NOT NULL,
    claimed_at  DATETIME(6)  NOT NULL,
    erased      INT          NULL,
    failure     VARCHAR(120) NULL,
    PRIMARY KEY (contract_id, kind, day),
    CONSTRAINT fk_retention_run_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What the team did because somebody asked for their rights; whose code it was is not kept.
CREATE TABLE rights_request (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id BIGINT      NOT NULL,
    kind        VARCHAR(10) NOT NULL,
    account_id  BIGINT      NOT NULL,
    done_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_rights_request_contract (contract_id, done_at),
    CONSTRAINT ck_rights_request_kind CHECK (kind IN ('COPY', 'ERASURE')),
    CONSTRAINT fk_rights_request_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
