-- What a follow-up answers. kind, said_id: an opinion or a council's formal opinion; no foreign key, since what was said
-- may be erased while what came of it stays.
CREATE TABLE followup_said (
    followup_id BIGINT      NOT NULL,
    kind        VARCHAR(20) NOT NULL,
    said_id     BIGINT      NOT NULL,
    PRIMARY KEY (followup_id, kind, said_id),
    KEY ix_followup_said_said (kind, said_id),
    CONSTRAINT ck_followup_said_kind CHECK (kind IN ('OPINION', 'FORMAL_OPINION')),
    CONSTRAINT fk_followup_said_followup FOREIGN KEY (followup_id) REFERENCES followup (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
