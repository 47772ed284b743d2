-- +goose Up
-- Recording many events in one round trip: those of one request, and single events
-- of concurrent requests, which share a commit.

-- Records events of one workspace: the one that the connection is set to, or that
-- row-level security shows nothing of. Events are parallel arrays. One names its
-- contact by id or, when that is 0, by custom id (where p_custom_ids is shorter, by none).
--
-- For each event, in order, ids has the id that it got; 0 when it has no contact;
-- or -1 when it was left for a transaction of its own: its contact is locked by
-- somebody who may be deleting it, which its neighbours need not wait for, or there
-- is something wrong with an event of this workspace, and then none of them was
-- recorded. firsts are the positions of the events that are the first of their name.
--
-- No sequential scans: a plan lives as long as its connection, and a table that
-- was small when it was made may have grown.
-- +goose StatementBegin
CREATE FUNCTION record_events(
    p_workspace uuid, p_contacts bigint[], p_custom_ids text[], p_names text[], p_at timestamptz[], p_data text[], p_now timestamptz,
    OUT ids bigint[], OUT firsts bigint[]
) LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    contacts bigint[] := p_contacts; -- of the events; in the end 0 for none and -1 for a locked one
    locked   bigint[];
    missing  bigint[];
    names    text[];
    added    text[];
    recorded bigint;
BEGIN
    -- All in one block: a row that is locked outside of it and again by the foreign key inside
    -- would be locked by two transactions, which costs more.
    BEGIN
        IF 0 = ANY (contacts) THEN
            SELECT array_agg(COALESCE(NULLIF(e.id, 0), c.id, 0) ORDER BY e.n) INTO contacts
            FROM unnest(p_contacts, p_custom_ids) WITH ORDINALITY AS e (id, custom_id, n)
            LEFT JOIN (
                SELECT c.id, c.custom_id FROM contact c WHERE c.workspace_id = p_workspace AND c.custom_id = ANY (p_custom_ids)
            ) AS c ON c.custom_id = e.custom_id AND e.id = 0;
        END IF;

        -- Nobody waits here, so that the order in which rows are locked does not matter.
        locked := ARRAY(SELECT c.id FROM contact c WHERE c.workspace_id = p_workspace AND c.id = ANY (contacts) FOR KEY SHARE SKIP LOCKED);
        missing := ARRAY(SELECT c FROM unnest(contacts) AS c WHERE c > 0 EXCEPT SELECT unnest(locked));
        IF cardinality(missing) > 0 THEN
            SELECT array_agg(CASE WHEN c.id IS NOT NULL THEN -1 WHEN e.id = ANY (missing) THEN 0 ELSE e.id END ORDER BY e.n) INTO contacts
            FROM unnest(contacts) WITH ORDINALITY AS e (id, n)
            LEFT JOIN (SELECT c.id FROM contact c WHERE c.workspace_id = p_workspace AND c.id = ANY (missing)) AS c ON c.id = e.id;
        END IF;

        names := ARRAY(SELECT DISTINCT e.name FROM unnest(contacts, p_names) AS e (contact, name) WHERE e.contact > 0);
        -- What somebody else defines at this moment is waited for, in the order of names.
        WITH defined AS (
            INSERT INTO event_name (workspace_id, name)
            SELECT p_workspace, n.name FROM unnest(names) AS n (name)
            WHERE NOT EXISTS (SELECT FROM event_name k WHERE k.workspace_id = p_workspace AND k.name = n.name)
            ORDER BY n.name
            ON CONFLICT (workspace_id, name) DO NOTHING RETURNING name
        )
        SELECT array_agg(d.name) INTO added FROM defined d;
        IF added IS NOT NULL THEN
            firsts := ARRAY(
                SELECT min(e.n) FROM unnest(contacts, p_names) WITH ORDINALITY AS e (contact, name, n)
                WHERE e.contact > 0 AND e.name = ANY (added) GROUP BY e.name);
        END IF;

        WITH numbered AS MATERIALIZED (
            SELECT e.n, CASE WHEN e.contact > 0 THEN nextval('event_id_seq') ELSE e.contact END AS id, e.contact, e.name, e.at, e.data
            FROM unnest(contacts, p_names, p_at, p_data) WITH ORDINALITY AS e (contact, name, at, data, n)
        ), inserted AS (
            INSERT INTO event (workspace_id, id, contact_id, event_name_id, at, data, created_at)
            SELECT p_workspace, e.id, e.contact, k.id, e.at, e.data::jsonb, p_now
            FROM numbered e JOIN (
                SELECT k.id, k.name FROM event_name k WHERE k.workspace_id = p_workspace AND k.name = ANY (names)
            ) AS k ON k.name = e.name
            WHERE e.contact > 0
            RETURNING 1
        )
        SELECT array_agg(e.id ORDER BY e.n), (SELECT count(*) FROM inserted) INTO ids, recorded FROM numbered e;
        IF recorded <> (SELECT count(*) FROM unnest(ids) AS i WHERE i > 0) THEN
            RAISE EXCEPTION 'a name was taken away';
        END IF;
    EXCEPTION WHEN OTHERS THEN
        ids := ARRAY(SELECT CASE c WHEN 0 THEN 0 ELSE -1 END FROM unnest(contacts) WITH ORDINALITY AS e (c, n) ORDER BY e.n);
        firsts := NULL;
    END;
END
$$;
-- +goose StatementEnd

-- The same for several workspaces in one commit: the first p_counts[1] of the
-- events are of p_workspaces[1], and so on; workspaces are in the order of their
-- ids. Each is written under its own policy: the setting changes for this statement
-- alone, and is what it was when the next one begins.
-- +goose StatementBegin
CREATE FUNCTION record_events_together(
    p_workspaces uuid[], p_counts integer[],
    p_contacts bigint[], p_custom_ids text[], p_names text[], p_at timestamptz[], p_data text[], p_now timestamptz,
    OUT ids bigint[], OUT firsts bigint[]
) LANGUAGE plpgsql AS $$
DECLARE
    previous CONSTANT text := COALESCE(current_setting('latchkey.workspace_id', true), '');
    before integer := 0; -- events of the workspaces before
    upto   integer;
    part   record;
BEGIN
    FOR w IN 1 .. cardinality(p_workspaces) LOOP
        upto := before + p_counts[w];
        PERFORM set_config('latchkey.workspace_id', p_workspaces[w]::text, true);
        SELECT r.ids, r.firsts INTO part FROM record_events(
            p_workspaces[w], p_contacts[before + 1 : upto], p_custom_ids[before + 1 : upto], p_names[before + 1 : upto],
            p_at[before + 1 : upto], p_data[before + 1 : upto], p_now) AS r;
        ids := ids || part.ids;
        firsts := firsts || ARRAY(SELECT before + f FROM unnest(part.firsts) AS f);
        before := upto;
    END LOOP;
    PERFORM set_config('latchkey.workspace_id', previous, true);
END
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION record_events, record_events_together FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_events, record_events_together TO latchkey_app, latchkey_data;
GRANT USAGE ON SEQUENCE event_id_seq TO latchkey_app, latchkey_data;

-- +goose Down
DROP FUNCTION record_events, record_events_together;
REVOKE USAGE ON SEQUENCE event_id_seq FROM latchkey_app, latchkey_data;
