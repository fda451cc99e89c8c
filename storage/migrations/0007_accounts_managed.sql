-- Accounts as administrators keep them: added, edited, and opened by a link that works once.

ALTER TABLE people ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE INDEX people_by_name ON people (name, id);

-- When each person was last seen, to within minutes. A table of its own: writing it waits for no write that shares the
-- person's row. Nobody in it has never signed in.
CREATE TABLE last_seen (
    person_id bigint PRIMARY KEY REFERENCES people,
    at        timestamptz NOT NULL
);
INSERT INTO last_seen (person_id, at) SELECT person_id, max(last_seen_at) FROM sessions GROUP BY person_id;

-- Links with which somebody chooses a password. One a person: a new one replaces the one before it. Tokens are stored
-- as SHA-256: a leaked table lets nobody in.
CREATE TABLE activations (
    person_id  bigint PRIMARY KEY REFERENCES people,
    token_hash text NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX activations_expiry ON activations (expires_at);

GRANT SELECT, INSERT, UPDATE         ON last_seen   TO plein_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON activations TO plein_server;
