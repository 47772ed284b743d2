-- +goose Up
-- What every kind of record has: a version, which writers compare, and an exact
-- count that costs the same whatever there is to count.

ALTER TABLE contact ADD COLUMN version bigint NOT NULL DEFAULT 1;
CREATE INDEX contact_phone_number ON contact (workspace_id, phone_number, id);
CREATE INDEX contact_first_seen ON contact (workspace_id, first_seen, id);
CREATE INDEX contact_last_seen ON contact (workspace_id, last_seen, id);
CREATE INDEX contact_last_contacted ON contact (workspace_id, last_contacted, id);
CREATE INDEX contact_updated_at ON contact (workspace_id, updated_at, id);

-- The number of a workspace's records of a kind is the sum over its slots.
CREATE TABLE record_count (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    kind         text NOT NULL,
    slot         integer NOT NULL,
    records      bigint NOT NULL, -- negative where more were deleted than made under this slot
    PRIMARY KEY (workspace_id, kind, slot)
) WITH (fillfactor = 50); -- updates stay within the page
CALL fence('record_count');
GRANT SELECT, INSERT, UPDATE ON record_count TO latchkey_app, latchkey_data;

-- Counts what a statement made or deleted. It takes any slot that nobody holds, and
-- opens one when all are held, so that writers do not wait for each other here: there
-- come to be as many slots as there ever were writers at once. A deletion opens none;
-- where there is none, the workspace itself is being deleted.
-- +goose StatementBegin
CREATE FUNCTION count_records() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    per_workspace record;
    free          integer;
BEGIN
    FOR per_workspace IN SELECT c.workspace_id, count(*) AS records FROM changed c GROUP BY c.workspace_id LOOP
        SELECT r.slot INTO free FROM record_count r
        WHERE r.workspace_id = per_workspace.workspace_id AND r.kind = TG_TABLE_NAME
        ORDER BY r.slot LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
        IF NOT FOUND AND TG_OP = 'INSERT' THEN
            INSERT INTO record_count (workspace_id, kind, slot, records)
            VALUES (per_workspace.workspace_id, TG_TABLE_NAME, (random() * 2147483647)::integer, per_workspace.records);
            CONTINUE;
        ELSIF NOT FOUND THEN
            SELECT min(r.slot) INTO free FROM record_count r
            WHERE r.workspace_id = per_workspace.workspace_id AND r.kind = TG_TABLE_NAME;
        END IF;
        UPDATE record_count r SET records = r.records + TG_ARGV[0]::bigint * per_workspace.records
        WHERE r.workspace_id = per_workspace.workspace_id AND r.kind = TG_TABLE_NAME AND r.slot = free;
    END LOOP;
    RETURN NULL;
END
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION count_records FROM PUBLIC;

-- Has a table's rows counted.
-- +goose StatementBegin
CREATE PROCEDURE counted(tenant_table regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER counted_in AFTER INSERT ON %s REFERENCING NEW TABLE AS changed'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION count_records(''1'')', tenant_table);
    EXECUTE format('CREATE TRIGGER counted_out AFTER DELETE ON %s REFERENCING OLD TABLE AS changed'
                   ' FOR EACH STATEMENT EXECUTE FUNCTION count_records(''-1'')', tenant_table);
END
$$;
-- +goose StatementEnd
REVOKE ALL ON PROCEDURE counted FROM PUBLIC;

CALL counted('contact');

-- Those that were there before. The owner sees rows only while the fence is not forced.
ALTER TABLE contact NO FORCE ROW LEVEL SECURITY;
ALTER TABLE record_count NO FORCE ROW LEVEL SECURITY;
INSERT INTO record_count (workspace_id, kind, slot, records) SELECT workspace_id, 'contact', 0, count(*) FROM contact GROUP BY workspace_id;
ALTER TABLE record_count FORCE ROW LEVEL SECURITY;
ALTER TABLE contact FORCE ROW LEVEL SECURITY;

-- A fixed attribute's choices, an array of texts, and whether it takes several of them at once.
ALTER TABLE attribute ADD COLUMN choices jsonb, ADD COLUMN several boolean NOT NULL DEFAULT false;

-- +goose Down
ALTER TABLE attribute DROP COLUMN choices, DROP COLUMN several;
DROP TRIGGER counted_in ON contact;
DROP TRIGGER counted_out ON contact;
DROP PROCEDURE counted;
DROP FUNCTION count_records;
DROP TABLE record_count;
DROP INDEX contact_phone_number, contact_first_seen, contact_last_seen, contact_last_contacted, contact_updated_at;
ALTER TABLE contact DROP COLUMN version;
