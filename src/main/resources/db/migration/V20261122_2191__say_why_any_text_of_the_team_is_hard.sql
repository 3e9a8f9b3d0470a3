-- Why a text of the team that is hard to read was shown all the same: an answer, what came of opinions, what a council says of
-- itself. What is written as content has its reason in content_history. about: the kind and the number of what holds the text.
CREATE TABLE hard_text (
    id          BIGINT        NOT NULL AUTO_INCREMENT,
    contract_id BIGINT        NOT NULL,
    about       VARCHAR(40)   COLLATE utf8mb4_bin NOT NULL,
    account_id  BIGINT        NOT NULL,
    shown_at    DATETIME(6)   NOT NULL,
    reason      VARCHAR(1000) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_hard_text_about (contract_id, about),
    CONSTRAINT fk_hard_text_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
