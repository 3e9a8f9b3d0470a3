-- Whether its writer left an address for the answer; the address itself is a contact, sealed, by the receipt.
ALTER TABLE opinion ADD COLUMN has_contact BOOLEAN NOT NULL DEFAULT FALSE;
