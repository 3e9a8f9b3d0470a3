-- What the lead changed in the action, so that it goes on: shown in the sheet's history once the team has accepted the report.
ALTER TABLE lead_report ADD COLUMN adaptation VARCHAR(1000) NULL;
