-- Posts. `client_id` makes a create safe to repeat; `client_digest` tells a repeat from other content under that id.

CREATE TABLE posts (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id      bigint NOT NULL REFERENCES groups,
    tab_id        bigint NOT NULL REFERENCES tabs,
    author_id     bigint NOT NULL REFERENCES people,
    client_id     uuid NOT NULL,
    client_digest bytea NOT NULL,
    version       integer NOT NULL DEFAULT 1,
    state         text NOT NULL DEFAULT 'visible'
                  CHECK (state IN ('draft', 'scheduled', 'held', 'visible', 'hidden', 'removed', 'deleted')),
    mark          text NOT NULL CHECK (mark IN ('work', 'personal')),
    body          text NOT NULL,
    blocks        text NOT NULL,               -- the parsed body as JSON, spliced into answers as it stands
    published_at  timestamptz NOT NULL,
    edited_at     timestamptz,
    purge_after   timestamptz,                 -- of a deleted post: until then its author can take it back
    UNIQUE (author_id, client_id)
);
-- The feed of a tab, and the count of what is unread in it.
CREATE INDEX posts_feed ON posts (tab_id, published_at DESC, id DESC) WHERE state = 'visible';
CREATE INDEX posts_purge ON posts (purge_after) WHERE purge_after IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON posts TO plein_server;
