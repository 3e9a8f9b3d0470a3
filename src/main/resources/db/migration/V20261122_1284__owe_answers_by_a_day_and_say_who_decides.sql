-- What was asked and is not decided yet stands in public with the day by which an answer is owed.
-- asked_on: the first opinion gathered. decides: the service answers within 60 days of it; the committee by its next meeting
-- from referred_on, and 30 days. answer_by: the day that follows from them, which never moves once it is past; NULL for what
-- came decided from a file. form_key: of the form that opened it, so that the same form sent twice is one.
ALTER TABLE followup
    MODIFY COLUMN decision     VARCHAR(10) NULL,
    MODIFY COLUMN decided_text BIGINT      NULL,
    MODIFY COLUMN decided_on   DATE        NULL,
    ADD COLUMN decides     VARCHAR(10)  NOT NULL DEFAULT 'SERVICE',
    ADD COLUMN asked_on    DATE         NULL,
    ADD COLUMN referred_on DATE         NULL,
    ADD COLUMN answer_by   DATE         NULL,
    ADD COLUMN done_link   VARCHAR(500) NULL,
    ADD COLUMN form_key    CHAR(32)     NULL,
    ADD COLUMN revision    INT          NOT NULL DEFAULT 0;
ALTER TABLE followup ADD CONSTRAINT uk_followup_form_key UNIQUE (form_key);
ALTER TABLE followup ADD CONSTRAINT ck_followup_decides CHECK (decides IN ('SERVICE', 'COMMITTEE'));
ALTER TABLE followup ADD CONSTRAINT ck_followup_decided_whole CHECK
    ((decision IS NULL) = (decided_text IS NULL) AND (decision IS NULL) = (decided_on IS NULL));
ALTER TABLE followup ADD CONSTRAINT ck_followup_owed_or_decided CHECK (decision IS NOT NULL OR answer_by IS NOT NULL);
