-- A part of an event's programme: a stand, or something at its own hour. Hours are those of the contract's zone.
CREATE TABLE event_part (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    event_id   BIGINT      NOT NULL,
    position   SMALLINT    NOT NULL,
    kind       VARCHAR(10) NOT NULL,
    title_text BIGINT      NOT NULL,
    from_hour  CHAR(5)     NULL,
    until_hour CHAR(5)     NULL,
    place_text BIGINT      NULL,
    places     INT         NULL,
    PRIMARY KEY (id),
    KEY ix_event_part_event (event_id, position),
    CONSTRAINT ck_event_part_kind CHECK (kind IN ('STAND', 'SESSION')),
    CONSTRAINT fk_event_part_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT fk_event_part_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_event_part_place FOREIGN KEY (place_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- previous_event_id: the edition before this one. report_text: what was said and asked there, which closes an edition.
ALTER TABLE event
    ADD COLUMN previous_event_id BIGINT NULL,
    ADD COLUMN report_text       BIGINT NULL,
    ADD CONSTRAINT fk_event_previous FOREIGN KEY (previous_event_id) REFERENCES event (id) ON DELETE SET NULL;
