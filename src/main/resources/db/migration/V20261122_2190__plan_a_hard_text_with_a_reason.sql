-- Why a draft that is hard to read is to be shown at its hour all the same; NULL of a plain one.
ALTER TABLE publication_plan ADD COLUMN plain_reason VARCHAR(1000) NULL;
