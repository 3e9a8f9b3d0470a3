-- interpreters: languages that somebody interprets there, as `languages` are those that are spoken.
ALTER TABLE event
    ADD COLUMN transport_text BIGINT       NULL,
    ADD COLUMN has_quiet_room BOOLEAN      NOT NULL DEFAULT FALSE,
    ADD COLUMN interpreters   VARCHAR(200) NOT NULL DEFAULT '';
