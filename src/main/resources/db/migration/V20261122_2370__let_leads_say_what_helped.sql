-- What helped, as the lead chose it of a list: joins the sheet's history once the team has accepted the report.
ALTER TABLE lead_report ADD COLUMN lever VARCHAR(20) NULL;
