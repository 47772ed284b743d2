-- +goose Up
-- How a change of access reaches every node (docs/revocation.md).
--
-- The lock below is what the whole promise rests on. A transaction that changes
-- access takes it exclusively as the last thing it does; a node's beat holds it
-- shared while it extends its lease and reads the changes. So a change is either
-- committed before the beat reads, and the beat returns it, or it commits after
-- the beat, and whoever waits for its acknowledgement sees the lease.

-- Incremented by every transaction that gives or takes access: gap-free, in commit order.
CREATE TABLE epoch (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    value bigint NOT NULL
);
INSERT INTO epoch (value) VALUES (0);

-- What each epoch concerned: one key, or the whole workspace when key_id is NULL.
CREATE TABLE access_change (
    epoch        bigint PRIMARY KEY,
    workspace_id uuid NOT NULL,
    key_id       uuid,
    xid          xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at           timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX access_change_xid ON access_change (xid);
CREATE INDEX access_change_at ON access_change (at);
ALTER TABLE access_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_change FORCE ROW LEVEL SECURITY;
CREATE POLICY cluster ON access_change TO latchkey_cluster USING (true) WITH CHECK (true);

-- A process that serves the data plane. It trusts its memory until lease_until.
CREATE TABLE node (
    id            uuid PRIMARY KEY,
    name          text NOT NULL, -- host and port, for people
    started_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_until   timestamptz NOT NULL,
    applied_epoch bigint NOT NULL
);

GRANT SELECT, UPDATE ON epoch TO latchkey_cluster;
GRANT SELECT, INSERT, DELETE ON access_change TO latchkey_cluster;
GRANT SELECT, INSERT, UPDATE, DELETE ON node TO latchkey_cluster;

-- Purpose: nodes and changes.
-- As a deferred trigger it runs inside COMMIT, after the application's last
-- statement: no code path can forget it, and no client that dies can hold the lock.
-- +goose StatementBegin
CREATE FUNCTION access_changed() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
DECLARE
    row_json  jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
    concerned uuid  := (row_json ->> TG_ARGV[0])::uuid;
    the_key   uuid  := (row_json ->> TG_ARGV[1])::uuid;
    this      bigint;
BEGIN
    -- Once for each thing concerned, however many of its rows changed.
    IF EXISTS (SELECT FROM access_change c WHERE c.xid = pg_current_xact_id()
               AND c.workspace_id = concerned AND c.key_id IS NOT DISTINCT FROM the_key) THEN
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

CREATE CONSTRAINT TRIGGER access_changed AFTER INSERT OR UPDATE OR DELETE ON workspace
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access_changed('id', '');
CREATE CONSTRAINT TRIGGER access_changed AFTER INSERT OR UPDATE OR DELETE ON allowlist_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access_changed('workspace_id', '');
CREATE CONSTRAINT TRIGGER access_changed AFTER INSERT OR UPDATE OR DELETE ON api_key
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access_changed('workspace_id', 'id');
CREATE CONSTRAINT TRIGGER access_changed AFTER INSERT OR UPDATE OR DELETE ON api_key_secret
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access_changed('workspace_id', 'key_id');

-- A beat: extends the lease of a node that has applied everything up to
-- p_applied, and returns every change committed since, then one row with the
-- current epoch and no workspace. The node compares the count with the distance:
-- epochs have no gaps, so a smaller count means that changes were pruned and it
-- must drop all it remembers. A node that starts passes NULL and gets no changes.
-- +goose StatementBegin
CREATE FUNCTION node_beat(p_node uuid, p_name text, p_applied bigint, p_lease_ms integer)
RETURNS TABLE (epoch bigint, workspace_id uuid, key_id uuid) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
DECLARE
    current_epoch bigint;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(x'6c61746368'::bigint);
    SELECT e.value INTO current_epoch FROM epoch e;
    INSERT INTO node AS n (id, name, lease_until, applied_epoch)
    VALUES (p_node, p_name, clock_timestamp() + p_lease_ms * interval '1 millisecond', COALESCE(p_applied, current_epoch))
    ON CONFLICT (id) DO UPDATE SET lease_until = EXCLUDED.lease_until, applied_epoch = EXCLUDED.applied_epoch;
    RETURN QUERY SELECT c.epoch, c.workspace_id, c.key_id FROM access_change c
                 WHERE c.epoch > p_applied ORDER BY c.epoch LIMIT 10000;
    RETURN QUERY SELECT current_epoch, NULL::uuid, NULL::uuid;
END
$$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION node_leave(p_node uuid) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    DELETE FROM node WHERE id = p_node;
$$;
-- +goose StatementEnd

-- What a barrier asks: the current epoch, how many nodes hold a lease, and how
-- many of those have not yet applied p_epoch (NULL: the current one).
-- +goose StatementBegin
CREATE FUNCTION access_barrier(p_epoch bigint)
RETURNS TABLE (current_epoch bigint, live bigint, behind bigint) LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT e.value,
           (SELECT count(*) FROM node n WHERE n.lease_until > clock_timestamp()),
           (SELECT count(*) FROM node n WHERE n.lease_until > clock_timestamp()
                                        AND n.applied_epoch < COALESCE(p_epoch, e.value))
    FROM epoch e;
$$;
-- +goose StatementEnd

-- Forgets changes older than an hour and nodes gone for a day.
-- +goose StatementBegin
CREATE FUNCTION cluster_prune() RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    DELETE FROM access_change WHERE at < clock_timestamp() - interval '1 hour';
    DELETE FROM node WHERE lease_until < clock_timestamp() - interval '1 day';
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION access_changed, node_beat, node_leave, access_barrier, cluster_prune FROM PUBLIC;
GRANT EXECUTE ON FUNCTION node_beat, node_leave, access_barrier, cluster_prune TO latchkey_app, latchkey_data;

GRANT CREATE ON SCHEMA latchkey TO latchkey_cluster;
ALTER FUNCTION access_changed OWNER TO latchkey_cluster;
ALTER FUNCTION node_beat OWNER TO latchkey_cluster;
ALTER FUNCTION node_leave OWNER TO latchkey_cluster;
ALTER FUNCTION access_barrier OWNER TO latchkey_cluster;
ALTER FUNCTION cluster_prune OWNER TO latchkey_cluster;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_cluster;

-- +goose Down
DROP TRIGGER access_changed ON workspace;
DROP TRIGGER access_changed ON allowlist_entry;
DROP TRIGGER access_changed ON api_key;
DROP TRIGGER access_changed ON api_key_secret;
DROP FUNCTION access_changed, node_beat, node_leave, access_barrier, cluster_prune;
DROP TABLE node, access_change, epoch;
