-- What a person of the team decided about one opinion, and why. reason: of a refusal alone, from the fixed list that the
-- writer reads; passed_to: who was told, in words that the writer reads.
CREATE TABLE moderation_decision (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    opinion_id BIGINT       NOT NULL,
    decision   VARCHAR(12)  NOT NULL,
    reason     VARCHAR(20)  NULL,
    passed_to  VARCHAR(300) NULL,
    account_id BIGINT       NOT NULL,
    decided_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY ix_moderation_decision_opinion (opinion_id),
    CONSTRAINT ck_moderation_decision_decision CHECK (decision IN ('PUBLISH', 'PASS_ON', 'REFUSE')),
    CONSTRAINT ck_moderation_decision_refusal_has_reason CHECK ((decision = 'REFUSE') = (reason IS NOT NULL)),
    CONSTRAINT fk_moderation_decision_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What the team answers: to one opinion (on its receipt), or to all that were received by a consultation (public).
-- form_key: of the form that sent it, so that the same form sent twice is one reply.
CREATE TABLE reply (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT      NOT NULL,
    consultation_id BIGINT      NOT NULL,
    opinion_id      BIGINT      NULL,
    language        VARCHAR(3)  NOT NULL,
    body            TEXT        NOT NULL,
    account_id      BIGINT      NOT NULL,
    replied_at      DATETIME(6) NOT NULL,
    form_key        CHAR(32)    NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_reply_form_key UNIQUE (form_key),
    KEY ix_reply_opinion (opinion_id),
    KEY ix_reply_consultation (consultation_id, replied_at),
    CONSTRAINT fk_reply_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_reply_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id) ON DELETE CASCADE,
    CONSTRAINT fk_reply_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
