-- Groups that their owners shape: kind, colour and charter; tabs and groups that close; creates that are safe to repeat.

ALTER TABLE groups
    ADD COLUMN kind        text NOT NULL DEFAULT 'work' CHECK (kind IN ('work', 'interest')),
    ADD COLUMN colour      text NOT NULL DEFAULT 'teal'
               CHECK (colour IN ('teal', 'blue', 'violet', 'plum', 'brick', 'amber', 'moss', 'slate')),
    ADD COLUMN cover       text NOT NULL DEFAULT 'stretcher'
               CHECK (cover IN ('stretcher', 'herringbone', 'fan', 'waves')),
    ADD COLUMN review_on   date,
    ADD COLUMN archived_at timestamptz;     -- since then nobody but its owners knows of it

ALTER TABLE tabs ADD COLUMN archived_at timestamptz;

-- What a client's `client_id` made, for everything but posts (which have columns of their own for it).
CREATE TABLE creations (
    author_id     bigint NOT NULL REFERENCES people,
    client_id     uuid   NOT NULL,
    client_digest bytea  NOT NULL,              -- tells a repeat from other content under that id
    made          bigint NOT NULL DEFAULT 0,    -- the id of what was made; the request says of which kind
    PRIMARY KEY (author_id, client_id)
);

GRANT SELECT, INSERT, UPDATE ON creations TO plein_server;

-- What the log holds about a tab and its posts, on one stream: the people who stay on that stream may no longer know it.
-- Of a post that is not visible it holds nothing since that became so.
CREATE FUNCTION redact_tab_events(on_stream text, of_tab bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    UPDATE events
       SET type = 'redacted', payload = '{"subject":' || to_json(subject) || '}'
     WHERE stream = on_stream AND type <> 'redacted'
       AND subject IN (SELECT 'tab:' || of_tab
                        UNION ALL
                       SELECT 'post:' || id FROM posts WHERE tab_id = of_tab AND state = 'visible');
END;

REVOKE EXECUTE ON FUNCTION redact_tab_events FROM PUBLIC;
GRANT  EXECUTE ON FUNCTION redact_tab_events TO plein_server;
