-- erased_on: of words that stay on the site, the day on which all else about them went: from then on no correction can be
-- written, since what its ledger line says is no longer here.
ALTER TABLE opinion ADD COLUMN erased_on DATE NULL;

-- How often each answer was given by opinions that are erased. scale: 0 where the question has none.
CREATE TABLE answer_tally (
    question_id BIGINT  NOT NULL,
    choice      BIGINT  NOT NULL,
    scale       TINYINT NOT NULL,
    count       BIGINT  NOT NULL,
    PRIMARY KEY (question_id, choice, scale),
    CONSTRAINT fk_answer_tally_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How many opinions of a consultation are erased, and how many of them the team had decided.
CREATE TABLE opinion_tally (
    consultation_id BIGINT NOT NULL,
    received        BIGINT NOT NULL,
    decided         BIGINT NOT NULL,
    PRIMARY KEY (consultation_id),
    CONSTRAINT fk_opinion_tally_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
