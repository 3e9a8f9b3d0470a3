-- What was done at the desk to what residents read: append-only. kind, item_id: an action, an event...; slug: its name
-- then. before_item, after_item: the item told as in a contract's file, with its state; before_item is NULL of a new one.
CREATE TABLE content_history (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id BIGINT      NOT NULL,
    kind        VARCHAR(20) NOT NULL,
    item_id     BIGINT      NOT NULL,
    slug        VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    account_id  BIGINT      NOT NULL,
    changed_at  DATETIME(6) NOT NULL,
    what        VARCHAR(12) NOT NULL,
    before_item MEDIUMTEXT  NULL,
    after_item  MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (id),
    KEY ix_content_history_item (contract_id, kind, item_id, id),
    CONSTRAINT ck_content_history_what CHECK (what IN
        ('CREATED', 'COPIED', 'EDITED', 'TRANSLATED', 'PUBLISHED', 'TAKEN_AWAY', 'ARCHIVED', 'UNDONE'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER tr_content_history_never_changes BEFORE UPDATE ON content_history FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The history is append-only: undo with a new line';

CREATE TRIGGER tr_content_history_never_goes BEFORE DELETE ON content_history FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The history is append-only: undo with a new line';
