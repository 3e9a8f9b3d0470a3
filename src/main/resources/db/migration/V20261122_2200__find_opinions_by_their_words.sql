-- The words of each opinion, made alike (search.Words), for the team to find it by; never those that are masked.
CREATE TABLE opinion_word (
    opinion_id  BIGINT      NOT NULL,
    word        VARCHAR(40) COLLATE utf8mb4_bin NOT NULL,
    contract_id BIGINT      NOT NULL,
    -- Whether an opinion has a word, and a word that begins so.
    PRIMARY KEY (opinion_id, word),
    -- Which opinions have it.
    KEY ix_opinion_word_word (contract_id, word, opinion_id),
    CONSTRAINT fk_opinion_word_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The words of those that came before are written down when they are looked at again.
UPDATE opinion SET is_looked_at = FALSE WHERE has_words = TRUE;

-- What somebody of the team wants to see again of a list of opinions.
CREATE TABLE saved_filter (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id BIGINT       NOT NULL,
    account_id  BIGINT       NOT NULL,
    -- QUEUE or DECIDED.
    list        VARCHAR(12)  NOT NULL,
    name        VARCHAR(80)  NOT NULL,
    -- As the list's address says it.
    query       VARCHAR(1500) NOT NULL,
    is_shared   BOOLEAN      NOT NULL,
    PRIMARY KEY (id),
    KEY ix_saved_filter_contract (contract_id, list, name),
    KEY ix_saved_filter_account (account_id),
    CONSTRAINT ck_saved_filter_list CHECK (list IN ('QUEUE', 'DECIDED')),
    CONSTRAINT fk_saved_filter_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_saved_filter_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
