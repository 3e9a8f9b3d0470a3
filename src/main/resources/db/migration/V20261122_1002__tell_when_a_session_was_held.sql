-- Of activity lines alone, which are about the town and not about a person: when a session was held, and what made it
-- easier to come. In the contract’s own zone: an evening is an evening there.
ALTER TABLE ledger_line
    ADD COLUMN held_on         DATE    NULL,
    ADD COLUMN held_from       TIME    NULL,
    ADD COLUMN is_evening      BOOLEAN NULL,
    ADD COLUMN is_weekend      BOOLEAN NULL,
    ADD COLUMN has_child_care  BOOLEAN NULL,
    ADD COLUMN has_interpreter BOOLEAN NULL;
