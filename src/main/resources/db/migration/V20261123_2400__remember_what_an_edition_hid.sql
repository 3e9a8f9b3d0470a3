-- The names of the figures that an edition hides, one a line, and how many acts each of its figures moved: the next one
-- is compared with it (docs/decisions/0003-small-cells.md).
ALTER TABLE edition ADD COLUMN hidden MEDIUMTEXT NULL;

ALTER TABLE edition_cell ADD COLUMN moved BIGINT NOT NULL DEFAULT 0;

UPDATE edition_cell SET moved = acts;
