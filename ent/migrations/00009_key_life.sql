-- +goose Up
-- The life of a key: rotation, disabling, and what a workspace demands of its keys.

ALTER TABLE api_key ADD COLUMN enabled_at timestamptz; -- when it was last enabled again

-- Every node judges valid_until by its own clock. So a secret that somebody ends
-- is valid until the epoch: no clock runs that far behind.

ALTER TABLE workspace
    ADD COLUMN longest_lifetime_days     integer CHECK (longest_lifetime_days BETWEEN 1 AND 3650),
    ADD COLUMN disable_unused_after_days integer CHECK (disable_unused_after_days BETWEEN 1 AND 3650),
    ADD COLUMN resumed_at                timestamptz; -- the end of its last suspension

CREATE INDEX api_key_author ON api_key (workspace_id, created_by_id, id);

-- Purpose: secret lookup, which says now which secret it found.
GRANT SELECT (id) ON api_key_secret TO latchkey_lookup;
DROP FUNCTION lookup_secret;
-- The key whose secret has one of these hashes (one for each pepper). At most one row.
-- +goose StatementBegin
CREATE FUNCTION lookup_secret(p_hashes bytea[])
RETURNS TABLE (workspace_id uuid, key_id uuid, name text, scope text, expires_on date, disabled boolean, revoked boolean,
               secret_id uuid, pepper_id text, hint text, valid_until timestamptz) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT k.workspace_id, k.id, k.name, k.scope, k.expires_on, k.disabled_at IS NOT NULL, k.revoked_at IS NOT NULL,
           s.id, s.pepper_id, s.hint, s.valid_until
    FROM api_key_secret s
    JOIN api_key k ON k.workspace_id = s.workspace_id AND k.id = s.key_id
    WHERE s.hash = ANY (p_hashes)
    LIMIT 1;
$$;
-- +goose StatementEnd

-- What is known of the use of a secret that is, or was, the old one of a rotation:
-- its last use, and how often it was refused since. The application writes what
-- was known when the rotation began, the flush all the rest.
CREATE TABLE api_key_secret_use (
    workspace_id uuid NOT NULL,
    secret_id    uuid NOT NULL,
    key_id       uuid NOT NULL,
    at           timestamptz, -- NULL: never used, as far as it was counted
    address      text NOT NULL DEFAULT '',
    user_agent   text NOT NULL DEFAULT '',
    operation    text NOT NULL DEFAULT '',
    refusals     bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (workspace_id, secret_id),
    FOREIGN KEY (workspace_id, secret_id) REFERENCES api_key_secret (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX api_key_secret_use_key ON api_key_secret_use (workspace_id, key_id);
CALL fence('api_key_secret_use');
GRANT SELECT, INSERT, UPDATE ON api_key_secret_use TO latchkey_app;

-- Purpose: usage flush.
GRANT SELECT (workspace_id, id, key_id) ON api_key_secret TO latchkey_usage;
GRANT SELECT, INSERT, UPDATE ON api_key_secret_use TO latchkey_usage;
CREATE POLICY usage ON api_key_secret FOR SELECT TO latchkey_usage USING (true);
CREATE POLICY usage ON api_key_secret_use TO latchkey_usage USING (true) WITH CHECK (true);

-- Moves last uses of old secrets forward and adds their refusals. Rows are parallel
-- arrays, without duplicates; those of secrets that no longer exist are passed over.
-- A secret that was only refused has no time of use (''). Rows are locked in one order.
-- +goose StatementBegin
CREATE FUNCTION secret_use_flush(p_workspaces uuid[], p_secrets uuid[], p_at text[], p_addresses text[], p_agents text[],
                                 p_operations text[], p_refusals bigint[]) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    INSERT INTO api_key_secret_use AS l (workspace_id, secret_id, key_id, at, address, user_agent, operation, refusals)
    SELECT u.workspace_id, u.secret_id, s.key_id, NULLIF(u.at, '')::timestamptz, u.address, u.user_agent, u.operation, u.refusals
    FROM unnest(p_workspaces, p_secrets, p_at, p_addresses, p_agents, p_operations, p_refusals)
         AS u (workspace_id, secret_id, at, address, user_agent, operation, refusals)
    JOIN api_key_secret s ON s.workspace_id = u.workspace_id AND s.id = u.secret_id
    ORDER BY 1, 2
    ON CONFLICT (workspace_id, secret_id) DO UPDATE SET
        refusals   = l.refusals + EXCLUDED.refusals,
        at         = GREATEST(l.at, EXCLUDED.at),
        address    = CASE WHEN l.at >= EXCLUDED.at OR EXCLUDED.at IS NULL THEN l.address ELSE EXCLUDED.address END,
        user_agent = CASE WHEN l.at >= EXCLUDED.at OR EXCLUDED.at IS NULL THEN l.user_agent ELSE EXCLUDED.user_agent END,
        operation  = CASE WHEN l.at >= EXCLUDED.at OR EXCLUDED.at IS NULL THEN l.operation ELSE EXCLUDED.operation END;
$$;
-- +goose StatementEnd

-- Purpose: unused-key sweep.
GRANT USAGE ON SCHEMA latchkey TO latchkey_sweep;
GRANT SELECT (id, suspended_at, resumed_at, disable_unused_after_days) ON workspace TO latchkey_sweep;
GRANT SELECT (workspace_id, id, created_at, enabled_at, disabled_at, revoked_at) ON api_key TO latchkey_sweep;
GRANT SELECT (workspace_id, key_id, at) ON api_key_use TO latchkey_sweep;
CREATE POLICY sweep ON workspace FOR SELECT TO latchkey_sweep USING (true);
CREATE POLICY sweep ON api_key FOR SELECT TO latchkey_sweep USING (true);
CREATE POLICY sweep ON api_key_use FOR SELECT TO latchkey_sweep USING (true);

-- The keys that went unused for longer than their workspace allows, and a day of
-- grace, after the place given, in the order of workspace and key; at most 500.
-- Whoever disables one judges it once more, under the workspace's lock.
-- +goose StatementBegin
CREATE FUNCTION unused_keys(p_now timestamptz, p_workspace uuid, p_key uuid)
RETURNS TABLE (workspace_id uuid, key_id uuid) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT k.workspace_id, k.id
    FROM workspace w
    JOIN api_key k ON k.workspace_id = w.id
    LEFT JOIN api_key_use u ON u.workspace_id = k.workspace_id AND u.key_id = k.id
    WHERE w.disable_unused_after_days IS NOT NULL AND w.suspended_at IS NULL
      AND k.revoked_at IS NULL AND k.disabled_at IS NULL
      AND GREATEST(k.created_at, k.enabled_at, u.at, w.resumed_at)
          <= p_now - (w.disable_unused_after_days + 1) * interval '24 hours'
      AND (k.workspace_id, k.id) > (p_workspace, p_key)
    ORDER BY 1, 2 LIMIT 500;
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION lookup_secret, secret_use_flush, unused_keys FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_secret, secret_use_flush TO latchkey_app, latchkey_data;
GRANT EXECUTE ON FUNCTION unused_keys TO latchkey_app;

GRANT CREATE ON SCHEMA latchkey TO latchkey_lookup, latchkey_usage, latchkey_sweep, latchkey_cluster;
ALTER FUNCTION lookup_secret OWNER TO latchkey_lookup;
ALTER FUNCTION secret_use_flush OWNER TO latchkey_usage;
ALTER FUNCTION unused_keys OWNER TO latchkey_sweep;

-- Purpose: nodes and changes. A change of the whole workspace covers its keys:
-- one that comes first in a transaction, as when all keys are revoked, is the only
-- one, and the lock of the epoch is held for a moment, however many keys there are.
SET LOCAL ROLE latchkey_cluster;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION access_changed() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
DECLARE
    row_json  jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
    concerned uuid  := (row_json ->> TG_ARGV[0])::uuid;
    the_key   uuid  := (row_json ->> TG_ARGV[1])::uuid;
    this      bigint;
BEGIN
    -- Once for each thing concerned, however many of its rows changed.
    IF EXISTS (SELECT FROM access_change c WHERE c.xid = pg_current_xact_id()
               AND c.workspace_id = concerned AND (c.key_id IS NULL OR c.key_id = the_key)) THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(x'6c61746368'::bigint);
    UPDATE epoch SET value = value + 1 RETURNING value INTO this;
    INSERT INTO access_change (epoch, workspace_id, key_id) VALUES (this, concerned, the_key);
    PERFORM pg_notify('latchkey_access', '');
    RETURN NULL;
END
$$;
-- +goose StatementEnd
RESET ROLE;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_lookup, latchkey_usage, latchkey_sweep, latchkey_cluster;

-- +goose Down
DROP FUNCTION lookup_secret, secret_use_flush, unused_keys;
DROP TABLE api_key_secret_use;
DROP POLICY usage ON api_key_secret;
DROP POLICY sweep ON workspace;
DROP POLICY sweep ON api_key;
DROP POLICY sweep ON api_key_use;
REVOKE SELECT (workspace_id, id, key_id) ON api_key_secret FROM latchkey_usage;
REVOKE SELECT (id) ON api_key_secret FROM latchkey_lookup;
REVOKE SELECT (workspace_id, key_id, at) ON api_key_use FROM latchkey_sweep;
REVOKE SELECT (workspace_id, id, created_at, enabled_at, disabled_at, revoked_at) ON api_key FROM latchkey_sweep;
REVOKE SELECT (id, suspended_at, resumed_at, disable_unused_after_days) ON workspace FROM latchkey_sweep;
REVOKE USAGE ON SCHEMA latchkey FROM latchkey_sweep;
DROP INDEX api_key_author;
ALTER TABLE workspace DROP COLUMN longest_lifetime_days, DROP COLUMN disable_unused_after_days, DROP COLUMN resumed_at;
ALTER TABLE api_key DROP COLUMN enabled_at;
-- +goose StatementBegin
CREATE FUNCTION lookup_secret(p_hashes bytea[])
RETURNS TABLE (workspace_id uuid, key_id uuid, name text, scope text, expires_on date, disabled boolean, revoked boolean,
               pepper_id text, hint text, valid_until timestamptz) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT k.workspace_id, k.id, k.name, k.scope, k.expires_on, k.disabled_at IS NOT NULL, k.revoked_at IS NOT NULL,
           s.pepper_id, s.hint, s.valid_until
    FROM api_key_secret s
    JOIN api_key k ON k.workspace_id = s.workspace_id AND k.id = s.key_id
    WHERE s.hash = ANY (p_hashes)
    LIMIT 1;
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION lookup_secret FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_secret TO latchkey_app, latchkey_data;
GRANT CREATE ON SCHEMA latchkey TO latchkey_lookup;
ALTER FUNCTION lookup_secret OWNER TO latchkey_lookup;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_lookup;
