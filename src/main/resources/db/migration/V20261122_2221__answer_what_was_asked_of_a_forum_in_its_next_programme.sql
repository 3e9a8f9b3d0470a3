-- What residents asked for at the edition before. part: the French title of the part of the programme that answers it; reply:
-- what the team says, as where no part does.
CREATE TABLE event_ask (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    event_id   BIGINT       NOT NULL,
    position   SMALLINT     NOT NULL,
    said_text  BIGINT       NOT NULL,
    part       VARCHAR(300) NULL,
    reply_text BIGINT       NULL,
    PRIMARY KEY (id),
    KEY ix_event_ask_event (event_id, position),
    CONSTRAINT fk_event_ask_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT fk_event_ask_said FOREIGN KEY (said_text) REFERENCES text (id) ON DELETE RESTRICT,
    CONSTRAINT fk_event_ask_reply FOREIGN KEY (reply_text) REFERENCES text (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
