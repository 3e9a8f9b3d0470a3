-- Appended when something that pages show has changed; each machine of the site reads the new rows and forgets the pages.
CREATE TABLE page_change (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    tag        VARCHAR(120) NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY ix_page_change_changed_at (changed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
