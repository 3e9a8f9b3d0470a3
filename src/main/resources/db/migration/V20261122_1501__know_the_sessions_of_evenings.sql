-- is_evening: begins at 17 h or later in the contract's zone; the site writes it with the hours, for lists to choose by.
-- changed_at: when what is told of the session changed last, for those who follow the agenda; not when somebody registers.
ALTER TABLE event_session
    ADD COLUMN is_evening BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN changed_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);

-- The hours of Paris, but for the last days of March and October; the next change of a session's hours says it exactly.
UPDATE event_session
SET is_evening = HOUR(DATE_ADD(starts_at, INTERVAL IF(MONTH(starts_at) BETWEEN 4 AND 10, 2, 1) HOUR)) >= 17;
