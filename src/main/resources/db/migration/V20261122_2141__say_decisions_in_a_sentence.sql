-- MASK: published, some words masked, always for a reason of the list. note: what the team adds, which the writer reads.
ALTER TABLE moderation_decision
    ADD COLUMN note          VARCHAR(1000) NULL,
    ADD COLUMN note_language VARCHAR(3)    NULL;
ALTER TABLE moderation_decision DROP CONSTRAINT ck_moderation_decision_decision;
ALTER TABLE moderation_decision DROP CONSTRAINT ck_moderation_decision_refusal_has_reason;
ALTER TABLE moderation_decision
    ADD CONSTRAINT ck_moderation_decision_decision CHECK (decision IN ('PUBLISH', 'MASK', 'PASS_ON', 'REFUSE'));
ALTER TABLE moderation_decision
    ADD CONSTRAINT ck_moderation_decision_has_reason CHECK ((decision IN ('MASK', 'REFUSE')) = (reason IS NOT NULL));
ALTER TABLE moderation_decision
    ADD CONSTRAINT ck_moderation_decision_note_has_language CHECK ((note IS NULL) = (note_language IS NULL));
