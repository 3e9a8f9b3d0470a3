-- What the last import wrote, field by field: a field whose present value has another digest was edited at the desk since.
CREATE TABLE imported_field (
    contract_id BIGINT       NOT NULL,
    item        VARCHAR(160) NOT NULL,
    field       VARCHAR(60)  NOT NULL,
    digest      CHAR(16)     NOT NULL,
    PRIMARY KEY (contract_id, item, field),
    CONSTRAINT fk_imported_field_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
