-- Partitions for a store of a hundred million articles, on an empty database, after ./copydesk migrate:
--
--   psql --set ON_ERROR_STOP=1 --dbname copydesk --file deploy/partitions.sql
--   ./copydesk migrate                          grants again what the roles may do
--
-- articles      by the month of their receipt: old months are vacuumed once and then left alone, are
--               moved to slower disks (ALTER TABLE … SET TABLESPACE) or dropped whole
-- change_log    by number, ten million a part
--
-- A primary key must hold the column of the partitions, so that of articles becomes (id, received_at),
-- and no foreign key can name articles any more. That ids are unique does not rest on the key: they
-- derive from content, and are written under the store lock by whoever looked first.

BEGIN;

DO $$
BEGIN
    IF EXISTS (SELECT FROM articles) THEN
        RAISE EXCEPTION 'there are articles already: export them, and import into a new database';
    END IF;
END
$$;

-- the views name the tables: remember them, and make them again at the end
CREATE TEMPORARY TABLE remembered_views ON COMMIT DROP AS
    SELECT c.relname, c.relowner::regrole::text AS owner, pg_get_viewdef(c.oid) AS definition,
           row_number() OVER (ORDER BY c.oid) AS place
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'v';

DO $$
DECLARE
    it record;
BEGIN
    FOR it IN SELECT relname FROM remembered_views ORDER BY place DESC LOOP
        EXECUTE format('DROP VIEW %I', it.relname);
    END LOOP;
    FOR it IN
        SELECT conrelid::regclass AS holder, conname FROM pg_constraint
        WHERE contype = 'f' AND confrelid = 'articles'::regclass
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', it.holder, it.conname);
    END LOOP;
END
$$;

-- Makes a partitioned table with the columns, keys and indexes of one that is there, in its place.
CREATE FUNCTION pg_temp.partition(name text, how text, key text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    it record;
    owner text := (SELECT relowner::regrole::text FROM pg_class WHERE oid = name::regclass);
BEGIN
    CREATE TEMPORARY TABLE IF NOT EXISTS made (statement text) ON COMMIT DROP;
    DELETE FROM made;
    INSERT INTO made
        SELECT pg_get_indexdef(indexrelid) FROM pg_index
        WHERE indrelid = name::regclass AND NOT indisprimary;
    INSERT INTO made
        SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s', name, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE conrelid = name::regclass AND contype IN ('f', 'c');
    EXECUTE format('ALTER TABLE %I RENAME TO %I', name, name || '_before');
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING COMMENTS '
                   'INCLUDING COMPRESSION) PARTITION BY %s', name, name || '_before', how);
    EXECUTE format('DROP TABLE %I CASCADE', name || '_before');
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I PRIMARY KEY (%s)', name, 'pk_' || name, key);
    FOR it IN SELECT statement FROM made LOOP
        EXECUTE it.statement;
    END LOOP;
    EXECUTE format('ALTER TABLE %I OWNER TO %s', name, owner);
END
$$;

SELECT pg_temp.partition('articles', 'RANGE (received_at)', 'id, received_at');
SELECT pg_temp.partition('change_log', 'RANGE (seq)', 'seq');

-- What has no partition of its own lands in the default one; make the next ones ahead, by cron or
-- pg_partman: SELECT copydesk_partitions(months => 24).
CREATE OR REPLACE FUNCTION copydesk_partitions(months int DEFAULT 24, parts int DEFAULT 20)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    first date;
    number bigint;
BEGIN
    FOR number IN 0..months LOOP
        first := date_trunc('month', now() AT TIME ZONE 'UTC')::date + make_interval(months => number::int);
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF articles FOR VALUES FROM (%L) TO (%L)',
            'articles_' || to_char(first, 'YYYY_MM'),
            first || ' 00:00+00', (first + interval '1 month')::date || ' 00:00+00');
    END LOOP;
    FOR number IN 0..parts - 1 LOOP
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF change_log FOR VALUES FROM (%s) TO (%s)',
            'change_log_' || number, number * 10000000, (number + 1) * 10000000);
    END LOOP;
END
$$;

SELECT copydesk_partitions();
CREATE TABLE articles_default PARTITION OF articles DEFAULT;
CREATE TABLE change_log_default PARTITION OF change_log DEFAULT;

DO $$
DECLARE
    it record;
BEGIN
    FOR it IN SELECT * FROM remembered_views ORDER BY place LOOP
        EXECUTE format('CREATE VIEW %I AS %s', it.relname, it.definition);
        EXECUTE format('ALTER VIEW %I OWNER TO %s', it.relname, it.owner);
    END LOOP;
END
$$;

COMMIT;
