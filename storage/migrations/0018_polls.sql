-- Posts that let people choose. Who voted stands in `votes`; how many chose what is kept beside the poll, in one row, so
-- that it cannot be told from the rows which option the last of them chose.

ALTER TABLE posts
    DROP CONSTRAINT posts_kind_check,
    ADD CONSTRAINT posts_kind_check CHECK (kind IN ('update', 'question', 'poll'));

CREATE TABLE polls (
    post_id   bigint PRIMARY KEY REFERENCES posts,
    version   bigint NOT NULL DEFAULT 1,
    options   text[] NOT NULL,
    votes     integer[] NOT NULL,      -- how many chose each of them
    voters    integer NOT NULL DEFAULT 0,
    multiple  boolean NOT NULL,
    anonymous boolean NOT NULL,
    closes_at timestamptz NOT NULL,
    closed_at timestamptz,
    CHECK (cardinality(options) = cardinality(votes))
);
CREATE INDEX polls_open ON polls (closes_at) WHERE closed_at IS NULL;

CREATE TABLE votes (
    post_id   bigint REFERENCES polls,
    person_id bigint REFERENCES people,
    options   integer[],               -- by their places from 0; null: of an anonymous poll nobody keeps them
    PRIMARY KEY (post_id, person_id)
);

GRANT SELECT, INSERT, UPDATE ON polls TO plein_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON votes TO plein_server;

-- As before, and how polls stand.
CREATE OR REPLACE FUNCTION redact_tab_events(on_stream text, of_tab bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    UPDATE events
       SET type = 'redacted', payload = '{"subject":' || to_json(subject) || '}'
     WHERE stream = on_stream AND type <> 'redacted'
       AND subject IN (SELECT 'tab:' || of_tab
                        UNION ALL
                       SELECT about || id
                         FROM posts
                        CROSS JOIN (VALUES ('post:'), ('reactions:'), ('question:'), ('poll:')) AS kinds (about)
                        WHERE tab_id = of_tab AND state = 'visible'
                        UNION ALL
                       SELECT 'comment:' || comments.id
                         FROM comments
                         JOIN posts ON posts.id = comments.post_id
                        WHERE posts.tab_id = of_tab AND posts.state = 'visible' AND comments.state = 'visible');
END;
