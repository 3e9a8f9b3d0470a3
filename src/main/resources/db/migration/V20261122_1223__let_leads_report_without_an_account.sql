-- A link for the partner who leads a sheet: its hash alone is kept, and no e-mail.
CREATE TABLE lead_link (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT       NOT NULL,
    action_sheet_id BIGINT       NOT NULL,
    token_hash      BINARY(32)   NOT NULL,
    form_key        CHAR(32)     NOT NULL,
    holder          VARCHAR(120) NOT NULL,
    created_by      BIGINT       NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    expires_at      DATETIME(6)  NOT NULL,
    revoked_at      DATETIME(6)  NULL,
    last_used_at    DATETIME(6)  NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_lead_link_token UNIQUE (token_hash),
    CONSTRAINT uk_lead_link_form_key UNIQUE (form_key),
    KEY ix_lead_link_contract (contract_id, id),
    CONSTRAINT fk_lead_link_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_lead_link_sheet FOREIGN KEY (action_sheet_id) REFERENCES action_sheet (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What a lead reports waits for the coordinator's nod; nothing of it is public before.
CREATE TABLE lead_report (
    id              BIGINT        NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT        NOT NULL,
    action_sheet_id BIGINT        NOT NULL,
    link_id         BIGINT        NOT NULL,
    submission_hash BINARY(32)    NOT NULL,
    kind            VARCHAR(10)   NOT NULL,
    state           VARCHAR(10)   NOT NULL DEFAULT 'WAITING',
    sent_at         DATETIME(6)   NOT NULL,
    happened_on     DATE          NOT NULL,
    progress        VARCHAR(20)   NULL,
    outcome         VARCHAR(20)   NULL,
    reason          VARCHAR(30)   NULL,
    title           VARCHAR(300)  NULL,
    measure_kind    VARCHAR(10)   NULL,
    unit            VARCHAR(40)   NULL,
    baseline        DECIMAL(14,2) NULL,
    target          DECIMAL(14,2) NULL,
    value           DECIMAL(14,2) NULL,
    source          VARCHAR(300)  NULL,
    note            VARCHAR(1000) NULL,
    decided_by      BIGINT        NULL,
    decided_at      DATETIME(6)   NULL,
    word            VARCHAR(1000) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_lead_report_submission UNIQUE (submission_hash),
    KEY ix_lead_report_waiting (contract_id, state, sent_at),
    KEY ix_lead_report_sheet (action_sheet_id, id),
    CONSTRAINT ck_lead_report_kind CHECK (kind IN ('PROGRESS', 'MEASURE', 'HEAD_COUNT')),
    CONSTRAINT ck_lead_report_state CHECK (state IN ('WAITING', 'ACCEPTED', 'REFUSED', 'TAKEN_BACK')),
    CONSTRAINT fk_lead_report_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_lead_report_sheet FOREIGN KEY (action_sheet_id) REFERENCES action_sheet (id) ON DELETE CASCADE,
    CONSTRAINT fk_lead_report_link FOREIGN KEY (link_id) REFERENCES lead_link (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE lead_report_heads (
    report_id BIGINT      NOT NULL,
    home      VARCHAR(64) NOT NULL,
    heads     INT         NOT NULL,
    PRIMARY KEY (report_id, home),
    CONSTRAINT ck_lead_report_heads_some CHECK (heads > 0),
    CONSTRAINT fk_lead_report_heads_report FOREIGN KEY (report_id) REFERENCES lead_report (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
