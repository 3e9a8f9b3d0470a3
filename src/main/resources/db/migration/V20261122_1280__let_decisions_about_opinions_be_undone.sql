-- Who took the decision back, and when: it stays written, and the opinion waits again.
ALTER TABLE moderation_decision
    ADD COLUMN undone_by BIGINT      NULL,
    ADD COLUMN undone_at DATETIME(6) NULL;
ALTER TABLE moderation_decision ADD CONSTRAINT ck_moderation_decision_undone_by_somebody
    CHECK ((undone_by IS NULL) = (undone_at IS NULL));
