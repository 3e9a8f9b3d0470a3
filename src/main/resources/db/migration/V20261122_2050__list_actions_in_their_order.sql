-- A page of the list is read along this index, however many sheets the contract has.
ALTER TABLE action_sheet
    ADD KEY ix_action_sheet_listed (contract_id, state, position, id),
-- The contract's page counts them by axis in this one alone.
    ADD KEY ix_action_sheet_standing (contract_id, state, axis_id, progress, outcome);
