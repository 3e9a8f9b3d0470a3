-- One row, written once the site has started for the first time: the sample contract is loaded then and never again.
CREATE TABLE first_start (
    id         TINYINT     NOT NULL,
    started_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_first_start_once CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
