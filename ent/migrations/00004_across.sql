-- +goose Up
-- Work across workspaces that a request needs: secret lookup and sign-in. Each
-- purpose has a role of its own, with rights on just the columns it reads.

-- Purpose: secret lookup.
GRANT SELECT (workspace_id, id, name, scope, expires_on, disabled_at, revoked_at) ON api_key TO latchkey_lookup;
GRANT SELECT (workspace_id, key_id, pepper_id, hash, hint, valid_until) ON api_key_secret TO latchkey_lookup;
GRANT SELECT (id, slug, name, time_zone, suspended_at) ON workspace TO latchkey_lookup;
GRANT SELECT (workspace_id, id, range, expires_at) ON allowlist_entry TO latchkey_lookup;
CREATE POLICY lookup ON api_key FOR SELECT TO latchkey_lookup USING (true);
CREATE POLICY lookup ON api_key_secret FOR SELECT TO latchkey_lookup USING (true);
CREATE POLICY lookup ON workspace FOR SELECT TO latchkey_lookup USING (true);
CREATE POLICY lookup ON allowlist_entry FOR SELECT TO latchkey_lookup USING (true);

-- The key whose secret has one of these hashes (one for each pepper). At most one row.
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

-- What verification knows of a workspace; its allowlist as parallel arrays.
-- +goose StatementBegin
CREATE FUNCTION lookup_workspace(p_workspace uuid)
RETURNS TABLE (slug text, name text, time_zone text, suspended boolean,
               entry_ids text[], entry_ranges text[], entry_expiries double precision[]) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT w.slug, w.name, w.time_zone, w.suspended_at IS NOT NULL,
           COALESCE(array_agg(e.id::text ORDER BY e.id) FILTER (WHERE e.id IS NOT NULL), '{}'),
           COALESCE(array_agg(e.range ORDER BY e.id) FILTER (WHERE e.id IS NOT NULL), '{}'),
           -- seconds since 1970, and 0 for an entry without an end
           COALESCE(array_agg(COALESCE(extract(epoch FROM e.expires_at), 0)::double precision ORDER BY e.id)
                    FILTER (WHERE e.id IS NOT NULL), '{}')
    FROM workspace w LEFT JOIN allowlist_entry e ON e.workspace_id = w.id
    WHERE w.id = p_workspace
    GROUP BY w.id;
$$;
-- +goose StatementEnd

-- Purpose: sign-in.
GRANT SELECT (workspace_id, id, person_id, role) ON member TO latchkey_signin;
GRANT SELECT (id, slug, name, time_zone) ON workspace TO latchkey_signin;
CREATE POLICY signin ON member FOR SELECT TO latchkey_signin USING (true);
CREATE POLICY signin ON workspace FOR SELECT TO latchkey_signin USING (true);

-- The workspaces that a person belongs to, by slug; at most 200.
-- +goose StatementBegin
CREATE FUNCTION memberships_of(p_person uuid)
RETURNS TABLE (workspace_id uuid, slug text, name text, time_zone text, role text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT w.id, w.slug, w.name, w.time_zone, m.role
    FROM member m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.person_id = p_person
    ORDER BY w.slug LIMIT 200;
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION lookup_secret, lookup_workspace, memberships_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_secret, lookup_workspace TO latchkey_app, latchkey_data;
GRANT EXECUTE ON FUNCTION memberships_of TO latchkey_app;

GRANT CREATE ON SCHEMA latchkey TO latchkey_lookup, latchkey_signin;
ALTER FUNCTION lookup_secret OWNER TO latchkey_lookup;
ALTER FUNCTION lookup_workspace OWNER TO latchkey_lookup;
ALTER FUNCTION memberships_of OWNER TO latchkey_signin;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_lookup, latchkey_signin;

-- +goose Down
DROP FUNCTION lookup_secret, lookup_workspace, memberships_of;
DROP POLICY lookup ON api_key;
DROP POLICY lookup ON api_key_secret;
DROP POLICY lookup ON workspace;
DROP POLICY lookup ON allowlist_entry;
DROP POLICY signin ON member;
DROP POLICY signin ON workspace;
