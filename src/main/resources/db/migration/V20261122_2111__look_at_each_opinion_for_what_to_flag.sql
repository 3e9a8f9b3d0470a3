-- False from the moment an opinion comes, is corrected or loses its words, until its flags are what they should be.
ALTER TABLE opinion
    ADD is_looked_at BOOLEAN NOT NULL DEFAULT FALSE,
    ADD KEY ix_opinion_looked_at (is_looked_at, id);

-- The other opinion that says the same, of a flag that says so.
-- And the language that the words seem to be in, of a flag about their language.
ALTER TABLE opinion_flag
    ADD other_id BIGINT NULL,
    ADD language VARCHAR(8) COLLATE utf8mb4_bin NULL,
    ADD KEY ix_opinion_flag_other (other_id),
    ADD CONSTRAINT fk_opinion_flag_other FOREIGN KEY (other_id) REFERENCES opinion (id) ON DELETE CASCADE;

-- What an opinion's words look like, without the words: two opinions with many of these numbers in common say the same.
CREATE TABLE opinion_likeness (
    opinion_id  BIGINT         NOT NULL,
    contract_id BIGINT         NOT NULL,
    -- 64 numbers of four bytes: flag.Likeness.
    print       VARBINARY(256) NOT NULL,
    PRIMARY KEY (opinion_id),
    CONSTRAINT fk_opinion_likeness_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Some of these numbers taken together, by which those that may be alike are found.
CREATE TABLE opinion_likeness_band (
    contract_id BIGINT NOT NULL,
    band        BIGINT NOT NULL,
    opinion_id  BIGINT NOT NULL,
    PRIMARY KEY (contract_id, band, opinion_id),
    KEY ix_opinion_likeness_band_opinion (opinion_id),
    CONSTRAINT fk_opinion_likeness_band_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
