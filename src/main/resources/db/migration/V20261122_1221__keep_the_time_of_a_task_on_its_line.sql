-- How long a task took, on the task's own line: hours are never added to the number of participations.
ALTER TABLE ledger_line ADD COLUMN minutes INT NULL;
