-- An indicator has readings over time. Its columns value, source and measured_on were the latest; the version before still
-- writes them, this one neither reads nor writes them, and a later migration drops them.
ALTER TABLE action_sheet_measure
    ADD COLUMN slug     VARCHAR(40) COLLATE utf8mb4_bin NULL,
    ADD COLUMN position SMALLINT NOT NULL DEFAULT 0,
    MODIFY value       DECIMAL(14,2) NULL,
    MODIFY source      VARCHAR(300)  NULL,
    MODIFY measured_on DATE          NULL;

UPDATE action_sheet_measure SET slug = CONCAT('i', id), position = 0;

ALTER TABLE action_sheet_measure
    MODIFY slug VARCHAR(40) COLLATE utf8mb4_bin NOT NULL DEFAULT (UUID()),
    ADD CONSTRAINT uk_action_sheet_measure_slug UNIQUE (action_sheet_id, slug);

CREATE TABLE action_sheet_reading (
    measure_id  BIGINT        NOT NULL,
    position    SMALLINT      NOT NULL,
    measured_on DATE          NOT NULL,
    value       DECIMAL(14,2) NOT NULL,
    source      VARCHAR(300)  NULL,
    PRIMARY KEY (measure_id, position),
    CONSTRAINT fk_action_sheet_reading_measure FOREIGN KEY (measure_id) REFERENCES action_sheet_measure (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO action_sheet_reading (measure_id, position, measured_on, value, source)
SELECT id, 0, measured_on, value, source FROM action_sheet_measure WHERE value IS NOT NULL AND measured_on IS NOT NULL;
