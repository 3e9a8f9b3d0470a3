-- seen_at: when the account last signed in or used the desk, within a day; one that is not used is taken away.
-- notice: how often this person is written to when something new waits.
ALTER TABLE account
    ADD COLUMN seen_at DATETIME(6) NULL,
    ADD COLUMN notice  VARCHAR(10) NOT NULL DEFAULT 'HOURLY',
    ADD CONSTRAINT ck_account_notice CHECK (notice IN ('HOURLY', 'DAILY', 'NEVER'));

-- What was waiting for somebody when it was last looked at, so that only what is new is written about. seen: a line each, the
-- hash of what it is and how many. written_at: of the last letter.
CREATE TABLE notice (
    account_id BIGINT      NOT NULL,
    written_at DATETIME(6) NULL,
    seen       TEXT        NOT NULL,
    PRIMARY KEY (account_id),
    CONSTRAINT fk_notice_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
