-- The event log: what happened on each stream, in commit order, written in the same transaction as what caused it.

-- The running server's role. An installation that lets it log in has made it before; elsewhere the login role is a
-- member of it. Roles belong to the whole cluster, so another database may have made it, even at this moment.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plein_server') THEN
        CREATE ROLE plein_server NOLOGIN;
        EXECUTE format('GRANT plein_server TO %I', current_user);
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN
        NULL;
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role plein_server is missing, and % may not create roles', current_user
              USING HINT = format('As a superuser: CREATE ROLE plein_server; GRANT plein_server TO %I;', current_user);
END $$;

GRANT SELECT ON migrations TO plein_server;

-- One row a stream: its lock makes `seq` gapless and puts it in commit order. Rows are overwritten all the time, so
-- pages keep room for the next version (heap-only updates) and are swept early.
CREATE TABLE streams (
    name    text        PRIMARY KEY,
    seq     bigint      NOT NULL,
    last_at timestamptz NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

CREATE TABLE events (
    stream  text        NOT NULL,
    seq     bigint      NOT NULL,
    at      timestamptz NOT NULL,
    type    text        NOT NULL,
    subject text,                   -- 'post:12': what a later redaction names
    payload text        NOT NULL,   -- JSON as it went out; text, since nobody looks inside
    revokes bigint,                 -- this person leaves the stream behind this event
    ends    bigint,                 -- connections of this session close behind this event
    xid     xid8        NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (stream, seq)
);
CREATE INDEX events_xid     ON events (xid);             -- the sweep: what became visible since a snapshot
CREATE INDEX events_at      ON events (at, stream, seq); -- retention, oldest first
CREATE INDEX events_subject ON events (subject) WHERE subject IS NOT NULL;

-- The server adds to the log and reads it. The two ways to change it are functions that run as the owner, so that no
-- fault of the server can rewrite what was said or delete what is recent.
GRANT SELECT, INSERT         ON events  TO plein_server;
GRANT SELECT, INSERT, UPDATE ON streams TO plein_server;

-- Leaves of every event about this subject only that it was: order and place stay, the content goes.
CREATE FUNCTION redact_events(about text) RETURNS void
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    UPDATE events
       SET type = 'redacted', payload = '{"subject":' || to_json(about) || '}'
     WHERE subject = about AND type <> 'redacted';
END;

-- Deletes the oldest events that are older than `days`, at most `most`; returns how many went. Of each stream the
-- oldest go first (`at` never falls along `seq`), so what remains has no gap.
CREATE FUNCTION delete_old_events(days int, most bigint) RETURNS bigint
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    WITH old AS (
        SELECT stream, seq
          FROM events
         WHERE at < now() - make_interval(days => greatest(days, 1))
         ORDER BY at, stream, seq
         LIMIT most
    ), gone AS (
        DELETE FROM events USING old
         WHERE events.stream = old.stream AND events.seq = old.seq
        RETURNING 1
    )
    SELECT count(*) FROM gone;
END;

REVOKE EXECUTE ON FUNCTION redact_events, delete_old_events FROM PUBLIC;
GRANT  EXECUTE ON FUNCTION redact_events, delete_old_events TO plein_server;
