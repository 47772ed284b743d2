-- +goose Up
-- The audit as a list that is quick at any length, and that nobody rewrites.

-- The bytes as the text that they are. PostgreSQL calls that stable, because a text's
-- encoding is the database's; of one database it never changes.
CREATE FUNCTION event_text(body bytea) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN pg_catalog.convert_from(body, 'UTF8');
REVOKE ALL ON FUNCTION event_text FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_text TO latchkey_app, latchkey_possession; -- who adds events

-- What lists are narrowed by, besides the columns there are. They are generated from
-- the bytes that the hash is over, so they cannot say anything else; and canonical
-- bytes have one order of members and no quote that is not escaped, so the first match
-- is the member itself. target_label is the label as JSON writes it.
ALTER TABLE audit_event
    ADD COLUMN actor_kind text GENERATED ALWAYS AS (
        substring(event_text(body) FROM '"actor":\{"kind":"([A-Z_]*)"')) STORED,
    ADD COLUMN target_kind text GENERATED ALWAYS AS (
        substring(event_text(body) FROM '"target":\{"kind":"([A-Z_]*)"')) STORED,
    ADD COLUMN target_label text GENERATED ALWAYS AS (left(
        substring(event_text(body) FROM '"target":\{"kind":"[A-Z_]*","id":(?:null|"[0-9a-f-]*"),"label":"((?:[^"\\]|\\.)*)"'), 200)) STORED;

-- The newest first, of all and of each thing that may narrow: every list is a walk
-- along one of these from where its time or its cursor begins.
CREATE INDEX audit_event_at ON audit_event (workspace_id, at, seq);
CREATE INDEX audit_event_action ON audit_event (workspace_id, action, at, seq);
CREATE INDEX audit_event_actor ON audit_event (workspace_id, actor_id, at, seq);
CREATE INDEX audit_event_target ON audit_event (workspace_id, target_id, at, seq);
CREATE INDEX audit_event_actor_kind ON audit_event (workspace_id, actor_kind, at, seq);
CREATE INDEX audit_event_target_kind ON audit_event (workspace_id, target_kind, at, seq);
CREATE INDEX audit_event_target_label ON audit_event (workspace_id, target_label, at, seq);

-- The audit outlives what it is about: a workspace that is deleted takes its data
-- along, and leaves what was done in it.
ALTER TABLE audit_event DROP CONSTRAINT audit_event_workspace_id_fkey;

-- The application has no right to change events. This binds whoever owns the tables, too.
-- +goose StatementBegin
CREATE FUNCTION only_added_to() RETURNS trigger LANGUAGE plpgsql SET search_path = latchkey, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'the audit is only added to: % of % is refused', TG_OP, TG_TABLE_NAME USING
        ERRCODE = 'object_not_in_prerequisite_state',
        DETAIL = 'Each event is hashed into all that come after it; without it no later export verifies.',
        HINT = 'docs/audit.md, "Removing events", says what the owner of the database can do, and what it costs.';
END
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION only_added_to FROM PUBLIC;

-- For each statement, not for each row: under FORCE the owner sees no rows, and would
-- be told that nothing was changed instead of why.
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON operator_event FOR EACH STATEMENT EXECUTE FUNCTION only_added_to();
ALTER TABLE audit_event ENABLE ALWAYS TRIGGER only_added_to;
ALTER TABLE operator_event ENABLE ALWAYS TRIGGER only_added_to;

-- +goose Down
DROP TRIGGER only_added_to ON operator_event;
DROP TRIGGER only_added_to ON audit_event;
DROP FUNCTION only_added_to;
-- Not validated: events of workspaces that are gone stay.
ALTER TABLE audit_event ADD CONSTRAINT audit_event_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE NOT VALID;
DROP INDEX audit_event_at, audit_event_action, audit_event_actor, audit_event_target, audit_event_actor_kind, audit_event_target_kind, audit_event_target_label;
ALTER TABLE audit_event DROP COLUMN actor_kind, DROP COLUMN target_kind, DROP COLUMN target_label;
DROP FUNCTION event_text;
