-- A picture of an action or an event, made small and without what the camera wrote in it. alt: what it shows, in French.
CREATE TABLE picture (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id BIGINT       NOT NULL,
    list        VARCHAR(16)  NOT NULL,
    item_id     BIGINT       NOT NULL,
    slug        VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    alt         VARCHAR(300) NOT NULL,
    width       SMALLINT     NOT NULL,
    height      SMALLINT     NOT NULL,
    digest      CHAR(32)     COLLATE utf8mb4_bin NOT NULL,
    bytes       MEDIUMBLOB   NOT NULL,
    added_by    BIGINT       NOT NULL,
    added_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uk_picture_item (list, item_id, digest),
    KEY ix_picture_digest (digest),
    KEY ix_picture_contract (contract_id),
    CONSTRAINT fk_picture_contract FOREIGN KEY (contract_id) REFERENCES contract (id),
    CONSTRAINT ck_picture_list CHECK (list IN ('actions', 'events'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What it shows, in another language; heard by those who do not see it once somebody else than who wrote it has read it.
CREATE TABLE picture_alt (
    picture_id  BIGINT       NOT NULL,
    language    VARCHAR(3)   NOT NULL,
    body        VARCHAR(300) NOT NULL,
    writer_id   BIGINT       NOT NULL,
    reviewer_id BIGINT       NULL,
    PRIMARY KEY (picture_id, language),
    CONSTRAINT fk_picture_alt_picture FOREIGN KEY (picture_id) REFERENCES picture (id) ON DELETE CASCADE,
    CONSTRAINT ck_picture_alt_reviewed CHECK (reviewer_id IS NULL OR reviewer_id <> writer_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
