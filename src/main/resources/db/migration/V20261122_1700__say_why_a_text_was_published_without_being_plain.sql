-- Of a text that was shown although it is hard to read: why, in the words of who showed it. NULL of all others.
ALTER TABLE content_history ADD COLUMN plain_reason VARCHAR(1000) NULL;
