-- A voice that says an action, an event, a questionnaire or a mission in one language. Waiting, it is heard by the team alone;
-- public, somebody else than who brought it has listened to it. One of each at most, so that a page never falls silent while a
-- better recording waits. digest: names the bytes in their address.
CREATE TABLE recording (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id  BIGINT       NOT NULL,
    list         VARCHAR(16)  NOT NULL,
    item_id      BIGINT       NOT NULL,
    slug         VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    language     VARCHAR(3)   NOT NULL,
    short_text   VARCHAR(300) NOT NULL,
    media_type   VARCHAR(12)  NOT NULL,
    seconds      SMALLINT     NOT NULL,
    digest       CHAR(32)     COLLATE utf8mb4_bin NOT NULL,
    bytes        MEDIUMBLOB   NOT NULL,
    recorder_id  BIGINT       NOT NULL,
    recorded_at  DATETIME(6)  NOT NULL,
    consented_at DATETIME(6)  NOT NULL,
    state        VARCHAR(8)   NOT NULL,
    reviewer_id  BIGINT       NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_recording_item (list, item_id, language, state),
    KEY ix_recording_contract (contract_id, state, recorded_at),
    KEY ix_recording_digest (digest),
    CONSTRAINT fk_recording_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
    CONSTRAINT ck_recording_list CHECK (list IN ('actions', 'events', 'consultations', 'missions')),
    CONSTRAINT ck_recording_seconds CHECK (seconds BETWEEN 1 AND 180),
    CONSTRAINT ck_recording_reviewed CHECK
        (state = 'WAITING' AND reviewer_id IS NULL OR state = 'PUBLIC' AND reviewer_id <> recorder_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
