-- +goose Up
-- Support: the sessions in which staff look into a workspace, what they looked at,
-- and how they find a tenant.

ALTER TABLE workspace ADD COLUMN support_approval_required boolean NOT NULL DEFAULT false; -- an owner lets each session in

-- A session, or the request for one. Its status follows from its times, by the
-- clock of PostgreSQL, which gives all of them. Whose session it was stays readable
-- when the person is gone, so person_id is no foreign key.
CREATE TABLE support_session (
    workspace_id     uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id               uuid NOT NULL,
    person_id        uuid NOT NULL, -- of staff
    person_label     text NOT NULL,
    reason           text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
    ticket           text NOT NULL CHECK (char_length(ticket) <= 100),
    minutes          integer NOT NULL CHECK (minutes BETWEEN 1 AND 60),
    requested_at     timestamptz NOT NULL,
    lapses_at        timestamptz, -- when the request is over unless an owner answered it; NULL: it needed no approval
    approved_at      timestamptz,
    refused_at       timestamptz,
    decided_by_id    uuid,
    decided_by_label text,
    started_at       timestamptz,
    ends_at          timestamptz,
    ended_at         timestamptz, -- when somebody ended it, or took the request back
    ended_by_kind    text,
    ended_by_id      uuid,
    ended_by_label   text,
    version          integer NOT NULL DEFAULT 1,
    PRIMARY KEY (workspace_id, id),
    CHECK (approved_at IS NULL OR refused_at IS NULL),
    CHECK ((decided_by_label IS NULL) = (COALESCE(approved_at, refused_at) IS NULL)),
    CHECK (started_at IS NULL OR lapses_at IS NULL OR approved_at IS NOT NULL),
    CHECK ((started_at IS NULL) = (ends_at IS NULL) AND ends_at <= started_at + interval '60 minutes'),
    CHECK ((ended_at IS NULL) = (ended_by_kind IS NULL) AND (ended_at IS NULL) = (ended_by_label IS NULL))
);
CREATE INDEX support_session_requested ON support_session (workspace_id, requested_at, id);
CREATE INDEX support_session_person ON support_session (person_id, requested_at);
CALL fence('support_session');
GRANT SELECT, INSERT, UPDATE ON support_session TO latchkey_app;

-- What was looked at in a session, each thing once, and the event of that in the
-- workspace's audit: there is none without the other.
CREATE TABLE support_look (
    workspace_id uuid NOT NULL,
    session_id   uuid NOT NULL,
    look         text NOT NULL CHECK (look ~ '^[A-Z_]{1,40}$'),
    event_id     uuid NOT NULL,
    PRIMARY KEY (workspace_id, session_id, look),
    FOREIGN KEY (workspace_id, session_id) REFERENCES support_session (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, event_id) REFERENCES audit_event (workspace_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX support_look_event ON support_look (workspace_id, event_id);
CALL fence('support_look');
GRANT SELECT, INSERT ON support_look TO latchkey_app;

-- Purpose: the fence of support. Whether the person that latchkey.staff_person names
-- may see one of these things in the workspace that the connection is set to: they
-- are staff, have a session there that runs, and it is recorded that they look.
-- Answers with the workspace, or NULL.
GRANT USAGE ON SCHEMA latchkey TO latchkey_staff, latchkey_support_fence, latchkey_support_search;
GRANT SELECT (workspace_id, id, person_id, started_at, ends_at, ended_at) ON support_session TO latchkey_support_fence;
GRANT SELECT (workspace_id, session_id, look) ON support_look TO latchkey_support_fence;
GRANT SELECT (id, is_staff) ON person TO latchkey_support_fence;
CREATE POLICY support_fence ON support_session FOR SELECT TO latchkey_support_fence USING (true);
CREATE POLICY support_fence ON support_look FOR SELECT TO latchkey_support_fence USING (true);
-- +goose StatementBegin
CREATE FUNCTION staff_sees(p_looks text[]) RETURNS uuid LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT s.workspace_id
    FROM support_session s
    JOIN person p ON p.id = s.person_id
    JOIN support_look l ON l.workspace_id = s.workspace_id AND l.session_id = s.id
    WHERE s.workspace_id = NULLIF(current_setting('latchkey.workspace_id', true), '')::uuid
      AND s.person_id = NULLIF(current_setting('latchkey.staff_person', true), '')::uuid
      AND s.started_at <= clock_timestamp() AND s.ends_at > clock_timestamp() AND s.ended_at IS NULL
      AND p.is_staff AND l.look = ANY (p_looks)
    LIMIT 1;
$$;
-- +goose StatementEnd

-- Lets staff see a fenced table through their sessions: on top of the fence, which
-- binds them as everybody, and only for who looks at one of these things. Give
-- latchkey_staff SELECT on the columns that they may see besides.
-- +goose StatementBegin
CREATE PROCEDURE staff_fence(tenant_table regclass, looks text[], workspace_column text DEFAULT 'workspace_id') LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE POLICY staff ON %s AS RESTRICTIVE TO latchkey_staff USING (%I = (SELECT staff_sees(%L::text[])))',
                   tenant_table, workspace_column, looks);
END
$$;
-- +goose StatementEnd
REVOKE ALL ON PROCEDURE staff_fence FROM PUBLIC;

CALL staff_fence('workspace', '{WORKSPACE,API_KEYS,IP_ALLOWLIST,USAGE,REFUSALS,AUDIT,MEMBERS,SUPPORT_SESSIONS}', 'id');
GRANT SELECT (id, slug, name, time_zone, longest_lifetime_days, disable_unused_after_days, key_limit_calls, key_limit_seconds,
              workspace_limit_calls, workspace_limit_seconds, suspended_at, resumed_at, support_approval_required, version, created_at)
    ON workspace TO latchkey_staff;
CALL staff_fence('api_key', '{API_KEYS,IP_ALLOWLIST,USAGE,REFUSALS}');
GRANT SELECT ON api_key TO latchkey_staff;
CALL staff_fence('api_key_secret', '{API_KEYS,IP_ALLOWLIST,USAGE,REFUSALS}');
GRANT SELECT (workspace_id, id, key_id, hint, created_at, valid_until) ON api_key_secret TO latchkey_staff; -- never the hash
CALL staff_fence('api_key_use', '{API_KEYS,IP_ALLOWLIST,USAGE,REFUSALS}');
CALL staff_fence('api_key_secret_use', '{API_KEYS,IP_ALLOWLIST,USAGE,REFUSALS}');
CALL staff_fence('api_key_browser_use', '{API_KEYS}');
GRANT SELECT ON api_key_use, api_key_secret_use, api_key_browser_use TO latchkey_staff;
CALL staff_fence('allowlist_entry', '{IP_ALLOWLIST}');
GRANT SELECT ON allowlist_entry TO latchkey_staff;
CALL staff_fence('usage_hour', '{API_KEYS,USAGE}');
CALL staff_fence('usage_day', '{API_KEYS,USAGE}');
CALL staff_fence('usage_source', '{API_KEYS,USAGE,IP_ALLOWLIST}');
GRANT SELECT ON usage_hour, usage_day, usage_source TO latchkey_staff;
CALL staff_fence('audit_event', '{AUDIT}');
GRANT SELECT ON audit_event TO latchkey_staff;
CALL staff_fence('member', '{MEMBERS}');
GRANT SELECT ON member TO latchkey_staff;
CALL staff_fence('support_session', '{WORKSPACE,SUPPORT_SESSIONS}');
GRANT SELECT ON support_session TO latchkey_staff;

-- Purpose: tenant search. What a workspace is found by: its name and slug, folded,
-- from each of their words on, so that a word in the middle is a beginning too.
-- Ordered by code points: a beginning is then a range of an index, which any role
-- may use, behind policies as well.
CREATE TABLE support_term (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    term         text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace_id, term)
);
CREATE INDEX support_term_term ON support_term (term, workspace_id);
-- +goose StatementBegin
CREATE FUNCTION support_terms(p_name text, p_slug text) RETURNS SETOF text LANGUAGE sql IMMUTABLE
SET search_path = latchkey, pg_temp AS $$
    SELECT DISTINCT left(array_to_string(words[first:], glue), 100)
    FROM (VALUES (regexp_split_to_array(btrim(lower(p_name)), '\s+'), ' '), (string_to_array(p_slug, '-'), '-')) AS text (words, glue),
         generate_series(1, least(cardinality(words), 20)) AS first
    WHERE words[first] <> '';
$$;
-- +goose StatementEnd
ALTER TABLE workspace NO FORCE ROW LEVEL SECURITY;
INSERT INTO support_term (workspace_id, term) SELECT w.id, t FROM workspace w, support_terms(w.name, w.slug) AS t;
ALTER TABLE workspace FORCE ROW LEVEL SECURITY;
CALL fence('support_term');

GRANT SELECT, INSERT, DELETE ON support_term TO latchkey_support_search;
GRANT SELECT (id, slug, name, time_zone, suspended_at, support_approval_required, created_at) ON workspace TO latchkey_support_search;
GRANT SELECT (workspace_id, id, person_id) ON member TO latchkey_support_search;
GRANT SELECT (id, email_key) ON person TO latchkey_support_search;
GRANT SELECT (workspace_id, id, expires_on, disabled_at, revoked_at) ON api_key TO latchkey_support_search;
GRANT SELECT (workspace_id, hint) ON api_key_secret TO latchkey_support_search;
GRANT SELECT (workspace_id, id) ON allowlist_entry TO latchkey_support_search;
GRANT SELECT ON support_session TO latchkey_support_search;
GRANT SELECT (workspace_id, session_id, look) ON support_look TO latchkey_support_search;
CREATE POLICY support_search ON support_term TO latchkey_support_search USING (true) WITH CHECK (true);
CREATE POLICY support_search ON workspace FOR SELECT TO latchkey_support_search USING (true);
CREATE POLICY support_search ON member FOR SELECT TO latchkey_support_search USING (true);
CREATE POLICY support_search ON api_key FOR SELECT TO latchkey_support_search USING (true);
CREATE POLICY support_search ON api_key_secret FOR SELECT TO latchkey_support_search USING (true);
CREATE POLICY support_search ON allowlist_entry FOR SELECT TO latchkey_support_search USING (true);
CREATE POLICY support_search ON support_session FOR SELECT TO latchkey_support_search USING (true);
CREATE POLICY support_search ON support_look FOR SELECT TO latchkey_support_search USING (true);
CREATE INDEX api_key_secret_tail ON api_key_secret (right(hint, 4), workspace_id); -- the last four random characters
CREATE INDEX api_key_live ON api_key (workspace_id) INCLUDE (disabled_at, expires_on) WHERE revoked_at IS NULL;

-- +goose StatementBegin
CREATE FUNCTION workspace_terms() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' OR (OLD.name, OLD.slug) IS DISTINCT FROM (NEW.name, NEW.slug) THEN
        DELETE FROM support_term t WHERE t.workspace_id = NEW.id;
        INSERT INTO support_term (workspace_id, term) SELECT NEW.id, t FROM support_terms(NEW.name, NEW.slug) AS t;
    END IF;
    RETURN NULL;
END
$$;
-- +goose StatementEnd
CREATE TRIGGER workspace_terms AFTER INSERT OR UPDATE OF name, slug ON workspace FOR EACH ROW EXECUTE FUNCTION workspace_terms();

-- The workspaces that a search means, each once, from a place on: by their names and
-- slugs (1), a member's address (2), the hint of a secret or its last four characters
-- (3), and one by its id (4). What is NULL is not searched by.
-- +goose StatementBegin
CREATE FUNCTION support_matches(p_text text, p_email_key text, p_hint text, p_tail text, p_id uuid,
                                p_source integer, p_term text, p_workspace uuid, p_limit integer)
RETURNS TABLE (source integer, term text, workspace_id uuid) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    WITH asked AS (SELECT lower(p_text) AS beginning, lower(p_text) || chr(1114111) AS beyond)
    (SELECT 1, t.term::text, t.workspace_id
     FROM asked a JOIN support_term t ON t.term >= a.beginning AND t.term < a.beyond
     WHERE p_source <= 1 AND (t.term, t.workspace_id) > (p_term, p_workspace)
       AND NOT EXISTS (SELECT FROM support_term e WHERE e.workspace_id = t.workspace_id AND e.term >= a.beginning AND e.term < t.term)
     ORDER BY t.term, t.workspace_id LIMIT p_limit)
    UNION ALL
    (SELECT 2, '', m.workspace_id
     FROM person p JOIN member m ON m.person_id = p.id
     WHERE p.email_key = p_email_key AND p_source <= 2 AND (p_source < 2 OR m.workspace_id > p_workspace)
     ORDER BY m.workspace_id LIMIT p_limit)
    UNION ALL
    (SELECT DISTINCT 3, '', s.workspace_id
     FROM asked a, api_key_secret s
     WHERE right(s.hint, 4) = p_tail AND (p_hint IS NULL OR s.hint = p_hint) AND p_source <= 3 AND (p_source < 3 OR s.workspace_id > p_workspace)
       AND NOT EXISTS (SELECT FROM support_term e WHERE e.workspace_id = s.workspace_id AND e.term >= a.beginning AND e.term < a.beyond)
     ORDER BY 3 LIMIT p_limit)
    UNION ALL
    (SELECT 4, '', w.id FROM workspace w WHERE w.id = p_id AND p_source < 4)
    ORDER BY 1, 2, 3 LIMIT p_limit;
$$;
-- +goose StatementEnd

-- A page of the workspaces that a search means: their names, and how much they have.
-- Keys are those that are not revoked, of which no workspace has many; active are
-- those of them that are neither disabled nor expired, by the day of UTC. total is
-- how many workspaces are meant, counted to 101.
-- +goose StatementBegin
CREATE FUNCTION support_tenants(p_text text, p_email_key text, p_hint text, p_tail text, p_id uuid,
                                p_source integer, p_term text, p_workspace uuid, p_limit integer)
RETURNS TABLE (source integer, term text, workspace_id uuid, slug text, name text, time_zone text, suspended_at timestamptz, approval boolean,
               created_at timestamptz, members bigint, keys bigint, active_keys bigint, entries bigint, total bigint) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT f.source, f.term, w.id, w.slug, w.name, w.time_zone, w.suspended_at, w.support_approval_required, w.created_at,
           (SELECT count(*) FROM member m WHERE m.workspace_id = w.id), k.live, k.active,
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

-- Purpose: tenant search. The sessions of a person that run, and then the requests of
-- theirs that wait for an answer, each the newest first, at most 100 in all, with what
-- was looked at already. Neither is older than a day and an hour.
-- +goose StatementBegin
CREATE FUNCTION support_sessions_of(p_person uuid)
RETURNS TABLE (session support_session, slug text, name text, looks text[]) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT s, w.slug, w.name,
           ARRAY(SELECT l.look FROM support_look l WHERE l.workspace_id = s.workspace_id AND l.session_id = s.id ORDER BY l.look)
    FROM support_session s JOIN workspace w ON w.id = s.workspace_id
    WHERE s.person_id = p_person AND s.requested_at > clock_timestamp() - interval '25 hours' AND s.ended_at IS NULL AND s.refused_at IS NULL
      AND COALESCE(s.ends_at, s.lapses_at) > clock_timestamp()
    ORDER BY s.started_at IS NULL, s.requested_at DESC, s.id LIMIT 100;
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION staff_sees, support_terms, workspace_terms, support_matches, support_tenants, support_sessions_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION staff_sees TO latchkey_staff;
GRANT EXECUTE ON FUNCTION support_terms TO latchkey_support_search;
GRANT EXECUTE ON FUNCTION support_tenants, support_sessions_of TO latchkey_app;

GRANT CREATE ON SCHEMA latchkey TO latchkey_support_fence, latchkey_support_search;
ALTER FUNCTION staff_sees OWNER TO latchkey_support_fence;
ALTER FUNCTION workspace_terms OWNER TO latchkey_support_search;
ALTER FUNCTION support_matches OWNER TO latchkey_support_search;
ALTER FUNCTION support_tenants OWNER TO latchkey_support_search;
ALTER FUNCTION support_sessions_of OWNER TO latchkey_support_search;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_support_fence, latchkey_support_search;

CREATE INDEX person_staff ON person (email_key) WHERE is_staff;

-- +goose Down
DROP INDEX person_staff, api_key_live, api_key_secret_tail;
DROP TRIGGER workspace_terms ON workspace;
DROP FUNCTION support_sessions_of, support_tenants, support_matches, workspace_terms;
DROP TABLE support_term;
DROP FUNCTION support_terms;
DROP POLICY support_search ON workspace;
DROP POLICY support_search ON member;
DROP POLICY support_search ON api_key;
DROP POLICY support_search ON api_key_secret;
DROP POLICY support_search ON allowlist_entry;
DROP POLICY staff ON workspace;
DROP POLICY staff ON api_key;
DROP POLICY staff ON api_key_secret;
DROP POLICY staff ON api_key_use;
DROP POLICY staff ON api_key_secret_use;
DROP POLICY staff ON api_key_browser_use;
DROP POLICY staff ON allowlist_entry;
DROP POLICY staff ON usage_hour;
DROP POLICY staff ON usage_day;
DROP POLICY staff ON usage_source;
DROP POLICY staff ON audit_event;
DROP POLICY staff ON member;
DROP TABLE support_look, support_session;
DROP PROCEDURE staff_fence;
DROP FUNCTION staff_sees;
REVOKE ALL ON workspace, api_key, api_key_secret, api_key_use, api_key_secret_use, api_key_browser_use, allowlist_entry, usage_hour, usage_day,
    usage_source, audit_event, member, person FROM latchkey_staff, latchkey_support_fence, latchkey_support_search;
REVOKE USAGE ON SCHEMA latchkey FROM latchkey_staff, latchkey_support_fence, latchkey_support_search;
ALTER TABLE workspace DROP COLUMN support_approval_required;
