-- +goose Up
-- People change what they are called, and the address that they sign in with.

ALTER TABLE person ADD COLUMN version integer NOT NULL DEFAULT 1;

-- An address that a person wants, until they have shown that it is theirs. A newer one
-- takes its place. That somebody else has it is found out when the mail is sent.
CREATE TABLE email_change (
    person_id  uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    id         uuid NOT NULL UNIQUE,
    email      text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
    email_key  text NOT NULL,
    token_hash bytea UNIQUE, -- NULL until the link is made
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON email_change TO latchkey_app;

ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_kind_check, ADD CONSTRAINT mail_outbox_kind_check CHECK (kind IN
    ('invitation', 'sign_up', 'password_reset', 'password_changed', 'email_change', 'email_change_asked', 'email_changed'));

-- Somebody who becomes a member at the moment in which they are renamed: the lock makes
-- one of the two wait for the other, so that the copies are those of the later.
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION member_known_as() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT p.name_key, p.email_key INTO NEW.name_key, NEW.email_key FROM person p WHERE p.id = NEW.person_id FOR SHARE;
    -- Of nobody: the foreign key says so.
    NEW.name_key := COALESCE(NEW.name_key, '');
    NEW.email_key := COALESCE(NEW.email_key, '');
    RETURN NEW;
END
$$;
-- +goose StatementEnd

-- +goose Down
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION member_known_as() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT p.name_key, p.email_key INTO NEW.name_key, NEW.email_key FROM person p WHERE p.id = NEW.person_id;
    NEW.name_key := COALESCE(NEW.name_key, '');
    NEW.email_key := COALESCE(NEW.email_key, '');
    RETURN NEW;
END
$$;
-- +goose StatementEnd
DELETE FROM mail_outbox WHERE kind IN ('email_change', 'email_change_asked', 'email_changed');
ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_kind_check, ADD CONSTRAINT mail_outbox_kind_check CHECK (kind IN
    ('invitation', 'sign_up', 'password_reset', 'password_changed'));
DROP TABLE email_change;
ALTER TABLE person DROP COLUMN version;
