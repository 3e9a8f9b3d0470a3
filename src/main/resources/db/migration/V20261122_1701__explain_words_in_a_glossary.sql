-- Words and acronyms that a contract explains to residents. title: as texts write it (CPTS); stands_for: its full name,
-- NULL of what is no acronym.
CREATE TABLE term (
    id               BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id      BIGINT      NOT NULL,
    slug             VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    position         SMALLINT    NOT NULL,
    title_text       BIGINT      NOT NULL,
    stands_for_text  BIGINT      NULL,
    explanation_text BIGINT      NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_term_slug UNIQUE (contract_id, slug),
    CONSTRAINT fk_term_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_term_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_term_stands_for FOREIGN KEY (stands_for_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_term_explanation FOREIGN KEY (explanation_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
