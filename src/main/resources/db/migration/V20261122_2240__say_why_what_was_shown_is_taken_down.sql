-- Why a decision was taken back, as the writer reads it: one of the public list; null to be read again, or when it was never shown.
ALTER TABLE moderation_decision
    ADD COLUMN undone_reason VARCHAR(20) NULL;
