-- REFUSED: their mail server says that nobody has this address; it is not tried for ever. Its content stays for a week, in case
-- it was the server's mistake.
ALTER TABLE letter DROP CONSTRAINT ck_letter_state;
ALTER TABLE letter ADD CONSTRAINT ck_letter_state CHECK (state IN ('WAITING', 'SENT', 'DROPPED', 'REFUSED'));
