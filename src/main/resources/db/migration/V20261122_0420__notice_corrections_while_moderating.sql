-- How often the writer has corrected it: a decision is about the words that were read, never about later ones.
ALTER TABLE opinion ADD COLUMN revision INT NOT NULL DEFAULT 0;
