-- outline: as the team gave it (GeoJSON, WGS84). The rest is computed from all outlines of the contract together: drawn is
-- the path of an SVG, in a square of 1000 units, and label the point inside that is farthest from its border.
ALTER TABLE neighbourhood
    ADD COLUMN outline        MEDIUMTEXT   NULL,
    ADD COLUMN outline_source VARCHAR(300) NULL,
    ADD COLUMN drawn          TEXT         NULL,
    ADD COLUMN label_x        SMALLINT     NULL,
    ADD COLUMN label_y        SMALLINT     NULL;
