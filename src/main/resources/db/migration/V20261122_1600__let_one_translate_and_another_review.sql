-- Each paragraph of a translation is somebody's, and read by somebody else before residents see it; the database holds it.
-- origin FILE: it came with a contract's file. COUNCIL: a council's own words in its other language. source_body: the
-- paragraph of the source that it was made from, kept once the source has moved on. position is that of the source
-- paragraph that it stands for: a translation may lack some.
ALTER TABLE paragraph
    ADD COLUMN source_body TEXT NULL,
    ADD COLUMN reviewed_at DATETIME(6) NULL,
    DROP CONSTRAINT ck_paragraph_origin;

ALTER TABLE translation_draft
    ADD COLUMN origin VARCHAR(10) NOT NULL DEFAULT 'HUMAN',
    ADD COLUMN source_body TEXT NULL,
    ADD CONSTRAINT ck_translation_draft_origin CHECK (origin IN ('HUMAN', 'MACHINE'));

DELETE FROM translation_draft WHERE body = '';

UPDATE paragraph SET origin = 'FILE' WHERE origin IN ('HUMAN', 'MACHINE') AND (author_id IS NULL OR reviewer_id IS NULL);

-- Made public by their own author, as was allowed until now: they wait for somebody else.
INSERT INTO translation_draft (text_id, language, position, body, digest, author_id, written_at)
SELECT p.text_id, p.language, p.position, p.body, p.digest, p.author_id, UTC_TIMESTAMP(6)
FROM paragraph p
LEFT JOIN translation_draft d ON d.text_id = p.text_id AND d.language = p.language AND d.position = p.position
WHERE p.author_id = p.reviewer_id
  AND d.text_id IS NULL;

DELETE FROM paragraph WHERE author_id = reviewer_id;

ALTER TABLE paragraph
    ADD CONSTRAINT ck_paragraph_origin CHECK (origin IN ('SOURCE', 'FILE', 'COUNCIL', 'HUMAN', 'MACHINE')),
    ADD CONSTRAINT ck_paragraph_read_by_another CHECK (
        state <> 'REVIEWED'
        OR origin NOT IN ('HUMAN', 'MACHINE')
        OR (author_id IS NOT NULL AND reviewer_id IS NOT NULL AND author_id <> reviewer_id));
