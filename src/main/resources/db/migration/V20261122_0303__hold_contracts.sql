-- One local health contract: its territory, neighbourhoods, axes and partners.
CREATE TABLE contract (
    id                      BIGINT       NOT NULL AUTO_INCREMENT,
    slug                    VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    is_example              BOOLEAN      NOT NULL DEFAULT FALSE,
    title_text              BIGINT       NOT NULL,
    summary_text            BIGINT       NOT NULL,
    territory_name          VARCHAR(300) NOT NULL,
    territory_insee         VARCHAR(5)   NULL,
    zone                    VARCHAR(60)  NOT NULL DEFAULT 'Europe/Paris',
    languages               VARCHAR(200) NOT NULL,
    starts_on               DATE         NULL,
    ends_on                 DATE         NULL,
    phase                   VARCHAR(20)  NULL,
    telephone               VARCHAR(30)  NOT NULL,
    telephone_hours_text    BIGINT       NULL,
    aims_text               BIGINT       NULL,
    reach_text              BIGINT       NULL,
    follow_text             BIGINT       NULL,
    editor                  VARCHAR(300) NOT NULL,
    publication_director    VARCHAR(300) NOT NULL,
    host                    VARCHAR(300) NOT NULL,
    data_protection_officer VARCHAR(300) NOT NULL,
    contact                 VARCHAR(300) NOT NULL,
    mentions_telephone      VARCHAR(30)  NOT NULL,
    first_imported_on       DATE         NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_contract_slug UNIQUE (slug),
    CONSTRAINT fk_contract_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_contract_summary FOREIGN KEY (summary_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_contract_telephone_hours FOREIGN KEY (telephone_hours_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_contract_aims FOREIGN KEY (aims_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_contract_reach FOREIGN KEY (reach_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_contract_follow FOREIGN KEY (follow_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE signatory (
    contract_id BIGINT       NOT NULL,
    position    SMALLINT     NOT NULL,
    kind        VARCHAR(20)  NOT NULL,
    name        VARCHAR(300) NOT NULL,
    PRIMARY KEY (contract_id, position),
    CONSTRAINT fk_signatory_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE neighbourhood (
    id                BIGINT        NOT NULL AUTO_INCREMENT,
    contract_id       BIGINT        NOT NULL,
    slug              VARCHAR(64)   COLLATE utf8mb4_bin NOT NULL,
    position          SMALLINT      NOT NULL,
    name_text         BIGINT        NOT NULL,
    population        INT           NULL,
    population_source VARCHAR(300)  NULL,
    need              DECIMAL(12,4) NULL,
    need_source       VARCHAR(300)  NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_neighbourhood_slug UNIQUE (contract_id, slug),
    CONSTRAINT fk_neighbourhood_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_neighbourhood_name FOREIGN KEY (name_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE priority_area (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id BIGINT       NOT NULL,
    code        VARCHAR(12)  NOT NULL,
    name        VARCHAR(300) NOT NULL,
    population  INT          NULL,
    source      VARCHAR(300) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_priority_area_code UNIQUE (contract_id, code),
    CONSTRAINT fk_priority_area_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- share: of the neighbourhood's people who live in the priority area, 0 to 1.
CREATE TABLE priority_area_share (
    priority_area_id BIGINT       NOT NULL,
    neighbourhood_id BIGINT       NOT NULL,
    share            DECIMAL(5,4) NOT NULL,
    PRIMARY KEY (priority_area_id, neighbourhood_id),
    CONSTRAINT fk_priority_area_share_area FOREIGN KEY (priority_area_id) REFERENCES priority_area (id) ON DELETE CASCADE,
    CONSTRAINT fk_priority_area_share_neighbourhood FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE axis (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id    BIGINT       NOT NULL,
    slug           VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    position       SMALLINT     NOT NULL,
    title_text     BIGINT       NOT NULL,
    official_title VARCHAR(300) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_axis_slug UNIQUE (contract_id, slug),
    CONSTRAINT fk_axis_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_axis_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE theme (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id BIGINT      NOT NULL,
    axis_id     BIGINT      NOT NULL,
    slug        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    position    SMALLINT    NOT NULL,
    title_text  BIGINT      NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_theme_slug UNIQUE (contract_id, slug),
    CONSTRAINT fk_theme_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_theme_axis FOREIGN KEY (axis_id) REFERENCES axis (id) ON DELETE RESTRICT,
    CONSTRAINT fk_theme_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE partner (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id    BIGINT       NOT NULL,
    slug           VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    name           VARCHAR(300) NOT NULL,
    sector         VARCHAR(20)  NOT NULL,
    has_convention BOOLEAN      NOT NULL DEFAULT FALSE,
    PRIMARY KEY (id),
    CONSTRAINT uk_partner_slug UNIQUE (contract_id, slug),
    CONSTRAINT fk_partner_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
