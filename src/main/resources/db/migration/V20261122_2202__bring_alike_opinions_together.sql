-- An opinion's words in French, for the team alone: a machine's draft, or what a person of the team typed. Never shown to others.
CREATE TABLE opinion_translation (
    opinion_id  BIGINT      NOT NULL,
    question_id BIGINT      NOT NULL,
    body        TEXT        NOT NULL,
    -- MACHINE or HUMAN.
    origin      VARCHAR(8)  NOT NULL,
    -- The revision of the opinion that was translated.
    revision    INT         NOT NULL,
    account_id  BIGINT      NULL,
    written_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (opinion_id, question_id),
    KEY ix_opinion_translation_question (question_id),
    KEY ix_opinion_translation_account (account_id),
    CONSTRAINT ck_opinion_translation_origin CHECK (origin IN ('MACHINE', 'HUMAN')),
    CONSTRAINT fk_opinion_translation_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE,
    CONSTRAINT fk_opinion_translation_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
    CONSTRAINT fk_opinion_translation_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Opinions that say the same, as a person has put them together.
CREATE TABLE opinion_group (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id BIGINT       NOT NULL,
    name        VARCHAR(120) NOT NULL,
    made_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY ix_opinion_group_contract (contract_id, id),
    CONSTRAINT fk_opinion_group_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE opinion_group_member (
    group_id   BIGINT NOT NULL,
    opinion_id BIGINT NOT NULL,
    PRIMARY KEY (group_id, opinion_id),
    KEY ix_opinion_group_member_opinion (opinion_id),
    CONSTRAINT fk_opinion_group_member_group FOREIGN KEY (group_id) REFERENCES opinion_group (id) ON DELETE CASCADE,
    CONSTRAINT fk_opinion_group_member_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
