-- Three roles for Copydesk on PostgreSQL: one that makes the tables, one that writes, one that reads.
--
--   psql --dbname copydesk --file deploy/roles.sql        as a superuser; again whenever you like
--   \password copydesk_migrator                           likewise for the two others
--
-- copydesk_migrator  owns the tables and views: ./copydesk migrate, and nothing else
-- copydesk_writer    reads and writes rows: watcher, workers, sweeper, API, command line
-- copydesk_reader    sees the views of docs/reading.md and no table: everyone else
--
-- ./copydesk migrate grants what each may do with the tables, after each change of them. To let a
-- person or a service read: GRANT copydesk_reader TO somebody.

DO $$
DECLARE
    name text;
    relation regclass;
BEGIN
    FOREACH name IN ARRAY ARRAY['copydesk_migrator', 'copydesk_writer', 'copydesk_reader'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            -- without a password nobody can log in; a DBA gives one, or a certificate
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', name);
        END IF;
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), name);
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), name);
    END LOOP;

    -- nobody else comes in, and nobody but the migrator makes a table
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', current_schema());
    EXECUTE format('GRANT CREATE ON SCHEMA %I TO copydesk_migrator', current_schema());
    -- stories are found again by way of temporary tables (./copydesk dedup rebuild)
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO copydesk_writer', current_database());

    -- what another role made before these were there
    FOR relation IN
        SELECT c.oid::regclass FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'v')
          AND c.relowner <> 'copydesk_migrator'::regrole
    LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO copydesk_migrator', relation);
    END LOOP;
END
$$;

-- a reader cannot write by mistake, nor hold a snapshot for hours
ALTER ROLE copydesk_reader SET default_transaction_read_only = on;
ALTER ROLE copydesk_reader SET idle_in_transaction_session_timeout = '10min';
