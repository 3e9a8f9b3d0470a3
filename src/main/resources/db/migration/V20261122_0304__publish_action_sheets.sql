-- Lists of fixed words (languages, determinants, publics) are kept as words parted by a space.
CREATE TABLE action_sheet (
    id                     BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id            BIGINT       NOT NULL,
    slug                   VARCHAR(64)  COLLATE utf8mb4_bin NOT NULL,
    position               SMALLINT     NOT NULL,
    state                  VARCHAR(10)  NOT NULL DEFAULT 'PUBLISHED',
    axis_id                BIGINT       NOT NULL,
    theme_id               BIGINT       NULL,
    title_text             BIGINT       NOT NULL,
    summary_text           BIGINT       NOT NULL,
    phase                  VARCHAR(20)  NULL,
    progress               VARCHAR(20)  NOT NULL,
    outcome                VARCHAR(20)  NULL,
    is_sensitive           BOOLEAN      NOT NULL DEFAULT FALSE,
    approach               VARCHAR(20)  NOT NULL,
    approach_base_text     BIGINT       NULL,
    approach_stronger_text BIGINT       NULL,
    approach_why_text      BIGINT       NULL,
    determinants           VARCHAR(300) NOT NULL DEFAULT '',
    publics                VARCHAR(300) NOT NULL DEFAULT '',
    place_text             BIGINT       NULL,
    address                VARCHAR(300) NULL,
    hours_text             BIGINT       NOT NULL,
    telephone              VARCHAR(30)  NULL,
    is_free                BOOLEAN      NOT NULL,
    price_text             BIGINT       NULL,
    appointment            VARCHAR(10)  NOT NULL,
    papers_text            BIGINT       NULL,
    languages              VARCHAR(200) NOT NULL DEFAULT '',
    plan_level             VARCHAR(12)  NULL,
    plan_who_text          BIGINT       NULL,
    plan_how_many          INT          NULL,
    plan_invited_text      BIGINT       NULL,
    plan_followed_text     BIGINT       NULL,
    plan_none_text         BIGINT       NULL,
    lead_partner_id        BIGINT       NULL,
    objectives_text        BIGINT       NULL,
    context_text           BIGINT       NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_action_sheet_slug UNIQUE (contract_id, slug),
    CONSTRAINT ck_action_sheet_plan CHECK (plan_level IS NOT NULL OR plan_none_text IS NOT NULL),
    CONSTRAINT fk_action_sheet_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_action_sheet_axis FOREIGN KEY (axis_id) REFERENCES axis (id) ON DELETE RESTRICT,
    CONSTRAINT fk_action_sheet_theme FOREIGN KEY (theme_id) REFERENCES theme (id) ON DELETE RESTRICT,
    CONSTRAINT fk_action_sheet_lead FOREIGN KEY (lead_partner_id) REFERENCES partner (id) ON DELETE RESTRICT,
    CONSTRAINT fk_action_sheet_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- is_stronger: a proportionate sheet does more there.
CREATE TABLE action_sheet_neighbourhood (
    action_sheet_id  BIGINT  NOT NULL,
    neighbourhood_id BIGINT  NOT NULL,
    is_held          BOOLEAN NOT NULL DEFAULT FALSE,
    is_stronger      BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (action_sheet_id, neighbourhood_id),
    CONSTRAINT fk_action_sheet_neighbourhood_sheet FOREIGN KEY (action_sheet_id) REFERENCES action_sheet (id) ON DELETE CASCADE,
    CONSTRAINT fk_action_sheet_neighbourhood_place FOREIGN KEY (neighbourhood_id) REFERENCES neighbourhood (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE action_sheet_partner (
    action_sheet_id BIGINT NOT NULL,
    partner_id      BIGINT NOT NULL,
    PRIMARY KEY (action_sheet_id, partner_id),
    CONSTRAINT fk_action_sheet_partner_sheet FOREIGN KEY (action_sheet_id) REFERENCES action_sheet (id) ON DELETE CASCADE,
    CONSTRAINT fk_action_sheet_partner_partner FOREIGN KEY (partner_id) REFERENCES partner (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE action_sheet_history (
    action_sheet_id BIGINT      NOT NULL,
    position        SMALLINT    NOT NULL,
    changed_on      DATE        NOT NULL,
    progress        VARCHAR(20) NOT NULL,
    outcome         VARCHAR(20) NULL,
    reason          VARCHAR(30) NULL,
    note_text       BIGINT      NULL,
    PRIMARY KEY (action_sheet_id, position),
    CONSTRAINT fk_action_sheet_history_sheet FOREIGN KEY (action_sheet_id) REFERENCES action_sheet (id) ON DELETE CASCADE,
    CONSTRAINT fk_action_sheet_history_note FOREIGN KEY (note_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE action_sheet_indicator (
    action_sheet_id BIGINT   NOT NULL,
    position        SMALLINT NOT NULL,
    title_text      BIGINT   NOT NULL,
    PRIMARY KEY (action_sheet_id, position),
    CONSTRAINT fk_action_sheet_indicator_sheet FOREIGN KEY (action_sheet_id) REFERENCES action_sheet (id) ON DELETE CASCADE,
    CONSTRAINT fk_action_sheet_indicator_title FOREIGN KEY (title_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
