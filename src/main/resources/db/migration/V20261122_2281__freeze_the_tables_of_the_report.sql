-- The tables of the committee's report are frozen in editions of their own, with what must be hidden decided when they are
-- made: against each other, and against the editions before (docs/decisions/0030-successive-reports.md).
CREATE TABLE evidence_edition (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id BIGINT      NOT NULL,
    number      INT         NOT NULL,
    as_of       DATETIME(6) NOT NULL,
    act_count   BIGINT      NOT NULL,
    head_count  BIGINT      NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_evidence_edition_number UNIQUE (contract_id, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- period: empty for the whole time, a year (2027) or half a year (2027-1). part: a level, or what the cut tells apart.
CREATE TABLE evidence_cell (
    edition_id     BIGINT       NOT NULL,
    period         VARCHAR(7)   NOT NULL,
    cut            VARCHAR(24)  NOT NULL,
    category       VARCHAR(140) COLLATE utf8mb4_bin NOT NULL,
    part           VARCHAR(24)  NOT NULL,
    acts           BIGINT       NOT NULL,
    sensitive_acts BIGINT       NOT NULL,
    heads          BIGINT       NOT NULL,
    moved          BIGINT       NOT NULL,
    is_hidden      BOOLEAN      NOT NULL,
    PRIMARY KEY (edition_id, period, cut, category, part),
    CONSTRAINT fk_evidence_cell_edition FOREIGN KEY (edition_id) REFERENCES evidence_edition (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
