-- An account of the team. password_hash: Argon2id, NULL until the first password is chosen. is_administrator: of the whole site.
-- email: in lower case, and ASCII alone, so that no two that look the same to a collation are one account.
CREATE TABLE account (
    id               BIGINT       NOT NULL AUTO_INCREMENT,
    email            VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name             VARCHAR(120) NOT NULL,
    password_hash    VARCHAR(200) NULL,
    is_administrator BOOLEAN      NOT NULL DEFAULT FALSE,
    is_active        BOOLEAN      NOT NULL DEFAULT TRUE,
    created_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_account_email UNIQUE (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE membership (
    account_id  BIGINT      NOT NULL,
    contract_id BIGINT      NOT NULL,
    role        VARCHAR(20) NOT NULL,
    PRIMARY KEY (account_id, contract_id, role),
    CONSTRAINT ck_membership_role CHECK (role IN ('COORDINATOR', 'COMMITTEE')),
    CONSTRAINT fk_membership_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT fk_membership_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- token_hash: SHA-256 of the cookie's opaque token; the token itself is nowhere.
CREATE TABLE desk_session (
    token_hash BINARY(32)  NOT NULL,
    account_id BIGINT      NOT NULL,
    created_at DATETIME(6) NOT NULL,
    seen_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (token_hash),
    KEY ix_desk_session_account (account_id),
    CONSTRAINT fk_desk_session_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A link that is good once: to choose a first or a new password. account_id NULL: to make the first administrator, while
-- there is none.
CREATE TABLE one_time_link (
    token_hash BINARY(32)  NOT NULL,
    account_id BIGINT      NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (token_hash),
    CONSTRAINT fk_one_time_link_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
