-- The roles of a PostgreSQL cluster that holds Latchkey databases. A superuser
-- runs this once per cluster, and again after an upgrade that adds a role; it
-- may be run any number of times. It sets no passwords: the operator does.
DO $$
DECLARE
    r text;
BEGIN
    -- Owns the schema and runs migrations. NOINHERIT keeps the rights of the
    -- purpose roles away from it: it may hand functions to them (that needs
    -- membership), and still sees no row that its own policies hide.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'latchkey_owner') THEN
        CREATE ROLE latchkey_owner LOGIN NOINHERIT;
    END IF;

    -- latchkey_app: the application. latchkey_data: nodes that serve only the
    -- data plane, without rights on people, sessions or reading the audit.
    FOREACH r IN ARRAY ARRAY['latchkey_app', 'latchkey_data'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', r);
        END IF;
    END LOOP;

    -- One role for each purpose that works across workspaces. Nobody logs in as
    -- one; each owns a few narrow SECURITY DEFINER functions.
    FOREACH r IN ARRAY ARRAY['latchkey_lookup', 'latchkey_signin', 'latchkey_usage', 'latchkey_cluster',
                            'latchkey_sweep', 'latchkey_retention', 'latchkey_possession',
                            'latchkey_support_fence', 'latchkey_support_search'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', r);
        END IF;
        EXECUTE format('GRANT %I TO latchkey_owner', r);
    END LOOP;

    -- latchkey_staff: what the application becomes while it reads for support staff.
    -- NOINHERIT: it has those rights, and is bound by those policies, only then.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'latchkey_staff') THEN
        CREATE ROLE latchkey_staff NOLOGIN;
    END IF;
    ALTER ROLE latchkey_app NOINHERIT;
    GRANT latchkey_staff TO latchkey_app;

    FOREACH r IN ARRAY ARRAY['latchkey_owner', 'latchkey_app', 'latchkey_data'] LOOP
        EXECUTE format('ALTER ROLE %I SET search_path = latchkey', r);
    END LOOP;
END
$$;
