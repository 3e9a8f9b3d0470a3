-- repeat_rule: RFC 5545, 3.3.10, weekly or monthly and with an end; its sessions are rows like any other. repeat_except: days
-- left out, parted by a space. is_repeated: the session was made by the rule, and goes when the rule no longer says it.
ALTER TABLE event
    ADD COLUMN repeat_rule   VARCHAR(120) NULL,
    ADD COLUMN repeat_starts DATE         NULL,
    ADD COLUMN repeat_from   CHAR(5)      NULL,
    ADD COLUMN repeat_until  CHAR(5)      NULL,
    ADD COLUMN repeat_places INT          NULL,
    ADD COLUMN repeat_except VARCHAR(800) NOT NULL DEFAULT '';

ALTER TABLE event_session
    ADD COLUMN is_repeated BOOLEAN NOT NULL DEFAULT FALSE;
