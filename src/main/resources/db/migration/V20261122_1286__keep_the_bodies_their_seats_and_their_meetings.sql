-- A body of the contract: steering committee (COPIL), technical committee (COTECH), residents' group... action_sheet_id: of a
-- body that steers one action alone.
CREATE TABLE body (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    contract_id     BIGINT      NOT NULL,
    slug            VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    position        SMALLINT    NOT NULL,
    kind            VARCHAR(10) NOT NULL,
    action_sheet_id BIGINT      NULL,
    name_text       BIGINT      NOT NULL,
    does_text       BIGINT      NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_body_slug UNIQUE (contract_id, slug),
    CONSTRAINT ck_body_kind CHECK (kind IN ('STEERING', 'TECHNICAL', 'RESIDENTS', 'OTHER')),
    CONSTRAINT fk_body_contract FOREIGN KEY (contract_id) REFERENCES contract (id) ON DELETE CASCADE,
    CONSTRAINT fk_body_action_sheet FOREIGN KEY (action_sheet_id) REFERENCES action_sheet (id) ON DELETE RESTRICT,
    CONSTRAINT fk_body_name FOREIGN KEY (name_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_body_does FOREIGN KEY (does_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A seat is a place, never a person: its label says for whom it is. ended_on: from then on it is nobody's.
CREATE TABLE seat (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    body_id    BIGINT      NOT NULL,
    slug       VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
    position   SMALLINT    NOT NULL,
    holder     VARCHAR(12) NOT NULL,
    label_text BIGINT      NOT NULL,
    ended_on   DATE        NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_seat_slug UNIQUE (body_id, slug),
    CONSTRAINT ck_seat_holder CHECK
        (holder IN ('RESIDENT', 'COUNCIL', 'ELECTED', 'TOWN', 'ARS', 'PREFECTURE', 'CPAM', 'PARTNER')),
    CONSTRAINT fk_seat_body FOREIGN KEY (body_id) REFERENCES body (id) ON DELETE CASCADE,
    CONSTRAINT fk_seat_label FOREIGN KEY (label_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- day: in the contract's zone; starts_at: in UTC. HELD once it was said who sat.
CREATE TABLE body_meeting (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    body_id         BIGINT       NOT NULL,
    day             DATE         NOT NULL,
    starts_at       DATETIME(6)  NOT NULL,
    place           VARCHAR(200) NOT NULL DEFAULT '',
    state           VARCHAR(10)  NOT NULL DEFAULT 'PLANNED',
    has_child_care  BOOLEAN      NOT NULL DEFAULT FALSE,
    has_interpreter BOOLEAN      NOT NULL DEFAULT FALSE,
    PRIMARY KEY (id),
    CONSTRAINT uk_body_meeting_day UNIQUE (body_id, day),
    CONSTRAINT ck_body_meeting_state CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED')),
    CONSTRAINT fk_body_meeting_body FOREIGN KEY (body_id) REFERENCES body (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What is brought before a meeting: residents first, in their words. It leads to at most one of a follow-up, a consultation, or
-- one thing said (a formal opinion). form_key: of the form that added it, so that the same form sent twice adds it once.
CREATE TABLE agenda_item (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    meeting_id      BIGINT       NOT NULL,
    position        INT          NOT NULL,
    origin          VARCHAR(10)  NOT NULL,
    title           VARCHAR(300) NOT NULL,
    words           TEXT         NULL,
    language        VARCHAR(3)   NOT NULL,
    followup_id     BIGINT       NULL,
    consultation_id BIGINT       NULL,
    said_kind       VARCHAR(20)  NULL,
    said_id         BIGINT       NULL,
    form_key        CHAR(32)     NULL,
    PRIMARY KEY (id),
    CONSTRAINT uk_agenda_item_followup UNIQUE (meeting_id, followup_id),
    CONSTRAINT uk_agenda_item_consultation UNIQUE (meeting_id, consultation_id),
    CONSTRAINT uk_agenda_item_said UNIQUE (meeting_id, said_kind, said_id),
    CONSTRAINT uk_agenda_item_form_key UNIQUE (form_key),
    CONSTRAINT ck_agenda_item_origin CHECK (origin IN ('RESIDENTS', 'TEAM')),
    CONSTRAINT fk_agenda_item_meeting FOREIGN KEY (meeting_id) REFERENCES body_meeting (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Whether a seat was occupied at a meeting. From month to is_residents: its own copy of what its ledger line says, fixed when
-- it was first said, so that the line can be taken back as it was written. is_occupied turns with that line, by a conditional update.
CREATE TABLE attendance (
    meeting_id      BIGINT      NOT NULL,
    seat_id         BIGINT      NOT NULL,
    is_occupied     BOOLEAN     NOT NULL DEFAULT FALSE,
    month           CHAR(7)     NOT NULL,
    phase           VARCHAR(20) NULL,
    action_sheet_id BIGINT      NULL,
    is_sensitive    BOOLEAN     NOT NULL,
    is_residents    BOOLEAN     NOT NULL,
    PRIMARY KEY (meeting_id, seat_id),
    CONSTRAINT fk_attendance_meeting FOREIGN KEY (meeting_id) REFERENCES body_meeting (id) ON DELETE CASCADE,
    CONSTRAINT fk_attendance_seat FOREIGN KEY (seat_id) REFERENCES seat (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What was decided about an item, as recorded in the meeting: the last one stands, those before stay written.
CREATE TABLE committee_decision (
    id             BIGINT      NOT NULL AUTO_INCREMENT,
    agenda_item_id BIGINT      NOT NULL,
    decision       VARCHAR(10) NOT NULL,
    reason         TEXT        NOT NULL,
    decided_on     DATE        NOT NULL,
    account_id     BIGINT      NOT NULL,
    recorded_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_committee_decision_item (agenda_item_id),
    CONSTRAINT ck_committee_decision_decision CHECK (decision IN ('ACCEPTED', 'PARTLY', 'REFUSED', 'STUDIED')),
    CONSTRAINT fk_committee_decision_item FOREIGN KEY (agenda_item_id) REFERENCES agenda_item (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
