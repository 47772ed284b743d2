-- +goose Up
-- What the screens of the admin plane need, however large a workspace is.
--
-- What those that are open are told: that something has changed, by its kind,
-- its workspace and, of one key, its id. Never what it is now.
--
-- A notification arrives when its transaction commits, and all that are alike in one
-- transaction arrive as one.

-- Tells of what a statement changed: the id of the one thing, and none of several.
-- +goose StatementBegin
CREATE FUNCTION watched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told record;
BEGIN
    FOR told IN EXECUTE format('SELECT c.%1$I AS workspace_id, min(c.%2$I::text) AS least, max(c.%2$I::text) AS most FROM changed c GROUP BY c.%1$I',
                               TG_ARGV[1], TG_ARGV[2]) LOOP
        PERFORM pg_notify('latchkey_watch', TG_ARGV[0] || ' ' || told.workspace_id
                          || CASE WHEN TG_ARGV[2] <> TG_ARGV[1] AND told.least = told.most THEN ' ' || told.least ELSE '' END);
    END LOOP;
    RETURN NULL;
END
$$;
-- +goose StatementEnd

-- The same for what changes in many workspaces every second, without ids: of up to 200
-- workspaces at once.
-- +goose StatementBegin
CREATE FUNCTION watched_together() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('latchkey_watch', TG_ARGV[0] || ' ' || string_agg(n.workspace_id::text, ','))
    FROM (SELECT d.workspace_id, (row_number() OVER () - 1) / 200 AS part FROM (SELECT DISTINCT c.workspace_id FROM changed c) d) n
    GROUP BY n.part;
    RETURN NULL;
END
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION watched, watched_together FROM PUBLIC;

-- Has a table's changes told as those of a kind of thing. id_column names the one
-- thing; without it the kind alone is told.
-- +goose StatementBegin
CREATE PROCEDURE watch(tenant_table regclass, kind text, id_column text DEFAULT NULL, workspace_column text DEFAULT 'workspace_id') LANGUAGE plpgsql AS $$
DECLARE
    way record;
BEGIN
    FOR way IN SELECT * FROM (VALUES ('INSERT', 'NEW'), ('UPDATE', 'NEW'), ('DELETE', 'OLD')) AS w (operation, rows) LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION watched(%L, %L, %L)',
                       'watched_' || lower(way.operation), way.operation, tenant_table, way.rows, kind, workspace_column, COALESCE(id_column, workspace_column));
    END LOOP;
END
$$;
-- +goose StatementEnd
REVOKE ALL ON PROCEDURE watch FROM PUBLIC;

CALL watch('workspace', 'WORKSPACE', workspace_column => 'id');
CALL watch('api_key', 'API_KEYS', 'id');
CALL watch('api_key_secret', 'API_KEYS', 'key_id');
CALL watch('allowlist_entry', 'IP_ALLOWLIST');
CALL watch('member', 'MEMBERS');
CALL watch('invitation', 'MEMBERS');
CALL watch('audit_event', 'AUDIT');
CALL watch('support_session', 'SUPPORT_SESSIONS');

CREATE TRIGGER watched_insert AFTER INSERT ON usage_hour REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION watched_together('USAGE');
CREATE TRIGGER watched_update AFTER UPDATE ON usage_hour REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION watched_together('USAGE');

-- How many keys there are costs the same however many there are.
CALL counted('api_key');
ALTER TABLE api_key NO FORCE ROW LEVEL SECURITY;
ALTER TABLE record_count NO FORCE ROW LEVEL SECURITY;
INSERT INTO record_count (workspace_id, kind, slot, records) SELECT workspace_id, 'api_key', 0, count(*) FROM api_key GROUP BY workspace_id;
ALTER TABLE record_count FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;

-- +goose Down
DROP TRIGGER counted_in ON api_key;
DROP TRIGGER counted_out ON api_key;
ALTER TABLE record_count NO FORCE ROW LEVEL SECURITY;
DELETE FROM record_count WHERE kind = 'api_key';
ALTER TABLE record_count FORCE ROW LEVEL SECURITY;
-- +goose StatementBegin
DO $$
DECLARE
    hook record;
BEGIN
    FOR hook IN SELECT t.tgname, t.tgrelid::regclass AS on_table FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                WHERE p.proname IN ('watched', 'watched_together') AND p.pronamespace = 'latchkey'::regnamespace LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', hook.tgname, hook.on_table);
    END LOOP;
END
$$;
-- +goose StatementEnd
DROP PROCEDURE watch;
DROP FUNCTION watched, watched_together;
