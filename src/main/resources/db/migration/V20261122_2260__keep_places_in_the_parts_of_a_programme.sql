-- is_cancelled: not held, as those who have a place in it were told. revision: rises with each change that they are told.
ALTER TABLE event_part
    ADD COLUMN is_cancelled BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN revision     INT     NOT NULL DEFAULT 0;

-- The places of a part at one session of its event, there once somebody asks for one. They are counted under the session's row.
-- places: those of the part, or those that are taken where it was given fewer since; null where they are no longer counted.
CREATE TABLE session_part (
    event_session_id BIGINT NOT NULL,
    event_part_id    BIGINT NOT NULL,
    places           INT    NULL,
    taken_places     INT    NOT NULL DEFAULT 0,
    PRIMARY KEY (event_session_id, event_part_id),
    KEY ix_session_part_part (event_part_id),
    CONSTRAINT ck_session_part_taken CHECK (taken_places >= 0 AND (places IS NULL OR taken_places <= places)),
    CONSTRAINT fk_session_part_session FOREIGN KEY (event_session_id) REFERENCES event_session (id) ON DELETE CASCADE,
    CONSTRAINT fk_session_part_part FOREIGN KEY (event_part_id) REFERENCES event_part (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- In which parts a party has its places, all of it: never one that waits for the session, or has withdrawn.
CREATE TABLE registration_part (
    registration_id BIGINT NOT NULL,
    event_part_id   BIGINT NOT NULL,
    PRIMARY KEY (registration_id, event_part_id),
    KEY ix_registration_part_part (event_part_id),
    CONSTRAINT fk_registration_part_registration FOREIGN KEY (registration_id) REFERENCES registration (id) ON DELETE CASCADE,
    CONSTRAINT fk_registration_part_part FOREIGN KEY (event_part_id) REFERENCES event_part (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
