-- Whom a questionnaire asks. One that is asked face to face by the team is never shown to everybody, whatever the code does.
ALTER TABLE consultation ADD COLUMN audience VARCHAR(10) NOT NULL DEFAULT 'RESIDENTS';
ALTER TABLE consultation ADD CONSTRAINT ck_consultation_audience CHECK
    (audience = 'RESIDENTS' OR audience = 'INTERVIEW' AND state <> 'PUBLISHED');

-- An interview of the evaluation: with whom, by what they do, never by a name. It is no act of a resident and stands in no
-- ledger.
CREATE TABLE interview (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT       NOT NULL,
    consultation_id BIGINT       NOT NULL,
    held_on         DATE         NOT NULL,
    who             VARCHAR(120) NOT NULL,
    entered_at      DATETIME(6)  NOT NULL,
    form_key        CHAR(32)     NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_interview_form_key UNIQUE (form_key),
    KEY ix_interview_consultation (consultation_id, held_on),
    CONSTRAINT fk_interview_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_interview_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What was answered, question by question: words, or the labels chosen, a line each.
CREATE TABLE interview_answer (
    interview_id BIGINT NOT NULL,
    question_id  BIGINT NOT NULL,
    body         TEXT   NOT NULL,
    PRIMARY KEY (interview_id, question_id),
    CONSTRAINT fk_interview_answer_interview FOREIGN KEY (interview_id) REFERENCES interview (id) ON DELETE CASCADE,
    CONSTRAINT fk_interview_answer_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
