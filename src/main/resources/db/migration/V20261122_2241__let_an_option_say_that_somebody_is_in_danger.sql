-- Who chooses it may be in danger: told at once whom to call, and the team is told, as for words that say so.
ALTER TABLE question_option
    ADD COLUMN is_distress BOOLEAN NOT NULL DEFAULT FALSE;
