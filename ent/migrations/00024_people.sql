-- +goose Up
-- Members as lists show them, invitations, and what comes by mail: signing up and
-- new passwords.

-- What people are searched and ordered by, case-folded as e-mail addresses are.
ALTER TABLE person ADD COLUMN name_key text NOT NULL DEFAULT '';
UPDATE person SET name_key = lower(name);

-- A member's copies of the person's, which a list of 100,000 can be ordered by from an
-- index that begins with the workspace. "C" is the order of bytes, in which what begins
-- with a text is one range.
ALTER TABLE member ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN name_key text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN email_key text COLLATE "C" NOT NULL DEFAULT '';
-- The owner sees rows only while the fence is not forced.
ALTER TABLE member NO FORCE ROW LEVEL SECURITY;
ALTER TABLE record_count NO FORCE ROW LEVEL SECURITY;
UPDATE member m SET name_key = p.name_key, email_key = p.email_key FROM person p WHERE p.id = m.person_id;
INSERT INTO record_count (workspace_id, kind, slot, records) SELECT workspace_id, 'member', 0, count(*) FROM member GROUP BY workspace_id;
ALTER TABLE record_count FORCE ROW LEVEL SECURITY;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
CALL counted('member');
CREATE INDEX member_joined ON member (workspace_id, created_at, id);
CREATE INDEX member_name ON member (workspace_id, name_key, id);
CREATE INDEX member_email ON member (workspace_id, email_key, id);
CREATE INDEX member_role ON member (workspace_id, role, name_key, id);

-- +goose StatementBegin
CREATE FUNCTION member_known_as() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT p.name_key, p.email_key INTO NEW.name_key, NEW.email_key FROM person p WHERE p.id = NEW.person_id;
    -- Of nobody: the foreign key says so.
    NEW.name_key := COALESCE(NEW.name_key, '');
    NEW.email_key := COALESCE(NEW.email_key, '');
    RETURN NEW;
END
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION member_known_as FROM PUBLIC;
CREATE TRIGGER known_as BEFORE INSERT ON member FOR EACH ROW EXECUTE FUNCTION member_known_as();

-- Who may become a member. It goes when it is accepted or cancelled.
CREATE TABLE invitation (
    workspace_id     uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id               uuid NOT NULL,
    email            text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
    email_key        text NOT NULL, -- the address, case-folded
    role             text NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER')),
    token_hash       bytea,         -- SHA-256 of what the link carries; NULL until a link is made
    sent_at          timestamptz,   -- when the mail server took it
    created_at       timestamptz NOT NULL,
    created_by_id    uuid NOT NULL,
    created_by_label text NOT NULL,
    expires_at       timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, email_key)
);
CREATE INDEX invitation_created ON invitation (workspace_id, created_at, id);
CREATE INDEX invitation_token ON invitation (token_hash);
CALL fence('invitation');
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO latchkey_app;

-- Purpose: sign-in.
GRANT SELECT (workspace_id, id, email, email_key, role, token_hash, created_by_label, expires_at) ON invitation TO latchkey_signin;
GRANT UPDATE (name_key, email_key) ON member TO latchkey_signin;
CREATE POLICY signin ON invitation FOR SELECT TO latchkey_signin USING (true);
CREATE POLICY signin_known_as ON member FOR UPDATE TO latchkey_signin USING (true);

-- The invitation whose link carries a token, and its workspace. At most one row.
-- +goose StatementBegin
CREATE FUNCTION invitation_of(p_token_hash bytea)
RETURNS TABLE (workspace_id uuid, id uuid, workspace_name text, email text, email_key text, role text, invited_by text, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT i.workspace_id, i.id, w.name, i.email, i.email_key, i.role, i.created_by_label, i.expires_at
    FROM invitation i JOIN workspace w ON w.id = i.workspace_id
    WHERE i.token_hash = p_token_hash LIMIT 1;
$$;
-- +goose StatementEnd

-- Keeps members' copies of what people are called.
-- +goose StatementBegin
CREATE FUNCTION person_renamed() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
BEGIN
    UPDATE member m SET name_key = NEW.name_key, email_key = NEW.email_key WHERE m.person_id = NEW.id;
    RETURN NULL;
END
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION invitation_of, person_renamed FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invitation_of TO latchkey_app;
CREATE TRIGGER renamed AFTER UPDATE OF name_key, email_key ON person FOR EACH ROW EXECUTE FUNCTION person_renamed();
GRANT CREATE ON SCHEMA latchkey TO latchkey_signin;
ALTER FUNCTION invitation_of OWNER TO latchkey_signin;
ALTER FUNCTION person_renamed OWNER TO latchkey_signin;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_signin;

-- People who want to be: they become one when they follow the link that is mailed to
-- them. Several may wait for one address, because anybody may name it.
CREATE TABLE sign_up (
    id            uuid PRIMARY KEY,
    email         text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
    email_key     text NOT NULL,
    name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    password_hash text NOT NULL,
    token_hash    bytea UNIQUE, -- NULL until the link is made
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL
);
CREATE INDEX sign_up_email ON sign_up (email_key);
CREATE INDEX sign_up_expiry ON sign_up (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_up TO latchkey_app;

-- Links with which people choose a new password.
CREATE TABLE password_reset (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    email_key  text NOT NULL, -- the address it was mailed to
    token_hash bytea NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX password_reset_person ON password_reset (person_id);
CREATE INDEX password_reset_expiry ON password_reset (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON password_reset TO latchkey_app;

-- What is to be mailed, until a mail server took it. It says what a mail is about and holds
-- neither its text nor a token: those are made when it is sent.
CREATE TABLE mail_outbox (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('invitation', 'sign_up', 'password_reset', 'password_changed')),
    recipient       text NOT NULL,
    within          uuid, -- the workspace of an invitation
    about           uuid, -- the invitation, or who wants to sign up
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL, -- when it has lost its sense
    attempts        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL
);
CREATE INDEX mail_outbox_next ON mail_outbox (next_attempt_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_outbox TO latchkey_app;

-- +goose Down
DROP TABLE mail_outbox, password_reset, sign_up, invitation;
DROP TRIGGER renamed ON person;
DROP FUNCTION invitation_of, person_renamed;
DROP TRIGGER known_as ON member;
DROP FUNCTION member_known_as;
DROP POLICY signin_known_as ON member;
DROP TRIGGER counted_in ON member;
DROP TRIGGER counted_out ON member;
DROP INDEX member_joined, member_name, member_email, member_role;
ALTER TABLE member DROP COLUMN version, DROP COLUMN name_key, DROP COLUMN email_key;
ALTER TABLE person DROP COLUMN name_key;
ALTER TABLE record_count NO FORCE ROW LEVEL SECURITY;
DELETE FROM record_count WHERE kind = 'member';
ALTER TABLE record_count FORCE ROW LEVEL SECURITY;
