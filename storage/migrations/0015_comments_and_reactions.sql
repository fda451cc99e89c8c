-- Comments below a post, one level deep, and reactions to both.

CREATE TABLE comments (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    post_id       bigint NOT NULL REFERENCES posts,
    author_id     bigint NOT NULL REFERENCES people,
    client_id     uuid NOT NULL,
    client_digest bytea NOT NULL,              -- tells a repeat from other content under that id
    version       integer NOT NULL DEFAULT 1,
    state         text NOT NULL DEFAULT 'visible' CHECK (state IN ('visible', 'hidden', 'removed', 'deleted')),
    body          text NOT NULL,
    blocks        text NOT NULL,               -- the parsed body as JSON, spliced into answers as it stands
    quote_id      bigint,                      -- what it replies to, below the same post
    published_at  timestamptz NOT NULL,
    edited_at     timestamptz,
    purge_after   timestamptz,                 -- of a deleted one: until then its author can take it back
    UNIQUE (author_id, client_id),
    UNIQUE (id, post_id),
    FOREIGN KEY (quote_id, post_id) REFERENCES comments (id, post_id)
);
CREATE INDEX comments_of_post ON comments (post_id, published_at DESC, id DESC) WHERE state = 'visible';
CREATE INDEX comments_of_author ON comments (author_id, post_id) WHERE state = 'visible'; -- whom a guest has met
CREATE INDEX comments_purge ON comments (purge_after) WHERE purge_after IS NOT NULL;

-- What is to be known of a post's comments without reading them. A row of its own, since it changes with each of them and
-- a post is long. A post without a row never had one.
CREATE TABLE threads (
    post_id   bigint PRIMARY KEY REFERENCES posts,
    comments  integer NOT NULL CHECK (comments >= 0),   -- visible ones
    version   bigint NOT NULL DEFAULT 1
) WITH (fillfactor = 70);

-- One a person and subject: a post, or with `comment_id` a comment below it.
CREATE TABLE reactions (
    post_id    bigint NOT NULL REFERENCES posts,
    comment_id bigint,
    person_id  bigint NOT NULL REFERENCES people,
    kind       text NOT NULL CHECK (kind IN ('like', 'thanks', 'applause', 'care', 'insight', 'laugh')),
    reacted_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (post_id, person_id, comment_id),
    FOREIGN KEY (comment_id, post_id) REFERENCES comments (id, post_id)
);

-- Subjects whose reactions have changed since they were last counted, a row for each change: to add one waits for nobody,
-- and a count takes what it can see.
CREATE TABLE reaction_changes (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    post_id    bigint NOT NULL,
    comment_id bigint
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

-- As they were last counted, and told.
CREATE TABLE reaction_counts (
    post_id    bigint NOT NULL REFERENCES posts,
    comment_id bigint,
    version    bigint NOT NULL DEFAULT 1,
    counts     text NOT NULL,                  -- JSON as it goes out: [{"kind":"like","count":3}]
    UNIQUE NULLS NOT DISTINCT (post_id, comment_id)
) WITH (fillfactor = 70);

GRANT SELECT, INSERT, UPDATE         ON comments, threads, reaction_counts TO plein_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON reactions                          TO plein_server;
GRANT SELECT, INSERT, DELETE         ON reaction_changes                   TO plein_server;

-- As before, and what is below the posts.
CREATE OR REPLACE FUNCTION redact_tab_events(on_stream text, of_tab bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    UPDATE events
       SET type = 'redacted', payload = '{"subject":' || to_json(subject) || '}'
     WHERE stream = on_stream AND type <> 'redacted'
       AND subject IN (SELECT 'tab:' || of_tab
                        UNION ALL
                       SELECT about || id
                         FROM posts CROSS JOIN (VALUES ('post:'), ('reactions:')) AS kinds (about)
                        WHERE tab_id = of_tab AND state = 'visible'
                        UNION ALL
                       SELECT 'comment:' || comments.id
                         FROM comments
                         JOIN posts ON posts.id = comments.post_id
                        WHERE posts.tab_id = of_tab AND posts.state = 'visible' AND comments.state = 'visible');
END;
