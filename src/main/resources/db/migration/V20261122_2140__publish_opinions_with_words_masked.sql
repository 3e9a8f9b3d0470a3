-- Words are masked in the answer itself, so that nothing can show what was there; what was there is sealed (encrypted with the
-- site's secret) until the decision is taken back, or its term is over.
ALTER TABLE answer ADD COLUMN is_masked BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE sealed_words (
    opinion_id  BIGINT      NOT NULL,
    question_id BIGINT      NOT NULL,
    words       BLOB        NOT NULL,
    sealed_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (opinion_id, question_id),
    KEY ix_sealed_words_at (sealed_at),
    CONSTRAINT fk_sealed_words_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who read sealed words, when and what for. It says nothing of what they were, and outlives them.
CREATE TABLE sealed_reading (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    opinion_id BIGINT       NOT NULL,
    account_id BIGINT       NOT NULL,
    why        VARCHAR(300) NOT NULL,
    read_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY ix_sealed_reading_opinion (opinion_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
