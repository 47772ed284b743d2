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

-- +goose Down
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
