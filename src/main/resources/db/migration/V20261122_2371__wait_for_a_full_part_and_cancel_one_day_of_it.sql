-- A full part of a programme is waited for, as a full session is. waiting_number: the party's turn, counted under the session's
-- row; null once it has its places, and only then are they in session_part.taken_places, which has its own CHECK.
ALTER TABLE registration_part
    ADD COLUMN waiting_number INT NULL,
    ADD KEY ix_registration_part_turn (waiting_number),
    ADD CONSTRAINT ck_registration_part_turn CHECK (waiting_number IS NULL OR waiting_number > 0);

-- is_cancelled: not held on this day, while it is on the others.
ALTER TABLE session_part
    ADD COLUMN is_cancelled BOOLEAN NOT NULL DEFAULT FALSE;
