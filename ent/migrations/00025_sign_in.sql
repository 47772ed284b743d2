-- +goose Up
-- What people sign in with besides a password: a second factor, and identities at
-- OpenID Connect providers. All of it belongs to people, so it is global as they are.

CREATE TABLE identity (
    id           uuid PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    issuer       text NOT NULL CHECK (char_length(issuer) BETWEEN 1 AND 500),
    subject      text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 255),
    account      text NOT NULL,                  -- what the provider called them last, for people to read
    is_staff     boolean NOT NULL DEFAULT false, -- by the provider's word at the last sign-in with it
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    UNIQUE (issuer, subject)
);
CREATE INDEX identity_person ON identity (person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity TO latchkey_app;

-- Whether a person is staff by the word of a provider alone, and not the operator's.
-- They are staff in sessions that began with an identity which says so, and in no
-- others: so whoever can sign in there no more is staff no more.
ALTER TABLE person ADD COLUMN staff_by_provider boolean NOT NULL DEFAULT false;

-- By which identity a session began; NULL: by a password.
ALTER TABLE session ADD COLUMN identity_id uuid REFERENCES identity (id) ON DELETE SET NULL;
CREATE INDEX session_identity ON session (identity_id);

CREATE TABLE totp (
    person_id    uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    key_id       text NOT NULL,  -- of the key that it is sealed under
    sealed       bytea NOT NULL, -- the app's secret, bound to the person
    started_at   timestamptz NOT NULL,
    confirmed_at timestamptz,               -- NULL: no code of it was given yet, so it is not asked for
    last_step    bigint NOT NULL DEFAULT 0  -- codes up to this step were used
);
CREATE INDEX totp_key ON totp (key_id, person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON totp TO latchkey_app;

CREATE TABLE recovery_code (
    person_id uuid NOT NULL REFERENCES totp (person_id) ON DELETE CASCADE,
    hash      bytea NOT NULL CHECK (octet_length(hash) = 32), -- SHA-256 of 100 random bits; a used code's row is gone
    PRIMARY KEY (person_id, hash)
);
GRANT SELECT, INSERT, DELETE ON recovery_code TO latchkey_app;

-- Sign-ins that wait for the second factor.
CREATE TABLE sign_in_challenge (
    token_hash       bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    person_id        uuid NOT NULL REFERENCES totp (person_id) ON DELETE CASCADE,
    identity_id      uuid REFERENCES identity (id) ON DELETE CASCADE,
    authenticated_at timestamptz NOT NULL, -- when the first factor was given
    expires_at       timestamptz NOT NULL,
    attempts_left    integer NOT NULL
);
CREATE INDEX sign_in_challenge_person ON sign_in_challenge (person_id);
CREATE INDEX sign_in_challenge_identity ON sign_in_challenge (identity_id);
CREATE INDEX sign_in_challenge_expiry ON sign_in_challenge (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_challenge TO latchkey_app;

-- +goose Down
DROP TABLE sign_in_challenge, recovery_code, totp;
ALTER TABLE session DROP COLUMN identity_id;
ALTER TABLE person DROP COLUMN staff_by_provider;
DROP TABLE identity;
