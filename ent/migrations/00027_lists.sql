-- +goose Up
-- Lists that cost the same however long they are: each order, and what lists are
-- narrowed by, is an index that begins with the workspace. Behind row-level security an
-- index answers only comparisons that leak nothing, so a search is one of texts by their
-- bytes, never LIKE.

-- The order of names is that of bytes, in which what begins with a text is one range.
ALTER TABLE api_key ALTER COLUMN name_key TYPE text COLLATE "C";

-- What a key is found by besides the beginning of its name: its name as it is searched,
-- from each later character on that is not a space, so that a part of the name is the
-- beginning of a term. Twenty characters choose well enough; whoever searches for more
-- looks at the name. Keys are never deleted but with their workspace, so there is no
-- foreign key to them, and no index for it.
CREATE TABLE api_key_term (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    term         text COLLATE "C" NOT NULL,
    key_id       uuid NOT NULL,
    PRIMARY KEY (workspace_id, term, key_id)
);
CALL fence('api_key_term');
GRANT SELECT, INSERT, DELETE ON api_key_term TO latchkey_app;
CALL staff_fence('api_key_term', '{API_KEYS,IP_ALLOWLIST,USAGE,REFUSALS}');
GRANT SELECT ON api_key_term TO latchkey_staff;

-- +goose StatementBegin
CREATE FUNCTION key_terms(p_name_key text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT DISTINCT pg_catalog.substr(p_name_key, i, 20) FROM pg_catalog.generate_series(2, pg_catalog.char_length(p_name_key)) AS i
    WHERE pg_catalog.substr(p_name_key, i, 1) <> ' ';
END;
-- +goose StatementEnd

-- Every key has a row of use from the beginning, so that the order of last use is an
-- order of one index. A key that was never used was used before all others.
-- +goose StatementBegin
CREATE FUNCTION key_listed() RETURNS trigger LANGUAGE plpgsql SET search_path = latchkey, pg_temp AS $$
BEGIN
    INSERT INTO api_key_use (workspace_id, key_id, at, address, user_agent, operation)
    SELECT c.workspace_id, c.id, '-infinity', '', '', '' FROM changed c;
    INSERT INTO api_key_term (workspace_id, term, key_id)
    SELECT c.workspace_id, t, c.id FROM changed c, key_terms(c.name_key) AS t;
    RETURN NULL;
END
$$;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE FUNCTION key_renamed() RETURNS trigger LANGUAGE plpgsql SET search_path = latchkey, pg_temp AS $$
BEGIN
    DELETE FROM api_key_term t USING key_terms(OLD.name_key) AS was
    WHERE t.workspace_id = OLD.workspace_id AND t.term = was AND t.key_id = OLD.id;
    INSERT INTO api_key_term (workspace_id, term, key_id) SELECT NEW.workspace_id, t, NEW.id FROM key_terms(NEW.name_key) AS t;
    RETURN NULL;
END
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION key_listed, key_renamed, key_terms FROM PUBLIC;
GRANT EXECUTE ON FUNCTION key_terms TO latchkey_app;

-- Those that were there before. The owner sees rows only while the fence is not forced.
ALTER TABLE api_key NO FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key_use NO FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key_term NO FORCE ROW LEVEL SECURITY;
INSERT INTO api_key_use (workspace_id, key_id, at, address, user_agent, operation)
SELECT k.workspace_id, k.id, '-infinity', '', '', '' FROM api_key k ON CONFLICT (workspace_id, key_id) DO NOTHING;
INSERT INTO api_key_term (workspace_id, term, key_id) SELECT k.workspace_id, t, k.id FROM api_key k, key_terms(k.name_key) AS t;
ALTER TABLE api_key_term FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key_use FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;

GRANT INSERT ON api_key_use TO latchkey_app;
CREATE TRIGGER listed AFTER INSERT ON api_key REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION key_listed();
CREATE TRIGGER renamed AFTER UPDATE OF name_key ON api_key FOR EACH ROW WHEN (OLD.name_key IS DISTINCT FROM NEW.name_key) EXECUTE FUNCTION key_renamed();

CREATE OR REPLACE VIEW live_secret WITH (security_invoker = true) AS
    SELECT s.workspace_id, s.key_id, s.pepper_id, s.hint, k.name, NULLIF(u.at, '-infinity') AS used_at,
           k.disabled_at IS NOT NULL OR COALESCE(k.expires_on < (now() AT TIME ZONE 'UTC')::date - 1, false) AS stopped
    FROM api_key_secret s
    JOIN api_key k ON k.workspace_id = s.workspace_id AND k.id = s.key_id
    LEFT JOIN api_key_use u ON u.workspace_id = s.workspace_id AND u.key_id = s.key_id
    WHERE k.revoked_at IS NULL AND (s.valid_until IS NULL OR s.valid_until > now());

-- The orders; of the keys that are not revoked, of which a workspace has a bounded
-- number, also those that it is narrowed to by how keys stand.
-- (CASE, because COALESCE counts as leaking.)
CREATE INDEX api_key_use_at ON api_key_use (workspace_id, at, key_id);
DROP INDEX api_key_expires, api_key_author, api_key_live;
CREATE INDEX api_key_expires ON api_key (workspace_id, (CASE WHEN expires_on IS NULL THEN 'infinity'::date ELSE expires_on END), id);
CREATE INDEX api_key_author ON api_key (workspace_id, created_by_id, created_at, id);
CREATE INDEX api_key_scope ON api_key (workspace_id, scope, created_at, id);
CREATE INDEX api_key_revoked ON api_key (workspace_id, created_at, id) WHERE revoked_at IS NOT NULL;
CREATE INDEX api_key_disabled ON api_key (workspace_id, created_at, id) WHERE disabled_at IS NOT NULL AND revoked_at IS NULL;
CREATE INDEX api_key_live ON api_key (workspace_id, created_at, id) INCLUDE (disabled_at, expires_on) WHERE revoked_at IS NULL;
CREATE INDEX api_key_live_name ON api_key (workspace_id, name_key, id) WHERE revoked_at IS NULL;
CREATE INDEX api_key_live_expires ON api_key (workspace_id, (CASE WHEN expires_on IS NULL THEN 'infinity'::date ELSE expires_on END), id) WHERE revoked_at IS NULL;

-- The last four random characters, which a key is found by, and the rotations that
-- are under way.
ALTER TABLE api_key_secret ADD COLUMN tail text GENERATED ALWAYS AS (right(hint, 4)) STORED;
GRANT SELECT (tail) ON api_key_secret TO latchkey_staff;
CREATE INDEX api_key_secret_found ON api_key_secret (workspace_id, tail, key_id) WHERE valid_until IS NULL;
CREATE INDEX api_key_secret_ending ON api_key_secret (workspace_id, valid_until, key_id) WHERE valid_until IS NOT NULL;

-- Staff see how long the lists are that they see, and no other of these numbers.
CREATE POLICY staff ON record_count AS RESTRICTIVE TO latchkey_staff
    USING (kind = 'api_key' AND workspace_id = (SELECT staff_sees('{API_KEYS,IP_ALLOWLIST,USAGE,REFUSALS}')));
GRANT SELECT ON record_count TO latchkey_staff;

-- Purpose: tenant search, anew: each source is read by one index in the order of the
-- list, from one lower bound (of two it would take the lesser) until there is enough of
-- it, or by one that leaves few (OFFSET 0), whatever the planner thinks of the numbers
-- that it does not know. How many members a workspace has is counted already.
GRANT SELECT (workspace_id, kind, records) ON record_count TO latchkey_support_search;
CREATE POLICY support_search ON record_count FOR SELECT TO latchkey_support_search USING (kind = 'member');
GRANT CREATE ON SCHEMA latchkey TO latchkey_support_search;
SET LOCAL ROLE latchkey_support_search;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION support_matches(p_text text, p_email_key text, p_hint text, p_tail text, p_id uuid,
                                           p_source integer, p_term text, p_workspace uuid, p_limit integer)
RETURNS TABLE (source integer, term text, workspace_id uuid) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_sort = off AS $$
    (SELECT 1, t.term::text, t.workspace_id
     FROM support_term t
     WHERE p_text IS NOT NULL AND p_source <= 1
       AND t.term < lower(p_text) || chr(1114111)
       AND (t.term, t.workspace_id) > (CASE WHEN p_term < lower(p_text) COLLATE "C" THEN lower(p_text) ELSE p_term END COLLATE "C",
                                       CASE WHEN p_term < lower(p_text) COLLATE "C" THEN '00000000-0000-0000-0000-000000000000' ELSE p_workspace END)
       AND t.term = (SELECT e.term FROM support_term e WHERE e.workspace_id = t.workspace_id AND e.term >= lower(p_text) ORDER BY e.term LIMIT 1)
     ORDER BY t.term, t.workspace_id LIMIT p_limit)
    UNION ALL
    (SELECT 2, '', m.workspace_id
     FROM (SELECT m.workspace_id FROM person p JOIN member m ON m.person_id = p.id
           WHERE p_email_key IS NOT NULL AND p.email_key = p_email_key AND p_source <= 2 AND (p_source < 2 OR m.workspace_id > p_workspace) OFFSET 0) m
     ORDER BY m.workspace_id LIMIT p_limit)
    UNION ALL
    (SELECT DISTINCT 3, '', s.workspace_id
     FROM (SELECT s.workspace_id FROM api_key_secret s
           WHERE p_tail IS NOT NULL AND right(s.hint, 4) = p_tail AND (p_hint IS NULL OR s.hint = p_hint)
             AND p_source <= 3 AND (p_source < 3 OR s.workspace_id > p_workspace) OFFSET 0) s
     WHERE (p_text IS NULL OR COALESCE((SELECT e.term FROM support_term e WHERE e.workspace_id = s.workspace_id AND e.term >= lower(p_text)
                                        ORDER BY e.term LIMIT 1) >= lower(p_text) || chr(1114111), true))
     ORDER BY 3 LIMIT p_limit)
    UNION ALL
    (SELECT 4, '', w.id FROM workspace w WHERE p_id IS NOT NULL AND w.id = p_id AND p_source < 4)
    ORDER BY 1, 2, 3 LIMIT p_limit;
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION support_tenants(p_text text, p_email_key text, p_hint text, p_tail text, p_id uuid,
                                           p_source integer, p_term text, p_workspace uuid, p_limit integer)
RETURNS TABLE (source integer, term text, workspace_id uuid, slug text, name text, time_zone text, suspended_at timestamptz, approval boolean,
               created_at timestamptz, members bigint, keys bigint, active_keys bigint, entries bigint, total bigint) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    SELECT f.source, f.term, w.id, w.slug, w.name, w.time_zone, w.suspended_at, w.support_approval_required, w.created_at,
           (SELECT COALESCE(sum(c.records), 0)::bigint FROM record_count c WHERE c.workspace_id = w.id AND c.kind = 'member'), k.live, k.active,
           (SELECT count(*) FROM allowlist_entry e WHERE e.workspace_id = w.id),
           (SELECT count(*) FROM support_matches(p_text, p_email_key, p_hint, p_tail, p_id, 0, '', '00000000-0000-0000-0000-000000000000', 101))
    FROM support_matches(p_text, p_email_key, p_hint, p_tail, p_id, p_source, p_term, p_workspace, p_limit) AS f
    JOIN workspace w ON w.id = f.workspace_id
    CROSS JOIN LATERAL (
        SELECT count(*) AS live,
               count(*) FILTER (WHERE a.disabled_at IS NULL AND (a.expires_on IS NULL OR a.expires_on >= (now() AT TIME ZONE 'UTC')::date)) AS active
        FROM api_key a WHERE a.workspace_id = w.id AND a.revoked_at IS NULL
    ) AS k
    ORDER BY f.source, f.term COLLATE "C", f.workspace_id;
$$;
-- +goose StatementEnd
RESET ROLE;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_support_search;

-- +goose Down
DROP POLICY support_search ON record_count;
REVOKE SELECT (workspace_id, kind, records) ON record_count FROM latchkey_support_search;
DROP POLICY staff ON record_count;
REVOKE SELECT ON record_count FROM latchkey_staff;
DROP INDEX api_key_secret_found, api_key_secret_ending;
ALTER TABLE api_key_secret DROP COLUMN tail;
DROP INDEX api_key_use_at, api_key_expires, api_key_author, api_key_scope, api_key_revoked, api_key_disabled, api_key_live, api_key_live_name, api_key_live_expires;
CREATE INDEX api_key_expires ON api_key (workspace_id, expires_on, id);
CREATE INDEX api_key_author ON api_key (workspace_id, created_by_id, id);
CREATE INDEX api_key_live ON api_key (workspace_id) INCLUDE (disabled_at, expires_on) WHERE revoked_at IS NULL;
DROP TRIGGER listed ON api_key;
DROP TRIGGER renamed ON api_key;
REVOKE INSERT ON api_key_use FROM latchkey_app;
ALTER TABLE api_key_use NO FORCE ROW LEVEL SECURITY;
DELETE FROM api_key_use WHERE at = '-infinity';
ALTER TABLE api_key_use FORCE ROW LEVEL SECURITY;
DROP FUNCTION key_listed, key_renamed;
DROP TABLE api_key_term;
DROP FUNCTION key_terms;
ALTER TABLE api_key ALTER COLUMN name_key TYPE text COLLATE "default";
