-- Who has taken an opinion to decide, or was given it. Nobody else is hindered; all see it.
CREATE TABLE opinion_assignment (
    opinion_id  BIGINT      NOT NULL,
    account_id  BIGINT      NOT NULL,
    assigned_by BIGINT      NOT NULL,
    assigned_at DATETIME(6) NOT NULL,
    PRIMARY KEY (opinion_id),
    KEY ix_opinion_assignment_account (account_id, opinion_id),
    CONSTRAINT fk_opinion_assignment_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE,
    CONSTRAINT fk_opinion_assignment_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A doubt about an opinion, put to another person of the team: nobody else decides until they have said what they think, or the
-- question is taken back. is_open: 1 while it waits, else NULL, so that one alone can wait.
CREATE TABLE second_reading (
    id            BIGINT        NOT NULL AUTO_INCREMENT,
    opinion_id    BIGINT        NOT NULL,
    asked_by      BIGINT        NOT NULL,
    asked_of      BIGINT        NOT NULL,
    question      VARCHAR(1000) NOT NULL,
    asked_at      DATETIME(6)   NOT NULL,
    is_open       TINYINT       NULL,
    advice        VARCHAR(12)   NULL,
    said          VARCHAR(1000) NULL,
    closed_at     DATETIME(6)   NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_second_reading_open UNIQUE (opinion_id, is_open),
    KEY ix_second_reading_asked_of (asked_of, is_open),
    CONSTRAINT ck_second_reading_open CHECK ((is_open IS NULL) = (closed_at IS NOT NULL)),
    CONSTRAINT ck_second_reading_advice CHECK (advice IN ('PUBLISH', 'MASK', 'PASS_ON', 'REFUSE')),
    CONSTRAINT fk_second_reading_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
