-- With each dated step of an action, what helped: a word of a list.
ALTER TABLE action_sheet_history
    ADD COLUMN lever VARCHAR(20) NULL;
