-- News: posts that ask their readers to confirm them, and departments to take up what they mean.

ALTER TABLE posts
    DROP CONSTRAINT posts_kind_check,
    ADD CONSTRAINT posts_kind_check CHECK (kind IN ('update', 'question', 'poll', 'praise', 'news'));

CREATE TABLE news (
    post_id     bigint PRIMARY KEY REFERENCES posts,
    version     bigint NOT NULL DEFAULT 1,
    must_read   boolean NOT NULL,
    confirmed   integer NOT NULL DEFAULT 0,
    reminded_at timestamptz,
    affects     text NOT NULL,              -- JSON: departments, and how each took it up
    awaits      bigint[] NOT NULL,          -- those of them that did not
    since       timestamptz NOT NULL,       -- it can be read
    told_up_to  bigint                      -- its readers are told in the order of their ids; null: nobody has to be
);
CREATE INDEX news_waiting ON news (since) WHERE must_read OR awaits <> '{}';
CREATE INDEX news_untold ON news (told_up_to) WHERE told_up_to IS NOT NULL;

CREATE TABLE confirmations (
    post_id   bigint REFERENCES news,
    person_id bigint REFERENCES people,
    at        timestamptz NOT NULL,
    PRIMARY KEY (post_id, person_id)
);

GRANT SELECT, INSERT, UPDATE ON news TO plein_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON confirmations TO plein_server;

ALTER TABLE notifications
    DROP CONSTRAINT notifications_kind_check,
    ADD CONSTRAINT notifications_kind_check
        CHECK (kind IN ('mention', 'praise', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                        'overdue', 'must_read', 'affects', 'acknowledged', 'approved', 'asked_to_join', 'admitted'));

-- As before, and what came of news.
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
                        CROSS JOIN (VALUES ('post:'), ('reactions:'), ('question:'), ('poll:'), ('news:')) AS kinds (about)
                        WHERE tab_id = of_tab AND state = 'visible'
                        UNION ALL
                       SELECT 'comment:' || comments.id
                         FROM comments
                         JOIN posts ON posts.id = comments.post_id
                        WHERE posts.tab_id = of_tab AND posts.state = 'visible' AND comments.state = 'visible');
END;
