-- A file that somebody of the team gave, while its preview is looked at: a day at most.
CREATE TABLE calendar_upload (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id BIGINT      NOT NULL,
    account_id  BIGINT      NOT NULL,
    kind        VARCHAR(20) NOT NULL,
    file        MEDIUMBLOB  NOT NULL,
    uploaded_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_calendar_upload_uploaded_at (uploaded_at),
    CONSTRAINT fk_calendar_upload_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- From which event of another calendar an event was made: no second one is made of it. source_hash: of its UID there.
-- told: digest of what the file said; revision: what the event was like then, so that what the team wrote since is left alone.
CREATE TABLE calendar_source (
    contract_id BIGINT      NOT NULL,
    source_hash BINARY(32)  NOT NULL,
    event_id    BIGINT      NOT NULL,
    told        CHAR(64)    NOT NULL,
    revision    VARCHAR(80) NOT NULL,
    imported_at DATETIME(6) NOT NULL,
    PRIMARY KEY (contract_id, source_hash),
    KEY ix_calendar_source_event (event_id),
    CONSTRAINT fk_calendar_source_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_calendar_source_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
