-- +goose Up
-- Work across workspaces that the operator's commands need.

-- epoch and node are too small and too often written for statistics that are
-- right, and with wrong ones PostgreSQL may find it worth 50 ms to compile what a
-- barrier asks in one. (The function is its role's own: only that role may alter it.)
SET LOCAL ROLE latchkey_cluster;
ALTER FUNCTION access_barrier SET jit = off;
RESET ROLE;

-- Purpose: nodes and changes.
-- Who serves the data plane, those with a lease first, and how far each has come;
-- at most 1,000. Without a node it is one row that names none.
-- +goose StatementBegin
CREATE FUNCTION nodes()
RETURNS TABLE (current_epoch bigint, id uuid, name text, started_at timestamptz, lease_ms double precision, applied_epoch bigint) LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp SET jit = off AS $$
    SELECT e.value, n.id, n.name, n.started_at, (extract(epoch FROM n.lease_until - clock_timestamp()) * 1000)::double precision, n.applied_epoch
    FROM epoch e LEFT JOIN node n ON true
    ORDER BY n.lease_until > clock_timestamp() DESC, n.name, n.started_at, n.id LIMIT 1000;
$$;
-- +goose StatementEnd

-- Purpose: secret lookup, whose role may read slugs.
-- The workspace of a slug. At most one row.
-- +goose StatementBegin
CREATE FUNCTION workspace_of_slug(p_slug text) RETURNS TABLE (id uuid) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT w.id FROM workspace w WHERE w.slug = p_slug;
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION nodes, workspace_of_slug FROM PUBLIC;
GRANT EXECUTE ON FUNCTION nodes, workspace_of_slug TO latchkey_app;

GRANT CREATE ON SCHEMA latchkey TO latchkey_cluster, latchkey_lookup;
ALTER FUNCTION nodes OWNER TO latchkey_cluster;
ALTER FUNCTION workspace_of_slug OWNER TO latchkey_lookup;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_cluster, latchkey_lookup;

-- +goose Down
DROP FUNCTION nodes, workspace_of_slug;
SET LOCAL ROLE latchkey_cluster;
ALTER FUNCTION access_barrier RESET jit;
RESET ROLE;
