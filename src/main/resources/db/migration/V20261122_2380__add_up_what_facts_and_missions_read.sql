-- The last two that read lines read sums as well: the facts behind the report, and the minutes that residents gave to
-- missions. The job that adds the ledger up counts every line anew.
-- ledger_fact: how many acts are alike, cut by one dimension at a time. category, channel: empty where the line says nothing;
-- action_sheet_id: 0 there.
CREATE TABLE ledger_fact (
    contract_id     BIGINT       NOT NULL,
    dimension       VARCHAR(20)  NOT NULL,
    category        VARCHAR(140) COLLATE utf8mb4_bin NOT NULL,
    month           CHAR(7)      NOT NULL,
    act             VARCHAR(20)  NOT NULL,
    level           VARCHAR(12)  NOT NULL,
    action_sheet_id BIGINT       NOT NULL,
    channel         VARCHAR(10)  NOT NULL,
    is_sensitive    BOOLEAN      NOT NULL,
    count           BIGINT       NOT NULL,
    PRIMARY KEY (contract_id, dimension, category, month, act, level, action_sheet_id, channel, is_sensitive)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE ledger_time (
    contract_id BIGINT NOT NULL,
    mission_id  BIGINT NOT NULL,
    minutes     BIGINT NOT NULL,
    PRIMARY KEY (contract_id, mission_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

DELETE FROM ledger_cube;

INSERT IGNORE INTO ledger_uncounted (line_id) SELECT id FROM ledger_line;
