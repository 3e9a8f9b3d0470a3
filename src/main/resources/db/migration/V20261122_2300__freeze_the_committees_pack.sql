-- What the coordinator put into the pack of a period before it is frozen: residents' words that she chose, and points to decide.
CREATE TABLE pack_voice (
    contract_id BIGINT      NOT NULL,
    period      VARCHAR(6)  COLLATE utf8mb4_bin NOT NULL,
    opinion_id  BIGINT      NOT NULL,
    chosen_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (contract_id, period, opinion_id),
    KEY ix_pack_voice_opinion (opinion_id),
    CONSTRAINT fk_pack_voice_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_pack_voice_opinion FOREIGN KEY (opinion_id) REFERENCES opinion (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE pack_point (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id BIGINT       NOT NULL,
    period      VARCHAR(6)   COLLATE utf8mb4_bin NOT NULL,
    form_key    CHAR(32)     COLLATE utf8mb4_bin NOT NULL,
    what        VARCHAR(300) NOT NULL,
    because     VARCHAR(300) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_pack_point_form_key UNIQUE (form_key),
    KEY ix_pack_point_contract (contract_id, period, id),
    CONSTRAINT fk_pack_point_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A pack as it was frozen (docs/decisions/0032): for ever, without the words of any resident. data: all figures and facts as JSON, from
-- which files can be drawn again. hash: over the fingerprints of data and files. made_by: NULL of the site itself.
-- corrects: the pack that this one replaces, and cause why: its figures were corrected, or words in it are no longer shown.
CREATE TABLE frozen_pack (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    contract_id BIGINT       NOT NULL,
    period      VARCHAR(6)   COLLATE utf8mb4_bin NOT NULL,
    number      INT          NOT NULL,
    form_key    CHAR(32)     COLLATE utf8mb4_bin NOT NULL,
    edition     INT          NOT NULL,
    as_of       DATETIME(6)  NULL,
    made_at     DATETIME(6)  NOT NULL,
    made_by     BIGINT       NULL,
    version     VARCHAR(40)  NOT NULL,
    data        MEDIUMTEXT   NOT NULL,
    data_hash   BINARY(32)   NOT NULL,
    hash        BINARY(32)   NOT NULL,
    cause       VARCHAR(12)  NOT NULL,
    corrects    BIGINT       NULL,
    reason      VARCHAR(500) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_frozen_pack_number UNIQUE (contract_id, number),
    CONSTRAINT uk_frozen_pack_form_key UNIQUE (form_key),
    CONSTRAINT uk_frozen_pack_corrects UNIQUE (corrects),
    CONSTRAINT ck_frozen_pack_cause CHECK (cause IN ('MADE', 'SCHEDULED', 'CORRECTED', 'WORDS_GONE')),
    CONSTRAINT ck_frozen_pack_corrects CHECK ((corrects IS NULL) = (cause IN ('MADE', 'SCHEDULED')))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER tr_frozen_pack_never_changes BEFORE UPDATE ON frozen_pack FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A frozen pack never changes: freeze a correction';

CREATE TRIGGER tr_frozen_pack_never_goes BEFORE DELETE ON frozen_pack FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A frozen pack never changes: freeze a correction';

-- Its files. bytes: NULL once words in it are no longer shown; their fingerprint stays.
CREATE TABLE frozen_pack_file (
    pack_id    BIGINT       NOT NULL,
    audience   VARCHAR(10)  NOT NULL,
    name       VARCHAR(80)  COLLATE utf8mb4_bin NOT NULL,
    media_type VARCHAR(80)  NOT NULL,
    size_bytes BIGINT       NOT NULL,
    hash       BINARY(32)   NOT NULL,
    bytes      LONGBLOB     NULL,
    erased_at  DATETIME(6)  NULL,
    PRIMARY KEY (pack_id, audience, name),
    CONSTRAINT fk_frozen_pack_file_pack FOREIGN KEY (pack_id) REFERENCES frozen_pack (id),
    CONSTRAINT ck_frozen_pack_file_audience CHECK (audience IN ('COMMITTEE', 'EVERYONE')),
    CONSTRAINT ck_frozen_pack_file_erased CHECK ((bytes IS NULL) = (erased_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER tr_frozen_pack_file_is_only_erased BEFORE UPDATE ON frozen_pack_file FOR EACH ROW
BEGIN
    IF NEW.bytes IS NOT NULL OR NEW.erased_at IS NULL OR OLD.erased_at IS NOT NULL OR NEW.pack_id <> OLD.pack_id
        OR NEW.audience <> OLD.audience OR NEW.name <> OLD.name OR NEW.media_type <> OLD.media_type
        OR NEW.size_bytes <> OLD.size_bytes OR NEW.hash <> OLD.hash THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A frozen file never changes: its bytes are erased, or stay';
    END IF;
END;

CREATE TRIGGER tr_frozen_pack_file_never_goes BEFORE DELETE ON frozen_pack_file FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A frozen file never changes: its bytes are erased, or stay';

-- The residents' words in it, kept apart so that they can be erased. No foreign key to the opinion: its erasing has to erase the files too.
CREATE TABLE frozen_pack_voice (
    pack_id    BIGINT       NOT NULL,
    position   INT          NOT NULL,
    opinion_id BIGINT       NOT NULL,
    words      TEXT         NOT NULL,
    language   VARCHAR(12)  NOT NULL,
    french     TEXT         NULL,
    about      VARCHAR(400) NOT NULL,
    PRIMARY KEY (pack_id, position),
    KEY ix_frozen_pack_voice_opinion (opinion_id),
    CONSTRAINT fk_frozen_pack_voice_pack FOREIGN KEY (pack_id) REFERENCES frozen_pack (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER tr_frozen_pack_voice_never_changes BEFORE UPDATE ON frozen_pack_voice FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Frozen words never change: they are erased, or stay';
