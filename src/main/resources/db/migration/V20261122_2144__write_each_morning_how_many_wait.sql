-- A letter each morning to those who read opinions, while some wait: once a day and account, whichever machine writes it.
ALTER TABLE notice ADD COLUMN has_digest BOOLEAN NOT NULL DEFAULT TRUE;
CREATE TABLE digest (
    account_id BIGINT NOT NULL,
    day        DATE   NOT NULL,
    PRIMARY KEY (account_id, day),
    CONSTRAINT fk_digest_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
