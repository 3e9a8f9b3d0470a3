-- A draft that is to be shown to residents by itself. slug: of the item, which follows its name. hindered_at: its hour had
-- come, and something was still to be written; it waits for somebody of the team.
CREATE TABLE publication_plan (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id BIGINT      NOT NULL,
    kind        VARCHAR(20) NOT NULL,
    item_id     BIGINT      NOT NULL,
    slug        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    publish_at  DATETIME(6) NOT NULL,
    account_id  BIGINT      NOT NULL,
    hindered_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_publication_plan_item UNIQUE (contract_id, kind, item_id),
    KEY ix_publication_plan_due (hindered_at, publish_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
