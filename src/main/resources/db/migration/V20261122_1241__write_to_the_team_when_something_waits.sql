-- When the account last signed in; one that is not used is taken away.
ALTER TABLE account ADD COLUMN seen_at DATETIME(6) NULL;

-- How somebody of the team is told that something waits. wish: at most once an hour, once a day, or never. seen: what was waiting
-- when it was last looked at, a line each: the hash of what it is, and how many; so that only what is new is written about.
-- written_at: of the last letter.
CREATE TABLE notice (
    account_id BIGINT      NOT NULL,
    wish       VARCHAR(10) NOT NULL DEFAULT 'HOURLY',
    written_at DATETIME(6) NULL,
    seen       MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (account_id),
    CONSTRAINT ck_notice_wish CHECK (wish IN ('HOURLY', 'DAILY', 'NEVER')),
    CONSTRAINT fk_notice_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
