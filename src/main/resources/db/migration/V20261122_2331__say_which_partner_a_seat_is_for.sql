-- A partner's seat may say which partner it is for, so that the report tells who comes to meetings; still never a person.
ALTER TABLE seat
    ADD COLUMN partner_id BIGINT NULL,
    ADD CONSTRAINT fk_seat_partner FOREIGN KEY (partner_id) REFERENCES partner (id) ON DELETE SET NULL;
