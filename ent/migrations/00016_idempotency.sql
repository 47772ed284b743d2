-- +goose Up
-- Retries of requests on the data plane, and keys that are used where they do not
-- belong.

-- What the first request with an idempotency key was answered, for 24 hours,
-- written in that request's own transaction.
CREATE TABLE idempotent_answer (
    workspace_id    uuid NOT NULL,
    key_id          uuid NOT NULL,
    idempotency_key text NOT NULL CHECK (octet_length(idempotency_key) BETWEEN 1 AND 255),
    fingerprint     bytea NOT NULL CHECK (octet_length(fingerprint) = 32), -- of the request
    status          integer NOT NULL CHECK (status BETWEEN 200 AND 299),
    headers         jsonb NOT NULL,                                        -- those that the operation set: names and lists of values
    body            bytea CHECK (octet_length(body) <= 1048576),           -- NULL: too large to be kept
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, key_id, idempotency_key),
    FOREIGN KEY (workspace_id, key_id) REFERENCES api_key (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX idempotent_answer_created ON idempotent_answer (created_at);
CALL fence('idempotent_answer');
GRANT SELECT, INSERT, UPDATE ON idempotent_answer TO latchkey_app, latchkey_data;

-- Purpose: retention.
GRANT SELECT (workspace_id, key_id, idempotency_key, created_at), DELETE ON idempotent_answer TO latchkey_retention;
CREATE POLICY retention ON idempotent_answer TO latchkey_retention USING (true);

-- Drops answers from p_before and earlier, at most p_rows, but none that is younger
-- than a day. It returns how many there were.
-- +goose StatementBegin
CREATE FUNCTION idempotency_drop(p_before timestamptz, p_rows integer) RETURNS bigint LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    WITH answers AS (
        DELETE FROM idempotent_answer a USING (
            SELECT o.workspace_id, o.key_id, o.idempotency_key FROM idempotent_answer o
            WHERE o.created_at <= LEAST(p_before, now() - interval '1 day') ORDER BY o.created_at LIMIT p_rows
        ) AS o
        WHERE (a.workspace_id, a.key_id, a.idempotency_key) = (o.workspace_id, o.key_id, o.idempotency_key)
          AND a.created_at <= LEAST(p_before, now() - interval '1 day') -- its key may have been used anew
        RETURNING 1
    )
    SELECT count(*) FROM answers;
$$;
-- +goose StatementEnd

-- When a key was last used by a web page, and of which origin that was.
CREATE TABLE api_key_browser_use (
    workspace_id uuid NOT NULL,
    key_id       uuid NOT NULL,
    at           timestamptz NOT NULL,
    origin       text NOT NULL,
    PRIMARY KEY (workspace_id, key_id),
    FOREIGN KEY (workspace_id, key_id) REFERENCES api_key (workspace_id, id) ON DELETE CASCADE
);
CALL fence('api_key_browser_use');
GRANT SELECT ON api_key_browser_use TO latchkey_app;

-- Purpose: usage flush.
GRANT SELECT, INSERT, UPDATE ON api_key_browser_use TO latchkey_usage;
CREATE POLICY usage ON api_key_browser_use TO latchkey_usage USING (true) WITH CHECK (true);

-- Moves the last uses by web pages forward. Rows are parallel arrays, without
-- duplicates; those of keys that no longer exist are passed over. Rows are locked
-- in one order.
-- +goose StatementBegin
CREATE FUNCTION browser_use_flush(p_workspaces uuid[], p_keys uuid[], p_at timestamptz[], p_origins text[]) RETURNS void LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    INSERT INTO api_key_browser_use AS l (workspace_id, key_id, at, origin)
    SELECT u.* FROM unnest(p_workspaces, p_keys, p_at, p_origins) AS u (workspace_id, key_id, at, origin)
    JOIN api_key k ON k.workspace_id = u.workspace_id AND k.id = u.key_id
    ORDER BY 1, 2
    ON CONFLICT (workspace_id, key_id) DO UPDATE SET at = EXCLUDED.at, origin = EXCLUDED.origin
    WHERE l.at < EXCLUDED.at;
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION idempotency_drop, browser_use_flush FROM PUBLIC;
GRANT EXECUTE ON FUNCTION idempotency_drop TO latchkey_app;
GRANT EXECUTE ON FUNCTION browser_use_flush TO latchkey_app, latchkey_data;

GRANT CREATE ON SCHEMA latchkey TO latchkey_retention, latchkey_usage;
ALTER FUNCTION idempotency_drop OWNER TO latchkey_retention;
ALTER FUNCTION browser_use_flush OWNER TO latchkey_usage;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_retention, latchkey_usage;

-- +goose Down
DROP FUNCTION idempotency_drop, browser_use_flush;
DROP TABLE idempotent_answer, api_key_browser_use;
