-- +goose Up
-- Retiring a pepper: secrets move to the one that mints as they are used, and the
-- operator sees what still keeps an old one.

-- Purpose: secret lookup. It may move a hash to another pepper, and nothing else
-- of a secret.
GRANT UPDATE (pepper_id, hash) ON api_key_secret TO latchkey_lookup;
GRANT SELECT (workspace_id, key_id, at) ON api_key_use TO latchkey_lookup;
CREATE POLICY rehash ON api_key_secret FOR UPDATE TO latchkey_lookup USING (true) WITH CHECK (true);
CREATE POLICY lookup ON api_key_use FOR SELECT TO latchkey_lookup USING (true);

-- Replaces the hash of a secret by its hash under another pepper, and says
-- whether it did: the second of two nodes finds the old hash gone. Whoever knows
-- the old hash has seen the secret, since nobody else can read hashes here.
-- +goose StatementBegin
CREATE FUNCTION rehash_secret(p_old bytea, p_pepper text, p_new bytea) RETURNS boolean LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    WITH moved AS (UPDATE api_key_secret SET pepper_id = p_pepper, hash = p_new WHERE hash = p_old RETURNING hash)
    SELECT EXISTS (SELECT FROM moved);
$$;
-- +goose StatementEnd

-- The live secrets: those that work, or would again if their key was enabled or
-- given a later day. The others need no pepper. A key is stopped when it is disabled
-- or its day of expire is over in every time zone.
CREATE VIEW live_secret WITH (security_invoker = true) AS
    SELECT s.workspace_id, s.key_id, s.pepper_id, s.hint, k.name, u.at AS used_at,
           k.disabled_at IS NOT NULL OR COALESCE(k.expires_on < (now() AT TIME ZONE 'UTC')::date - 1, false) AS stopped
    FROM api_key_secret s
    JOIN api_key k ON k.workspace_id = s.workspace_id AND k.id = s.key_id
    LEFT JOIN api_key_use u ON u.workspace_id = s.workspace_id AND u.key_id = s.key_id
    WHERE k.revoked_at IS NULL AND (s.valid_until IS NULL OR s.valid_until > now());
GRANT SELECT ON live_secret TO latchkey_lookup;

-- How many live secrets are under each pepper, apart from the peppers named, how
-- many of those belong to stopped keys, and when one of these keys was last used.
-- +goose StatementBegin
CREATE FUNCTION secrets_by_pepper(p_apart_from text[])
RETURNS TABLE (pepper_id text, live bigint, stopped bigint, used_at timestamptz) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT l.pepper_id, count(*), count(*) FILTER (WHERE l.stopped), max(l.used_at)
    FROM live_secret l WHERE l.pepper_id <> ALL (p_apart_from)
    GROUP BY l.pepper_id ORDER BY l.pepper_id;
$$;
-- +goose StatementEnd

-- The live secrets under a pepper, those that were never used or longest ago
-- first; at most p_limit.
-- +goose StatementBegin
CREATE FUNCTION secrets_under(p_pepper text, p_limit integer)
RETURNS TABLE (slug text, name text, hint text, stopped boolean, used_at timestamptz) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT w.slug, l.name, l.hint, l.stopped, l.used_at
    FROM live_secret l JOIN workspace w ON w.id = l.workspace_id
    WHERE l.pepper_id = p_pepper
    ORDER BY l.used_at NULLS FIRST, w.slug, l.name LIMIT p_limit;
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION rehash_secret, secrets_by_pepper, secrets_under FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rehash_secret, secrets_by_pepper TO latchkey_app, latchkey_data;
GRANT EXECUTE ON FUNCTION secrets_under TO latchkey_app;

GRANT CREATE ON SCHEMA latchkey TO latchkey_lookup;
ALTER FUNCTION rehash_secret OWNER TO latchkey_lookup;
ALTER FUNCTION secrets_by_pepper OWNER TO latchkey_lookup;
ALTER FUNCTION secrets_under OWNER TO latchkey_lookup;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_lookup;

-- +goose Down
DROP FUNCTION rehash_secret, secrets_by_pepper, secrets_under;
DROP VIEW live_secret;
DROP POLICY rehash ON api_key_secret;
DROP POLICY lookup ON api_key_use;
REVOKE UPDATE (pepper_id, hash) ON api_key_secret FROM latchkey_lookup;
REVOKE SELECT (workspace_id, key_id, at) ON api_key_use FROM latchkey_lookup;
