-- What comes next once something is accepted, and by which day. Where what was done can be seen: an action, an event.
ALTER TABLE followup
    ADD COLUMN next_text            BIGINT NULL,
    ADD COLUMN next_on              DATE   NULL,
    ADD COLUMN done_action_sheet_id BIGINT NULL,
    ADD COLUMN done_event_id        BIGINT NULL,
    ADD CONSTRAINT fk_followup_next FOREIGN KEY (next_text) REFERENCES text (id) ON DELETE RESTRICT,
    ADD CONSTRAINT fk_followup_done_action_sheet FOREIGN KEY (done_action_sheet_id) REFERENCES action_sheet (id) ON DELETE RESTRICT,
    ADD CONSTRAINT fk_followup_done_event FOREIGN KEY (done_event_id) REFERENCES event (id) ON DELETE SET NULL,
    ADD CONSTRAINT ck_followup_next_whole CHECK ((next_text IS NULL) = (next_on IS NULL));

-- What a council proposed can be gathered too.
ALTER TABLE followup_said DROP CONSTRAINT ck_followup_said_kind;
ALTER TABLE followup_said ADD CONSTRAINT ck_followup_said_kind CHECK (kind IN ('OPINION', 'FORMAL_OPINION', 'PROPOSAL'));

-- At which meetings a follow-up was, or will be, on the agenda.
CREATE INDEX ix_agenda_item_followup ON agenda_item (followup_id);
