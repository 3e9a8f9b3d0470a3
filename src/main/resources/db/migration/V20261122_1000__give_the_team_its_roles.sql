-- translator: texts in other languages; host: counts heads at events; council: a member of a neighbourhood council.
ALTER TABLE membership DROP CONSTRAINT ck_membership_role;
ALTER TABLE membership ADD CONSTRAINT ck_membership_role
    CHECK (role IN ('COORDINATOR', 'TRANSLATOR', 'HOST', 'COUNCIL', 'COMMITTEE'));
