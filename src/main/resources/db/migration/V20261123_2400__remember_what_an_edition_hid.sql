-- The names of the figures that an edition hides, one a line, and how many acts each of its figures moved: the next one
-- is compared with it (docs/decisions/0003-small-cells.md). sheets: the action sheets that were public then, one a line: id, slug,
-- axis, whether it is sensitive; NULL in editions made before.
ALTER TABLE edition ADD COLUMN hidden MEDIUMTEXT NULL, ADD COLUMN sheets MEDIUMTEXT NULL;

ALTER TABLE edition_cell ADD COLUMN moved BIGINT NOT NULL DEFAULT 0;

UPDATE edition_cell SET moved = acts;
