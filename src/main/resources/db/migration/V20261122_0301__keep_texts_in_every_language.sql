-- A text that residents read, paragraph by paragraph, in each language.
-- paragraph.digest: of a source paragraph, the digest of its own body; of a translation, that of the source
-- paragraph it was made from. A translation is stale where the two differ: it is computed, never stored.
CREATE TABLE text (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    source_language VARCHAR(3)  NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE paragraph (
    text_id     BIGINT      NOT NULL,
    language    VARCHAR(3)  NOT NULL,
    position    SMALLINT    NOT NULL,
    body        TEXT        NOT NULL,
    origin      VARCHAR(10) NOT NULL,
    digest      CHAR(16)    NOT NULL,
    state       VARCHAR(10) NOT NULL,
    author_id   BIGINT      NULL,
    reviewer_id BIGINT      NULL,
    PRIMARY KEY (text_id, language, position),
    CONSTRAINT fk_paragraph_text FOREIGN KEY (text_id) REFERENCES text (id) ON DELETE CASCADE,
    CONSTRAINT ck_paragraph_origin CHECK (origin IN ('SOURCE', 'HUMAN', 'MACHINE')),
    CONSTRAINT ck_paragraph_state CHECK (state IN ('DRAFT', 'REVIEWED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
