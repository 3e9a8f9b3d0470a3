-- A contract is prepared before anybody sees it, and ends: its public pages go, the desk keeps it.
ALTER TABLE contract
    ADD COLUMN state VARCHAR(10) NOT NULL DEFAULT 'PUBLISHED';
