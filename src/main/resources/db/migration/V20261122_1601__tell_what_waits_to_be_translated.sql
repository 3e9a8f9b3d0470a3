-- How much of each item waits in each language: counts of paragraphs, written with every change at the desk and after an
-- import. title: in French. sole_author: of all the drafts, where they are one person's. until_day: after which nobody
-- needs it any more, as the last day of an event.
CREATE TABLE translation_wait (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id BIGINT       NOT NULL,
    kind        VARCHAR(20)  NOT NULL,
    item_id     BIGINT       NOT NULL,
    slug        VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    title       TEXT         NOT NULL,
    language    VARCHAR(3)   NOT NULL,
    missing     INT          NOT NULL,
    stale       INT          NOT NULL,
    draft       INT          NOT NULL,
    sole_author BIGINT       NULL,
    since       DATETIME(6)  NOT NULL,
    until_day   DATE         NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_translation_wait_item UNIQUE (contract_id, kind, item_id, language),
    KEY ix_translation_wait_language (contract_id, language, since)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Contracts whose counts have to be made anew, since a file was imported or its languages changed.
CREATE TABLE translation_recount (
    contract_id BIGINT      NOT NULL,
    wanted_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (contract_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO translation_recount (contract_id, wanted_at)
SELECT id, UTC_TIMESTAMP(6) FROM contract;
