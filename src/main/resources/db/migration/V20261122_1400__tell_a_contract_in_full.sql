-- The four steps of a contract with their dates; what it is linked with (mental health council, city health workshop,
-- territorial professional health community, city contract); its documents, which stand elsewhere; the diagnosis that it shares.
ALTER TABLE contract
    ADD COLUMN diagnosis_on       DATE   NULL,
    ADD COLUMN diagnosis_text     BIGINT NULL,
    ADD COLUMN diagnosis_who_text BIGINT NULL,
    ADD CONSTRAINT fk_contract_diagnosis FOREIGN KEY (diagnosis_text) REFERENCES text (id) ON DELETE RESTRICT,
    ADD CONSTRAINT fk_contract_diagnosis_who FOREIGN KEY (diagnosis_who_text) REFERENCES text (id) ON DELETE RESTRICT;

-- ends_on: the last day; NULL while it is not known.
CREATE TABLE contract_phase (
    contract_id BIGINT      NOT NULL,
    position    SMALLINT    NOT NULL,
    phase       VARCHAR(20) NOT NULL,
    starts_on   DATE        NOT NULL,
    ends_on     DATE        NULL,
    note_text   BIGINT      NULL,
    PRIMARY KEY (contract_id, position),
    CONSTRAINT ck_contract_phase_phase CHECK (phase IN ('DIAGNOSIS', 'PLANNING', 'IMPLEMENTATION', 'EVALUATION')),
    CONSTRAINT fk_contract_phase_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_contract_phase_note FOREIGN KEY (note_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE contract_link (
    contract_id BIGINT        NOT NULL,
    position    SMALLINT      NOT NULL,
    kind        VARCHAR(20)   NOT NULL,
    name        VARCHAR(300)  NOT NULL,
    does_text   BIGINT        NULL,
    url         VARCHAR(1000) NULL,
    PRIMARY KEY (contract_id, position),
    CONSTRAINT ck_contract_link_kind CHECK (kind IN ('CLSM', 'ASV', 'CPTS', 'CONTRAT_DE_VILLE')),
    CONSTRAINT fk_contract_link_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_contract_link_does FOREIGN KEY (does_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE contract_document (
    contract_id BIGINT        NOT NULL,
    position    SMALLINT      NOT NULL,
    kind        VARCHAR(20)   NOT NULL,
    title_text  BIGINT        NOT NULL,
    url         VARCHAR(1000) NOT NULL,
    dated_on    DATE          NULL,
    PRIMARY KEY (contract_id, position),
    CONSTRAINT ck_contract_document_kind CHECK
        (kind IN ('CONTRACT', 'AMENDMENT', 'DIAGNOSIS', 'MINUTES', 'EVALUATION', 'OTHER')),
    CONSTRAINT fk_contract_document_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_contract_document_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
