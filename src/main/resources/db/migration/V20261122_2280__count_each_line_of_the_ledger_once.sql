-- The report reads sums, never lines: ledger_cube has how much each month, act and level counts, cut by one dimension at a
-- time. A line waits in ledger_uncounted from its own transaction until a job adds it to the cube and takes it out, in one
-- transaction: each line is counted once. Its ids are random, so that their order tells nothing.
-- category: empty where the line says nothing. moved: what lines added and took off, both counted.
CREATE TABLE ledger_uncounted (
    line_id BINARY(16) NOT NULL,
    PRIMARY KEY (line_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE ledger_cube (
    contract_id  BIGINT       NOT NULL,
    dimension    VARCHAR(20)  NOT NULL,
    category     VARCHAR(140) COLLATE utf8mb4_bin NOT NULL,
    month        CHAR(7)      NOT NULL,
    act          VARCHAR(20)  NOT NULL,
    level        VARCHAR(12)  NOT NULL,
    is_sensitive BOOLEAN      NOT NULL,
    count        BIGINT       NOT NULL,
    moved        BIGINT       NOT NULL,
    PRIMARY KEY (contract_id, dimension, category, month, act, level, is_sensitive)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row: whoever holds it counts.
CREATE TABLE ledger_cube_turn (
    id TINYINT NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO ledger_cube_turn (id) VALUES (1);

CREATE TRIGGER tr_ledger_line_waits_to_be_counted AFTER INSERT ON ledger_line FOR EACH ROW
    INSERT INTO ledger_uncounted (line_id) VALUES (NEW.id);

INSERT IGNORE INTO ledger_uncounted (line_id) SELECT id FROM ledger_line;
