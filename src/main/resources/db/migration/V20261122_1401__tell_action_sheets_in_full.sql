-- The calendar and the means of an action; what of the health pathway it makes easier (words parted by a space) and the break
-- in it that it aims at; and, with each dated step, what was changed.
ALTER TABLE action_sheet
    ADD COLUMN starts_on          DATE         NULL,
    ADD COLUMN ends_on            DATE         NULL,
    ADD COLUMN means_text         BIGINT       NULL,
    ADD COLUMN pathway            VARCHAR(300) NOT NULL DEFAULT '',
    ADD COLUMN pathway_break_text BIGINT       NULL,
    ADD CONSTRAINT fk_action_sheet_means FOREIGN KEY (means_text) REFERENCES text (id) ON DELETE RESTRICT,
    ADD CONSTRAINT fk_action_sheet_pathway_break FOREIGN KEY (pathway_break_text) REFERENCES text (id) ON DELETE RESTRICT;

ALTER TABLE action_sheet_history
    ADD COLUMN adaptation_text BIGINT NULL,
    ADD CONSTRAINT fk_action_sheet_history_adaptation FOREIGN KEY (adaptation_text) REFERENCES text (id) ON DELETE RESTRICT;
