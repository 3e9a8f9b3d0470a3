-- Somebody may be in danger: such a letter leaves before the others that are due.
ALTER TABLE letter
    ADD is_urgent BOOLEAN NOT NULL DEFAULT FALSE;
