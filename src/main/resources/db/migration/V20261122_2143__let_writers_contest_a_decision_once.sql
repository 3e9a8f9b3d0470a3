-- A writer asks for another reading, once. decided_by: who made the decision that is contested, and never settles this.
CREATE TABLE contest (
    opinion_id    BIGINT        NOT NULL,
    decision_id   BIGINT        NOT NULL,
    decided_by    BIGINT        NOT NULL,
    words         VARCHAR(1000) NOT NULL,
    language      VARCHAR(3)    NOT NULL,
    filed_at      DATETIME(6)   NOT NULL,
    outcome       VARCHAR(10)   NULL,
    note          VARCHAR(1000) NULL,
    note_language VARCHAR(3)    NULL,
    settled_by    BIGINT        NULL,
    settled_at    DATETIME(6)   NULL,
    PRIMARY KEY (opinion_id),
    KEY ix_contest_settled (settled_at, filed_at),
    CONSTRAINT ck_contest_outcome CHECK (outcome IN ('KEPT', 'CHANGED')),
    CONSTRAINT ck_contest_settled CHECK ((outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_by IS NULL)),
    CONSTRAINT ck_contest_by_another CHECK (settled_by IS NULL OR settled_by <> decided_by),
    CONSTRAINT fk_contest_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
