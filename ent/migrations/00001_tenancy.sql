-- +goose Up
-- Who is here: workspaces, the people of the dashboard, and their sessions.

-- Fences a table: its rows exist only for the workspace that the connection is
-- set to, for the owner as well.
-- +goose StatementBegin
CREATE PROCEDURE fence(tenant_table regclass, workspace_column text DEFAULT 'workspace_id') LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
        'CREATE POLICY tenant ON %s USING (%2$I = NULLIF(current_setting(''latchkey.workspace_id'', true), '''')::uuid)'
        ' WITH CHECK (%2$I = NULLIF(current_setting(''latchkey.workspace_id'', true), '''')::uuid)',
        tenant_table, workspace_column);
END
$$;
-- +goose StatementEnd
REVOKE ALL ON PROCEDURE fence FROM PUBLIC;

GRANT USAGE ON SCHEMA latchkey TO latchkey_app, latchkey_data, latchkey_lookup, latchkey_signin, latchkey_usage, latchkey_cluster;
GRANT SELECT ON goose_db_version TO latchkey_app, latchkey_data;

CREATE TABLE workspace (
    id           uuid PRIMARY KEY,
    slug         text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    name         text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    time_zone    text NOT NULL,
    suspended_at timestamptz,
    version      integer NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CALL fence('workspace', 'id');
GRANT SELECT, INSERT, UPDATE ON workspace TO latchkey_app;

-- A person may belong to several workspaces, so people and their sessions belong
-- to none: these two tables are global, and a data-plane node has no right on them.
CREATE TABLE person (
    id            uuid PRIMARY KEY,
    email         text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
    email_key     text NOT NULL UNIQUE, -- the address, case-folded
    name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    password_hash text NOT NULL,        -- argon2id, in its own encoding
    is_staff      boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON person TO latchkey_app;

CREATE TABLE session (
    id               uuid PRIMARY KEY,
    person_id        uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    token_hash       bytea NOT NULL UNIQUE, -- SHA-256 of the cookie's value
    created_at       timestamptz NOT NULL,
    authenticated_at timestamptz NOT NULL,  -- when a password was last given
    last_seen_at     timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    address          text NOT NULL,
    user_agent       text NOT NULL
);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_expiry ON session (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO latchkey_app;

CREATE TABLE member (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id           uuid NOT NULL,
    person_id    uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role         text NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER')),
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, person_id)
);
CREATE INDEX member_person ON member (person_id);
CALL fence('member');
GRANT SELECT, INSERT, UPDATE, DELETE ON member TO latchkey_app;

-- +goose Down
DROP TABLE member, session, person, workspace;
DROP PROCEDURE fence;
