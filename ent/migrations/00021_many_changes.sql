-- +goose Up
-- A transaction that changes very many keys held the lock of access_changed for as long
-- as it took to count each of them, with every look back at a longer list. Beyond a
-- hundred keys of one workspace it now says once that all of the workspace has changed,
-- which makes nodes forget no less.

-- Purpose: nodes and changes.
GRANT CREATE ON SCHEMA latchkey TO latchkey_cluster;
SET LOCAL ROLE latchkey_cluster;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION access_changed() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
DECLARE
    row_json  jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
    concerned uuid  := (row_json ->> TG_ARGV[0])::uuid;
    the_key   uuid  := (row_json ->> TG_ARGV[1])::uuid;
    so_far    integer;
    covered   boolean;
    this      bigint;
BEGIN
    -- Once for each thing concerned, however many of its rows changed; and whoever
    -- forgets all of a workspace forgets its keys.
    SELECT count(*), COALESCE(bool_or(c.key_id IS NULL OR c.key_id = the_key), false) INTO so_far, covered
    FROM access_change c WHERE c.xid = pg_current_xact_id() AND c.workspace_id = concerned;
    IF covered THEN
        RETURN NULL;
    ELSIF so_far >= 100 THEN
        the_key := NULL;
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
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_cluster;
DROP INDEX access_change_xid;
CREATE INDEX access_change_concerned ON access_change (xid, workspace_id, key_id);

-- +goose Down
DROP INDEX access_change_concerned;
CREATE INDEX access_change_xid ON access_change (xid);
GRANT CREATE ON SCHEMA latchkey TO latchkey_cluster;
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
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_cluster;
