-- +goose Up
-- Who this installation is, which receipts are bound to, and the end of a secret
-- by whoever holds it.

-- One row, made here and never changed: receipts of another installation do not
-- open in this one, even under the same keys.
CREATE TABLE installation (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id  uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO installation DEFAULT VALUES;
GRANT SELECT ON installation TO latchkey_app, latchkey_data;

-- Purpose: ending a presented secret (DELETE me/).
-- A data-plane node may change no key and read no audit. It may do this one thing,
-- in the workspace that its connection is set to (the tenant policies bind this
-- role as well), to a secret that it has the hash of, together with the event that
-- records it.
GRANT USAGE ON SCHEMA latchkey TO latchkey_possession;
GRANT SELECT (id), UPDATE (version) ON workspace TO latchkey_possession; -- UPDATE: to lock it
GRANT SELECT (workspace_id, id, name, revoked_at, version),
      UPDATE (revoked_at, revocation_reason, revocation_note, version) ON api_key TO latchkey_possession;
GRANT SELECT (workspace_id, id, key_id, hash, hint, valid_until), UPDATE (valid_until) ON api_key_secret TO latchkey_possession;
GRANT SELECT (workspace_id, seq, hash), INSERT ON audit_event TO latchkey_possession;

-- The secret with one of these hashes (one for each pepper), if it is still valid
-- at p_at, with its workspace and key locked until the transaction ends. ends_as
-- says what its end is: that of the key (KEY) when it is the only secret, of a
-- rotation (ROTATION_FINISHED: it is the old one; ROTATION_CANCELLED: the new one),
-- in which other_hint is that of the secret that stays.
-- At most one row.
-- +goose StatementBegin
CREATE FUNCTION presented_secret(p_hashes bytea[], p_at timestamptz)
RETURNS TABLE (key_id uuid, name text, secret_id uuid, hint text, other_id uuid, other_hint text, ends_as text) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
BEGIN
    PERFORM FROM workspace w WHERE w.id = NULLIF(current_setting('latchkey.workspace_id', true), '')::uuid FOR NO KEY UPDATE;
    RETURN QUERY
    SELECT k.id, k.name, s.id, s.hint, o.id, o.hint, CASE
               WHEN s.valid_until IS NOT NULL THEN 'ROTATION_FINISHED'
               WHEN o.id IS NOT NULL THEN 'ROTATION_CANCELLED'
               ELSE 'KEY' END
    FROM api_key_secret s
    JOIN api_key k ON k.workspace_id = s.workspace_id AND k.id = s.key_id
    LEFT JOIN api_key_secret o ON o.workspace_id = s.workspace_id AND o.key_id = s.key_id AND o.id <> s.id
                              AND (o.valid_until IS NULL OR o.valid_until > p_at)
    WHERE s.hash = ANY (p_hashes) AND k.revoked_at IS NULL AND (s.valid_until IS NULL OR s.valid_until > p_at)
    FOR NO KEY UPDATE OF k;
END
$$;
-- +goose StatementEnd

-- The head of the workspace's audit chain, for who holds a valid secret of it.
-- +goose StatementBegin
CREATE FUNCTION presented_audit_head(p_hashes bytea[], p_at timestamptz) RETURNS TABLE (seq bigint, hash bytea) LANGUAGE sql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
    SELECT e.seq, e.hash FROM audit_event e
    WHERE e.workspace_id = NULLIF(current_setting('latchkey.workspace_id', true), '')::uuid
      AND EXISTS (SELECT FROM presented_secret(p_hashes, p_at))
    ORDER BY e.seq DESC LIMIT 1;
$$;
-- +goose StatementEnd

-- Ends the presented secret and appends the event of it. It fails when the secret
-- is not valid any more.
-- +goose StatementBegin
CREATE FUNCTION end_presented(p_id uuid, p_seq bigint, p_at timestamptz, p_actor uuid, p_action text, p_target uuid, p_body bytea, p_hash bytea,
                              p_hashes bytea[], p_now timestamptz) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = latchkey, pg_temp AS $$
DECLARE
    the_workspace uuid := NULLIF(current_setting('latchkey.workspace_id', true), '')::uuid;
    ended record;
BEGIN
    SELECT * INTO STRICT ended FROM presented_secret(p_hashes, p_now);
    IF ended.ends_as = 'KEY' THEN
        UPDATE api_key k SET revoked_at = p_now, revocation_reason = 'LEAKED', version = version + 1,
               revocation_note = 'Whoever held the secret ended it with DELETE me/.'
        WHERE k.workspace_id = the_workspace AND k.id = ended.key_id;
    ELSE
        UPDATE api_key_secret s SET valid_until = 'epoch' -- no clock runs that far behind
        WHERE s.workspace_id = the_workspace AND s.id = ended.secret_id;
        -- Without the new secret the old one is the current one again.
        UPDATE api_key_secret s SET valid_until = NULL
        WHERE s.workspace_id = the_workspace AND s.id = ended.other_id AND ended.ends_as = 'ROTATION_CANCELLED';
    END IF;
    INSERT INTO audit_event (workspace_id, id, seq, at, actor_id, action, target_id, body, hash)
    VALUES (the_workspace, p_id, p_seq, p_at, p_actor, p_action, p_target, p_body, p_hash);
END
$$;
-- +goose StatementEnd

REVOKE ALL ON FUNCTION presented_secret, presented_audit_head, end_presented FROM PUBLIC;
GRANT EXECUTE ON FUNCTION presented_secret, presented_audit_head, end_presented TO latchkey_app, latchkey_data;

GRANT CREATE ON SCHEMA latchkey TO latchkey_possession;
ALTER FUNCTION presented_secret OWNER TO latchkey_possession;
ALTER FUNCTION presented_audit_head OWNER TO latchkey_possession;
ALTER FUNCTION end_presented OWNER TO latchkey_possession;
REVOKE CREATE ON SCHEMA latchkey FROM latchkey_possession;

-- +goose Down
DROP FUNCTION end_presented, presented_audit_head, presented_secret;
REVOKE ALL ON workspace, api_key, api_key_secret, audit_event FROM latchkey_possession;
DROP TABLE installation;
