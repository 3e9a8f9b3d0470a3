-- A translation that somebody wrote and nobody has reviewed yet: not shown, beside the reviewed one if there is one.
-- digest: of the source paragraph that it was made from.
CREATE TABLE translation_draft (
    text_id    BIGINT      NOT NULL,
    language   VARCHAR(3)  NOT NULL,
    position   SMALLINT    NOT NULL,
    body       TEXT        NOT NULL,
    digest     CHAR(16)    NOT NULL,
    author_id  BIGINT      NOT NULL,
    written_at DATETIME(6) NOT NULL,
    PRIMARY KEY (text_id, language, position),
    CONSTRAINT fk_translation_draft_text FOREIGN KEY (text_id) REFERENCES text (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
