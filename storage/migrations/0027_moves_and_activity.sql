-- Posts that move, feeds in the order of activity, work or personal posts alone, and hearing of every post.

-- The feed of a tab, of what speaks for the work or of what does not.
CREATE INDEX posts_feed_of_mark ON posts (tab_id, mark, published_at DESC, id DESC) WHERE state = 'visible';

-- Who wants a notification of each new post of a tab.
ALTER TABLE readings ADD COLUMN every_post boolean NOT NULL DEFAULT false;

CREATE INDEX readings_of_listeners ON readings (tab_id, person_id) WHERE every_post;

-- New posts of which not all of them were told: they are, in the order of their ids. The row goes with the last.
CREATE TABLE untold_posts (
    post_id    bigint PRIMARY KEY REFERENCES posts,
    told_up_to bigint NOT NULL DEFAULT 0
);

GRANT SELECT, INSERT, UPDATE, DELETE ON untold_posts TO plein_server;

ALTER TABLE notifications
    DROP CONSTRAINT notifications_kind_check,
    ADD CONSTRAINT notifications_kind_check
        CHECK (kind IN ('mention', 'praise', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                        'overdue', 'must_read', 'affects', 'acknowledged', 'proposed', 'decided', 'rescheduled',
                        'cancelled', 'approved', 'published', 'unpublished', 'posted', 'asked_to_join', 'admitted'));

-- When the last visible comment came, beside the tab that the post is in: so a tab's feed in that order has an index. At the
-- end, since whoever reads a feed waits for it.
ALTER TABLE threads
    ADD COLUMN tab_id    bigint,
    ADD COLUMN active_at timestamptz;  -- null: nobody has said anything

UPDATE threads
   SET tab_id = posts.tab_id,
       active_at = (SELECT max(comments.published_at)
                      FROM comments
                     WHERE comments.post_id = threads.post_id AND comments.state = 'visible')
  FROM posts
 WHERE posts.id = threads.post_id;

CREATE INDEX threads_in_order ON threads (tab_id, active_at DESC, post_id DESC) WHERE active_at IS NOT NULL;
