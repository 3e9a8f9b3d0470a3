-- What the site noticed in an opinion's words. It advises whoever reads, and decides nothing.
CREATE TABLE opinion_flag (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    opinion_id  BIGINT      NOT NULL,
    -- One of flag.FlagKind.
    kind        VARCHAR(24) NOT NULL,
    -- Null when the flag is about the whole opinion.
    question_id BIGINT      NULL,
    choice      BIGINT      NOT NULL DEFAULT 0,
    -- In UTF-16 units of the answer's words: from the first one that is meant to the one after the last.
    from_unit   INT         NULL,
    to_unit     INT         NULL,
    PRIMARY KEY (id),
    KEY ix_opinion_flag_kind (kind, opinion_id),
    KEY ix_opinion_flag_opinion (opinion_id, id),
    CONSTRAINT ck_opinion_flag_range CHECK ((from_unit IS NULL AND to_unit IS NULL) OR (question_id IS NOT NULL AND from_unit < to_unit)),
    CONSTRAINT fk_opinion_flag_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Its turn in the queue: 0 when its words say distress, 1 for all others. Within a turn, the oldest first.
ALTER TABLE opinion
    ADD turn TINYINT NOT NULL DEFAULT 1,
    ADD CONSTRAINT ck_opinion_turn CHECK (turn IN (0, 1)),
    ADD KEY ix_opinion_turn (contract_id, state, turn, received_at);
