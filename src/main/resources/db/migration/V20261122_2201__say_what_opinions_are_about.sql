-- Themes that the team of a contract adds to those of the contract, to sort opinions. key: "a." and what its name is in addresses, so
-- that it is never a theme's.
CREATE TABLE own_theme (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id BIGINT      NOT NULL,
    slug        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    name        VARCHAR(60) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_own_theme_slug UNIQUE (contract_id, slug),
    CONSTRAINT fk_own_theme_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What an opinion is about, as a person has confirmed it. theme: slug of a theme of the contract, or of own_theme.
CREATE TABLE opinion_theme (
    opinion_id   BIGINT      NOT NULL,
    theme        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    contract_id  BIGINT      NOT NULL,
    confirmed_by BIGINT      NULL,
    confirmed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (opinion_id, theme),
    KEY ix_opinion_theme_theme (contract_id, theme, opinion_id),
    KEY ix_opinion_theme_account (confirmed_by),
    CONSTRAINT fk_opinion_theme_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE,
    CONSTRAINT fk_opinion_theme_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_opinion_theme_account FOREIGN KEY (confirmed_by) REFERENCES account (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
