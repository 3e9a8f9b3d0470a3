-- The ledger: lines are added, never changed, never removed. No line has a key to an opinion, a registration or a
-- person; ids are random, so that no order links a line to the act it counts; an individual act keeps its month only.
-- No foreign key: one that acts (ON DELETE) would pass by the triggers below.
CREATE TABLE ledger_line (
    id               BINARY(16)  NOT NULL,
    contract_id      BIGINT      NOT NULL,
    kind             VARCHAR(13) NOT NULL,
    month            CHAR(7)     NOT NULL,
    act              VARCHAR(20) NOT NULL,
    level            VARCHAR(12) NULL,
    channel          VARCHAR(10) NULL,
    phase            VARCHAR(20) NULL,
    action_sheet_id  BIGINT      NULL,
    event_session_id BIGINT      NULL,
    consultation_id  BIGINT      NULL,
    mission_id       BIGINT      NULL,
    council_id       BIGINT      NULL,
    body_id          BIGINT      NULL,
    home             VARCHAR(64) NULL,
    place            VARCHAR(64) NULL,
    language         VARCHAR(3)  NULL,
    age_band         VARCHAR(10) NULL,
    gender           VARCHAR(10) NULL,
    first_time       BOOLEAN     NULL,
    is_sensitive     BOOLEAN     NOT NULL DEFAULT FALSE,
    count            INT         NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_ledger_line_kind CHECK (kind IN ('INTENTION', 'PARTICIPATION', 'ACTIVITY')),
    CONSTRAINT ck_ledger_line_month CHECK (month REGEXP '^[0-9]{4}-[0-9]{2}$'),
    KEY ix_ledger_line_contract (contract_id, kind, month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER tr_ledger_line_never_changes BEFORE UPDATE ON ledger_line FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append-only: write a correcting line';

CREATE TRIGGER tr_ledger_line_never_goes BEFORE DELETE ON ledger_line FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The ledger is append-only: write a correcting line';

-- An edition: the public figures of a contract, frozen, so that two readings never frame one act.
-- act_count: how many individual acts its lines had moved, either way; head_count: the same of heads counted in a room.
CREATE TABLE edition (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id BIGINT      NOT NULL,
    number      INT         NOT NULL,
    as_of       DATETIME(6) NOT NULL,
    act_count   BIGINT      NOT NULL,
    head_count  BIGINT      NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_edition_number UNIQUE (contract_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One figure of an edition: of a breakdown (by level, by channel, ...), in a month (NULL: of the whole time).
-- category: a level, a channel, a neighbourhood's slug or an action sheet's id; empty where there is none.
CREATE TABLE edition_cell (
    edition_id     BIGINT      NOT NULL,
    position       INT         NOT NULL,
    breakdown      VARCHAR(15) NOT NULL,
    category       VARCHAR(64) NOT NULL,
    level          VARCHAR(12) NULL,
    month          CHAR(7)     NULL,
    acts           BIGINT      NOT NULL,
    sensitive_acts BIGINT      NOT NULL,
    heads          BIGINT      NOT NULL,
    PRIMARY KEY (edition_id, position),
    CONSTRAINT fk_edition_cell_edition FOREIGN KEY (edition_id) REFERENCES edition (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
