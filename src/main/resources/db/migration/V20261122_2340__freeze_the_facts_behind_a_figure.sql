-- The facts behind the figures of an edition of the report, of the same moment as its figures: only those that are frequent
-- enough to be listed (docs/decisions/0030-successive-reports.md). Those of the last edition of each contract are kept.
-- cut: TOTAL for all alike, or what else the acts are told apart by. level: empty for all levels. action, axis: as they
-- were then; action_sheet_id: null where the acts are on no published sheet.
CREATE TABLE evidence_fact (
    edition_id      BIGINT       NOT NULL,
    position        INT          NOT NULL,
    cut             VARCHAR(24)  NOT NULL,
    category        VARCHAR(140) COLLATE utf8mb4_bin NOT NULL,
    level           VARCHAR(12)  NOT NULL,
    month           CHAR(7)      NOT NULL,
    act             VARCHAR(20)  NOT NULL,
    action_sheet_id BIGINT       NULL,
    action          VARCHAR(140) COLLATE utf8mb4_bin NOT NULL,
    axis            VARCHAR(140) COLLATE utf8mb4_bin NOT NULL,
    channel         VARCHAR(10)  NOT NULL,
    at_least        BIGINT       NOT NULL,
    PRIMARY KEY (edition_id, position),
    KEY ix_evidence_fact_category (edition_id, cut, level, category, month),
    KEY ix_evidence_fact_action (edition_id, cut, level, action, month),
    KEY ix_evidence_fact_axis (edition_id, cut, level, axis, month),
    KEY ix_evidence_fact_channel (edition_id, cut, level, channel, month),
    CONSTRAINT fk_evidence_fact_edition FOREIGN KEY (edition_id) REFERENCES evidence_edition (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
