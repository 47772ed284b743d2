-- +goose Up
-- Rate limits: how many calls a key, and a workspace with all its keys, may make in
-- how many seconds. They are the operator's. Both columns of a limit are NULL: none.
ALTER TABLE workspace
    ADD COLUMN key_limit_calls         integer DEFAULT 6000  CHECK (key_limit_calls BETWEEN 1 AND 1000000),
    ADD COLUMN key_limit_seconds       integer DEFAULT 60    CHECK (key_limit_seconds BETWEEN 1 AND 86400),
    ADD COLUMN workspace_limit_calls   integer DEFAULT 18000 CHECK (workspace_limit_calls BETWEEN 1 AND 1000000),
    ADD COLUMN workspace_limit_seconds integer DEFAULT 60    CHECK (workspace_limit_seconds BETWEEN 1 AND 86400),
    ADD CONSTRAINT workspace_key_limit CHECK ((key_limit_calls IS NULL) = (key_limit_seconds IS NULL)),
    ADD CONSTRAINT workspace_workspace_limit CHECK ((workspace_limit_calls IS NULL) = (workspace_limit_seconds IS NULL));

-- Purpose: secret lookup, which says now what the limits are. The table has the
-- trigger that counts epochs, so that a changed limit reaches every node.
GRANT SELECT (key_limit_calls, key_limit_seconds, workspace_limit_calls, workspace_limit_seconds) ON workspace TO latchkey_lookup;
DROP FUNCTION lookup_workspace;
-- What verification knows of a workspace; its allowlist as parallel arrays, 0 for
-- what is not limited.
-- +goose StatementBegin
CREATE FUNCTION lookup_workspace(p_workspace uuid)
RETURNS TABLE (slug text, name text, time_zone text, suspended boolean,
               key_limit_calls integer, key_limit_seconds integer, workspace_limit_calls integer, workspace_limit_seconds integer,
               entry_ids text[], entry_ranges text[], entry_expiries double precision[]) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT w.slug, w.name, w.time_zone, w.suspended_at IS NOT NULL,
           COALESCE(w.key_limit_calls, 0), COALESCE(w.key_limit_seconds, 0),
           COALESCE(w.workspace_limit_calls, 0), COALESCE(w.workspace_limit_seconds, 0),
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
REVOKE ALL ON FUNCTION lookup_workspace FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_workspace TO latchkey_app, latchkey_data;
GRANT CREATE ON SCHEMA latchkey TO latchkey_lookup;
ALTER FUNCTION lookup_workspace OWNER TO latchkey_lookup;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_lookup;

-- +goose Down
DROP FUNCTION lookup_workspace;
ALTER TABLE workspace DROP COLUMN key_limit_calls, DROP COLUMN key_limit_seconds,
    DROP COLUMN workspace_limit_calls, DROP COLUMN workspace_limit_seconds;
-- +goose StatementBegin
CREATE FUNCTION lookup_workspace(p_workspace uuid)
RETURNS TABLE (slug text, name text, time_zone text, suspended boolean,
               entry_ids text[], entry_ranges text[], entry_expiries double precision[]) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT w.slug, w.name, w.time_zone, w.suspended_at IS NOT NULL,
           COALESCE(array_agg(e.id::text ORDER BY e.id) FILTER (WHERE e.id IS NOT NULL), '{}'),
           COALESCE(array_agg(e.range ORDER BY e.id) FILTER (WHERE e.id IS NOT NULL), '{}'),
           COALESCE(array_agg(COALESCE(extract(epoch FROM e.expires_at), 0)::double precision ORDER BY e.id)
                    FILTER (WHERE e.id IS NOT NULL), '{}')
    FROM workspace w LEFT JOIN allowlist_entry e ON e.workspace_id = w.id
    WHERE w.id = p_workspace
    GROUP BY w.id;
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION lookup_workspace FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_workspace TO latchkey_app, latchkey_data;
GRANT CREATE ON SCHEMA latchkey TO latchkey_lookup;
ALTER FUNCTION lookup_workspace OWNER TO latchkey_lookup;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_lookup;
