-- Ideas: posts that people vote for, and that a department decides on.

ALTER TABLE posts
    DROP CONSTRAINT posts_kind_check,
    ADD CONSTRAINT posts_kind_check CHECK (kind IN ('update', 'question', 'poll', 'praise', 'news', 'idea'));

CREATE TABLE ideas (
    post_id       bigint PRIMARY KEY REFERENCES posts,
    version       bigint NOT NULL DEFAULT 1,
    department_id bigint REFERENCES departments,
    service_id    bigint REFERENCES services,
    status        text CHECK (status IN ('heard', 'under_review', 'planned', 'done', 'declined')),
    votes         integer NOT NULL DEFAULT 0,
    steps         text NOT NULL DEFAULT '[]',   -- JSON: how it came to its status
    ended_at      timestamptz,                  -- null: it is neither done nor declined
    told_up_to    bigint,                       -- who voted is told in the order of their ids; null: everybody was
    CHECK ((ended_at IS NULL) = (status IS NULL OR status NOT IN ('done', 'declined')))
);
-- Of a department: the one with the most votes first; and the last one that ended.
CREATE INDEX ideas_open ON ideas (department_id, votes DESC, post_id) WHERE ended_at IS NULL;
CREATE INDEX ideas_ended ON ideas (department_id, ended_at DESC, post_id) WHERE ended_at IS NOT NULL;
CREATE INDEX ideas_untold ON ideas (told_up_to) WHERE told_up_to IS NOT NULL;

CREATE TABLE idea_votes (
    post_id   bigint REFERENCES ideas,
    person_id bigint REFERENCES people,
    at        timestamptz NOT NULL,
    PRIMARY KEY (post_id, person_id)
);

GRANT SELECT, INSERT, UPDATE ON ideas TO plein_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON idea_votes TO plein_server;

ALTER TABLE notifications
    DROP CONSTRAINT notifications_kind_check,
    ADD CONSTRAINT notifications_kind_check
        CHECK (kind IN ('mention', 'praise', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                        'overdue', 'must_read', 'affects', 'acknowledged', 'proposed', 'decided', 'approved',
                        'asked_to_join', 'admitted'));

-- As before, and what came of ideas.
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
                        CROSS JOIN (VALUES ('post:'), ('reactions:'), ('question:'), ('poll:'), ('news:'), ('idea:'))
                                   AS kinds (about)
                        WHERE tab_id = of_tab AND state = 'visible'
                        UNION ALL
                       SELECT 'comment:' || comments.id
                         FROM comments
                         JOIN posts ON posts.id = comments.post_id
                        WHERE posts.tab_id = of_tab AND posts.state = 'visible' AND comments.state = 'visible');
END;
