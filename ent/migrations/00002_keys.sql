-- +goose Up
-- What verification reads: keys, their secrets, and the allowlist.

CREATE TABLE api_key (
    workspace_id      uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id                uuid NOT NULL,
    name              text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    name_key          text NOT NULL, -- the name, case-folded, for search and order
    scope             text NOT NULL CHECK (scope IN ('READ_ONLY', 'WRITE_ONLY', 'ALL')),
    expires_on        date,          -- the day of expire; the instant is derived in Go, with its tzdata
    disabled_at       timestamptz,
    revoked_at        timestamptz,
    revocation_reason text CHECK (revocation_reason IN ('LEAKED', 'UNUSED', 'REPLACED', 'PROJECT_ENDED', 'OTHER')),
    revocation_note   text NOT NULL DEFAULT '' CHECK (char_length(revocation_note) <= 500),
    created_at        timestamptz NOT NULL,
    created_by_id     uuid,          -- a person; NULL when Latchkey itself or the operator did it
    created_by_label  text NOT NULL,
    version           integer NOT NULL DEFAULT 1,
    PRIMARY KEY (workspace_id, id),
    CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
);
CREATE INDEX api_key_created ON api_key (workspace_id, created_at, id);
CREATE INDEX api_key_name ON api_key (workspace_id, name_key, id);
CREATE INDEX api_key_expires ON api_key (workspace_id, expires_on, id);
CALL fence('api_key');
GRANT SELECT, INSERT, UPDATE ON api_key TO latchkey_app;

-- A key has one secret, or two while it is being rotated. The hash is unique by
-- its 325 random bits; the constraint names the workspace so that the table can
-- be distributed by it.
CREATE TABLE api_key_secret (
    workspace_id uuid NOT NULL,
    id           uuid NOT NULL,
    key_id       uuid NOT NULL,
    pepper_id    text NOT NULL,
    hash         bytea NOT NULL CHECK (octet_length(hash) = 32),
    hint         text NOT NULL,  -- what may be shown: the prefix and the last four random characters
    created_at   timestamptz NOT NULL,
    valid_until  timestamptz,    -- set on the old secret of a rotation: it is superseded from then on
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, hash),
    FOREIGN KEY (workspace_id, key_id) REFERENCES api_key (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX api_key_secret_hash ON api_key_secret (hash);
CREATE INDEX api_key_secret_key ON api_key_secret (workspace_id, key_id);
CALL fence('api_key_secret');
GRANT SELECT, INSERT, UPDATE ON api_key_secret TO latchkey_app;

CREATE TABLE allowlist_entry (
    workspace_id     uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id               uuid NOT NULL,
    range            text NOT NULL,  -- canonical: masked, without zone, IPv4 never mapped into IPv6
    note             text NOT NULL CHECK (char_length(note) <= 200),
    expires_at       timestamptz,
    created_at       timestamptz NOT NULL,
    created_by_id    uuid,
    created_by_label text NOT NULL,
    version          integer NOT NULL DEFAULT 1,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, range)
);
CREATE INDEX allowlist_entry_created ON allowlist_entry (workspace_id, created_at, id);
CALL fence('allowlist_entry');
GRANT SELECT, INSERT, UPDATE, DELETE ON allowlist_entry TO latchkey_app;

-- +goose Down
DROP TABLE allowlist_entry, api_key_secret, api_key;
