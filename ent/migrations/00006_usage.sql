-- +goose Up
-- Who called what. Written by the flush alone, once a second and node.

CREATE TABLE api_key_use (
    workspace_id uuid NOT NULL,
    key_id       uuid NOT NULL,
    at           timestamptz NOT NULL,
    address      text NOT NULL,
    user_agent   text NOT NULL,
    operation    text NOT NULL,
    PRIMARY KEY (workspace_id, key_id),
    FOREIGN KEY (workspace_id, key_id) REFERENCES api_key (workspace_id, id) ON DELETE CASCADE
);
CALL fence('api_key_use');
GRANT SELECT ON api_key_use TO latchkey_app;

CREATE TABLE usage_hour (
    workspace_id uuid NOT NULL,
    key_id       uuid NOT NULL,
    hour         timestamptz NOT NULL,
    operation    text NOT NULL,
    outcome      text NOT NULL, -- '2xx' … '5xx', or the code of the refusal
    calls        bigint NOT NULL CHECK (calls > 0),
    PRIMARY KEY (workspace_id, key_id, hour, operation, outcome),
    FOREIGN KEY (workspace_id, key_id) REFERENCES api_key (workspace_id, id) ON DELETE CASCADE
);
CALL fence('usage_hour');
GRANT SELECT ON usage_hour TO latchkey_app;

-- Purpose: usage flush.
GRANT SELECT (workspace_id, id) ON api_key TO latchkey_usage;
GRANT SELECT, INSERT, UPDATE ON api_key_use, usage_hour TO latchkey_usage;
CREATE POLICY usage ON api_key FOR SELECT TO latchkey_usage USING (true);
CREATE POLICY usage ON api_key_use TO latchkey_usage USING (true) WITH CHECK (true);
CREATE POLICY usage ON usage_hour TO latchkey_usage USING (true) WITH CHECK (true);

-- Adds counts and moves last uses forward. Rows are parallel arrays, without
-- duplicates; those of keys that no longer exist are passed over. Both
-- statements lock rows in the order of the keys, so that two nodes never deadlock.
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

-- +goose Down
DROP FUNCTION usage_flush;
DROP POLICY usage ON api_key;
DROP TABLE usage_hour, api_key_use;
