-- What concerns one person among all that happens. Ids only: what it is about is read where it stands, by whoever may
-- still read it.

CREATE TABLE notifications (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id  bigint NOT NULL REFERENCES people,
    kind       text NOT NULL
               CHECK (kind IN ('mention', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                               'approved', 'asked_to_join', 'admitted')),
    group_id   bigint NOT NULL REFERENCES groups,
    post_id    bigint REFERENCES posts,             -- null: it is about the group itself
    comment_id bigint,
    actor_id   bigint NOT NULL REFERENCES people,
    at         timestamptz NOT NULL,
    read_at    timestamptz,
    FOREIGN KEY (comment_id, post_id) REFERENCES comments (id, post_id)
);
-- Of one person, the newest first.
CREATE INDEX notifications_of ON notifications (person_id, at DESC, id DESC);
-- The same act tells the same person once.
CREATE UNIQUE INDEX notifications_once
    ON notifications (person_id, kind, group_id, post_id, comment_id, actor_id) NULLS NOT DISTINCT;
CREATE INDEX notifications_about ON notifications (post_id, comment_id);
CREATE INDEX notifications_old ON notifications (at);

GRANT SELECT, INSERT, UPDATE, DELETE ON notifications TO plein_server;
