-- +goose Up
-- Usage in full: days, where calls came from, and how long all of it is kept.

-- What each operation did, so that it can be told which keys only read.
ALTER TABLE usage_hour ADD COLUMN access text NOT NULL DEFAULT ''; -- '': counted before this column was there
CREATE INDEX usage_hour_hour ON usage_hour (hour);

-- Hours that are old are added up here. A day is one of UTC.
CREATE TABLE usage_day (
    workspace_id uuid NOT NULL,
    key_id       uuid NOT NULL,
    day          date NOT NULL,
    operation    text NOT NULL,
    outcome      text NOT NULL,
    access       text NOT NULL,
    calls        bigint NOT NULL CHECK (calls > 0),
    PRIMARY KEY (workspace_id, key_id, day, operation, outcome),
    FOREIGN KEY (workspace_id, key_id) REFERENCES api_key (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX usage_day_day ON usage_day (day);
CALL fence('usage_day');
GRANT SELECT ON usage_day TO latchkey_app;

-- Where a key's calls came from, by day of UTC: at most 200 addresses and 50 user
-- agents for each key and day. What came beyond them is added up under 'other'.
CREATE TABLE usage_source (
    workspace_id uuid NOT NULL,
    key_id       uuid NOT NULL,
    day          date NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('address', 'user_agent')),
    source       text NOT NULL, -- '' when it could not be established, or none was sent
    calls        bigint NOT NULL CHECK (calls >= 0),    -- that were accepted
    refusals     bigint NOT NULL CHECK (refusals >= 0),
    last_seen    timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, key_id, day, kind, source),
    FOREIGN KEY (workspace_id, key_id) REFERENCES api_key (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX usage_source_day ON usage_source (day);
CALL fence('usage_source');
GRANT SELECT ON usage_source TO latchkey_app;

-- Purpose: usage flush.
GRANT SELECT, INSERT, UPDATE ON usage_source TO latchkey_usage;
CREATE POLICY usage ON usage_source TO latchkey_usage USING (true) WITH CHECK (true);
DROP FUNCTION usage_flush;

-- Adds counts and moves last uses forward. Rows are parallel arrays, without
-- duplicates; those of keys that no longer exist are passed over. Nodes never
-- deadlock: who may add a source takes the one lock before any row, and every
-- statement locks rows in the order of their keys. That lock is what keeps the
-- bounds of usage_source when two nodes meet new sources at once; a key whose
-- sources are all known, or whose day is full, does without.
-- +goose StatementBegin
CREATE FUNCTION usage_flush(
    c_workspaces uuid[], c_keys uuid[], c_hours timestamptz[], c_operations text[], c_outcomes text[], c_accesses text[], c_calls bigint[],
    s_workspaces uuid[], s_keys uuid[], s_days date[], s_kinds text[], s_sources text[], s_calls bigint[], s_refusals bigint[], s_seen timestamptz[],
    u_workspaces uuid[], u_keys uuid[], u_at timestamptz[], u_addresses text[], u_agents text[], u_operations text[]
) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF EXISTS (
        SELECT FROM (
            SELECT DISTINCT s.workspace_id, s.key_id, s.day, s.kind
            FROM unnest(s_workspaces, s_keys, s_days, s_kinds, s_sources) AS s (workspace_id, key_id, day, kind, source)
            WHERE s.source <> 'other' AND NOT EXISTS (SELECT FROM usage_source k WHERE (k.workspace_id, k.key_id, k.day, k.kind, k.source)
                                                                                 = (s.workspace_id, s.key_id, s.day, s.kind, s.source))
        ) AS fresh
        WHERE (SELECT count(*) FROM usage_source k WHERE (k.workspace_id, k.key_id, k.day, k.kind)
                    = (fresh.workspace_id, fresh.key_id, fresh.day, fresh.kind) AND k.source <> 'other')
              < CASE fresh.kind WHEN 'address' THEN 200 ELSE 50 END
    ) THEN
        PERFORM pg_advisory_xact_lock(x'7573616765'::bigint);
    END IF;

    INSERT INTO usage_hour AS h (workspace_id, key_id, hour, operation, outcome, access, calls)
    SELECT c.* FROM unnest(c_workspaces, c_keys, c_hours, c_operations, c_outcomes, c_accesses, c_calls)
                    AS c (workspace_id, key_id, hour, operation, outcome, access, calls)
    JOIN api_key k ON k.workspace_id = c.workspace_id AND k.id = c.key_id
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, key_id, hour, operation, outcome) DO UPDATE SET calls = h.calls + EXCLUDED.calls, access = EXCLUDED.access;

    -- One pass, since the planner knows nothing of arrays: which sources are fresh,
    -- the how manieth of their day each is, how many there were before it, and so
    -- whether there is a place for it.
    WITH given AS (
        SELECT s.*, s.source <> 'other' AND NOT EXISTS (SELECT FROM usage_source k WHERE (k.workspace_id, k.key_id, k.day, k.kind, k.source)
                                                            = (s.workspace_id, s.key_id, s.day, s.kind, s.source)) AS fresh
        FROM unnest(s_workspaces, s_keys, s_days, s_kinds, s_sources, s_calls, s_refusals, s_seen)
             AS s (workspace_id, key_id, day, kind, source, calls, refusals, last_seen)
        JOIN api_key k ON k.workspace_id = s.workspace_id AND k.id = s.key_id
    ), numbered AS (
        SELECT g.*, count(*) FILTER (WHERE g.fresh) OVER (PARTITION BY g.workspace_id, g.key_id, g.day, g.kind ORDER BY g.last_seen, g.source) AS nth
        FROM given g
    ), counted AS (
        SELECT n.*, CASE WHEN n.fresh AND n.nth = 1 THEN
                   (SELECT count(*) FROM usage_source k WHERE (k.workspace_id, k.key_id, k.day, k.kind)
                        = (n.workspace_id, n.key_id, n.day, n.kind) AND k.source <> 'other') END AS taken
        FROM numbered n
    ), placed AS (
        SELECT c.*, max(c.taken) OVER (PARTITION BY c.workspace_id, c.key_id, c.day, c.kind) + c.nth
                    <= CASE c.kind WHEN 'address' THEN 200 ELSE 50 END AS fits
        FROM counted c
    )
    INSERT INTO usage_source AS l (workspace_id, key_id, day, kind, source, calls, refusals, last_seen)
    SELECT p.workspace_id, p.key_id, p.day, p.kind, CASE WHEN p.fresh AND NOT p.fits THEN 'other' ELSE p.source END,
           sum(p.calls), sum(p.refusals), max(p.last_seen)
    FROM placed p
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, key_id, day, kind, source) DO UPDATE SET
        calls = l.calls + EXCLUDED.calls, refusals = l.refusals + EXCLUDED.refusals, last_seen = GREATEST(l.last_seen, EXCLUDED.last_seen);

    INSERT INTO api_key_use AS l (workspace_id, key_id, at, address, user_agent, operation)
    SELECT u.* FROM unnest(u_workspaces, u_keys, u_at, u_addresses, u_agents, u_operations)
                    AS u (workspace_id, key_id, at, address, user_agent, operation)
    JOIN api_key k ON k.workspace_id = u.workspace_id AND k.id = u.key_id
    ORDER BY 1, 2
    ON CONFLICT (workspace_id, key_id) DO UPDATE
    SET at = EXCLUDED.at, address = EXCLUDED.address, user_agent = EXCLUDED.user_agent, operation = EXCLUDED.operation
    WHERE l.at < EXCLUDED.at;
END
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION usage_flush FROM PUBLIC;
GRANT EXECUTE ON FUNCTION usage_flush TO latchkey_app, latchkey_data;

-- Purpose: roll-up and retention. How long what is kept is said once, in
-- internal/store/retention.go. Whatever they are asked, these functions leave
-- alone what is younger than a day, and at most p_rows rows of each table change.
GRANT USAGE ON SCHEMA latchkey TO latchkey_retention;
GRANT SELECT, DELETE ON usage_hour, usage_source TO latchkey_retention;
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_day TO latchkey_retention;
GRANT SELECT (workspace_id, id, created_at), DELETE ON mutation_replay TO latchkey_retention;
CREATE POLICY retention ON usage_hour TO latchkey_retention USING (true);
CREATE POLICY retention ON usage_day TO latchkey_retention USING (true) WITH CHECK (true);
CREATE POLICY retention ON usage_source TO latchkey_retention USING (true);
CREATE POLICY retention ON mutation_replay TO latchkey_retention USING (true);
DROP INDEX mutation_replay_created;
CREATE INDEX mutation_replay_created ON mutation_replay (created_at);

-- Adds hours before p_before, the beginning of a day of UTC, up to days. It
-- returns how many hours there were.
-- +goose StatementBegin
CREATE FUNCTION usage_roll_up(p_before timestamptz, p_rows integer) RETURNS bigint LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    WITH old AS (
        DELETE FROM usage_hour h USING (
            SELECT o.workspace_id, o.key_id, o.hour, o.operation, o.outcome FROM usage_hour o
            WHERE o.hour < LEAST(p_before, now() - interval '1 day') ORDER BY o.hour LIMIT p_rows
        ) AS o
        WHERE (h.workspace_id, h.key_id, h.hour, h.operation, h.outcome) = (o.workspace_id, o.key_id, o.hour, o.operation, o.outcome)
        RETURNING h.*
    ), days AS (
        INSERT INTO usage_day AS d (workspace_id, key_id, day, operation, outcome, access, calls)
        SELECT workspace_id, key_id, (hour AT TIME ZONE 'UTC')::date, operation, outcome, max(access), sum(calls)
        FROM old GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
        ON CONFLICT (workspace_id, key_id, day, operation, outcome) DO UPDATE SET calls = d.calls + EXCLUDED.calls, access = EXCLUDED.access
    )
    SELECT count(*) FROM old;
$$;
-- +goose StatementEnd

-- Drops days, sources and idempotency keys that are older than is asked. It
-- returns how many rows there were.
-- +goose StatementBegin
CREATE FUNCTION retention_drop(p_days date, p_sources date, p_replays timestamptz, p_rows integer) RETURNS bigint LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    WITH days AS (
        DELETE FROM usage_day d USING (
            SELECT o.workspace_id, o.key_id, o.day, o.operation, o.outcome FROM usage_day o
            WHERE o.day < LEAST(p_days, (now() - interval '1 day')::date) ORDER BY o.day LIMIT p_rows
        ) AS o
        WHERE (d.workspace_id, d.key_id, d.day, d.operation, d.outcome) = (o.workspace_id, o.key_id, o.day, o.operation, o.outcome)
        RETURNING 1
    ), sources AS (
        DELETE FROM usage_source s USING (
            SELECT o.workspace_id, o.key_id, o.day, o.kind, o.source FROM usage_source o
            WHERE o.day < LEAST(p_sources, (now() - interval '1 day')::date) ORDER BY o.day LIMIT p_rows
        ) AS o
        WHERE (s.workspace_id, s.key_id, s.day, s.kind, s.source) = (o.workspace_id, o.key_id, o.day, o.kind, o.source)
        RETURNING 1
    ), replays AS (
        DELETE FROM mutation_replay r USING (
            SELECT o.workspace_id, o.id FROM mutation_replay o
            WHERE o.created_at <= LEAST(p_replays, now() - interval '1 day') ORDER BY o.created_at LIMIT p_rows
        ) AS o
        WHERE (r.workspace_id, r.id) = (o.workspace_id, o.id)
        RETURNING 1
    )
    SELECT (SELECT count(*) FROM days) + (SELECT count(*) FROM sources) + (SELECT count(*) FROM replays);
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION usage_roll_up, retention_drop FROM PUBLIC;
GRANT EXECUTE ON FUNCTION usage_roll_up, retention_drop TO latchkey_app;

GRANT CREATE ON SCHEMA latchkey TO latchkey_usage, latchkey_retention;
ALTER FUNCTION usage_flush OWNER TO latchkey_usage;
ALTER FUNCTION usage_roll_up OWNER TO latchkey_retention;
ALTER FUNCTION retention_drop OWNER TO latchkey_retention;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_usage, latchkey_retention;

-- +goose Down
DROP FUNCTION usage_flush, usage_roll_up, retention_drop;
DROP POLICY retention ON usage_hour;
DROP POLICY retention ON mutation_replay;
REVOKE ALL ON usage_hour FROM latchkey_retention;
REVOKE DELETE ON mutation_replay FROM latchkey_retention;
REVOKE SELECT (workspace_id, id, created_at) ON mutation_replay FROM latchkey_retention;
REVOKE USAGE ON SCHEMA latchkey FROM latchkey_retention;
DROP INDEX mutation_replay_created;
CREATE INDEX mutation_replay_created ON mutation_replay (workspace_id, created_at);
DROP TABLE usage_day, usage_source;
DROP INDEX usage_hour_hour;
ALTER TABLE usage_hour DROP COLUMN access;
-- +goose StatementBegin
CREATE FUNCTION usage_flush(
    c_workspaces uuid[], c_keys uuid[], c_hours timestamptz[], c_operations text[], c_outcomes text[], c_calls bigint[],
    u_workspaces uuid[], u_keys uuid[], u_at timestamptz[], u_addresses text[], u_agents text[], u_operations text[]
) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    INSERT INTO usage_hour AS h (workspace_id, key_id, hour, operation, outcome, calls)
    SELECT c.* FROM unnest(c_workspaces, c_keys, c_hours, c_operations, c_outcomes, c_calls)
                    AS c (workspace_id, key_id, hour, operation, outcome, calls)
    JOIN api_key k ON k.workspace_id = c.workspace_id AND k.id = c.key_id
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (workspace_id, key_id, hour, operation, outcome) DO UPDATE SET calls = h.calls + EXCLUDED.calls;

    INSERT INTO api_key_use AS l (workspace_id, key_id, at, address, user_agent, operation)
    SELECT u.* FROM unnest(u_workspaces, u_keys, u_at, u_addresses, u_agents, u_operations)
                    AS u (workspace_id, key_id, at, address, user_agent, operation)
    JOIN api_key k ON k.workspace_id = u.workspace_id AND k.id = u.key_id
    ORDER BY 1, 2
    ON CONFLICT (workspace_id, key_id) DO UPDATE
    SET at = EXCLUDED.at, address = EXCLUDED.address, user_agent = EXCLUDED.user_agent, operation = EXCLUDED.operation
    WHERE l.at < EXCLUDED.at;
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION usage_flush FROM PUBLIC;
GRANT EXECUTE ON FUNCTION usage_flush TO latchkey_app, latchkey_data;
GRANT CREATE ON SCHEMA latchkey TO latchkey_usage;
ALTER FUNCTION usage_flush OWNER TO latchkey_usage;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_usage;
