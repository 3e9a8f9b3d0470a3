-- What is measured of an action, at its latest reading; texts that residents read.
CREATE TABLE action_sheet_measure (
    id              BIGINT        NOT NULL AUTO_INCREMENT,
    action_sheet_id BIGINT        NOT NULL,
    title_text      BIGINT        NOT NULL,
    kind            VARCHAR(10)   NOT NULL,
    unit            VARCHAR(40)   NOT NULL DEFAULT '',
    baseline        DECIMAL(14,2) NULL,
    target          DECIMAL(14,2) NULL,
    value           DECIMAL(14,2) NOT NULL,
    source          VARCHAR(300)  NOT NULL,
    measured_on     DATE          NOT NULL,
    PRIMARY KEY (id),
    KEY ix_action_sheet_measure_sheet (action_sheet_id, id),
    CONSTRAINT ck_action_sheet_measure_kind CHECK (kind IN ('FOLLOW_UP', 'OUTPUT', 'RESULT')),
    CONSTRAINT fk_action_sheet_measure_sheet FOREIGN KEY (action_sheet_id) REFERENCES action_sheet (id) ON DELETE CASCADE,
    CONSTRAINT fk_action_sheet_measure_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
