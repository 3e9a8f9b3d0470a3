-- The steps by which a contract is approved: the signatories' draft, the opinion of the territorial health council (conseil
-- territorial de santé) with its observations, the vote, the signature. A step that has no row is to come.
CREATE TABLE contract_step (
    id                BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id       BIGINT      NOT NULL,
    kind              VARCHAR(20) NOT NULL,
    state             VARCHAR(10) NOT NULL,
    step_on           DATE        NULL,
    observations_text BIGINT      NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_contract_step_kind UNIQUE (contract_id, kind),
    CONSTRAINT ck_contract_step_kind CHECK (kind IN ('DRAFT', 'TERRITORIAL_COUNCIL', 'VOTE', 'SIGNATURE')),
    CONSTRAINT ck_contract_step_state CHECK (state IN ('TO_COME', 'UNDER_WAY', 'DONE')),
    CONSTRAINT fk_contract_step_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_contract_step_observations FOREIGN KEY (observations_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
