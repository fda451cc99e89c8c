-- Posts that move, feeds in the order of activity, and work or personal posts alone.

-- The feed of a tab, of what speaks for the work or of what does not.
CREATE INDEX posts_feed_of_mark ON posts (tab_id, mark, published_at DESC, id DESC) WHERE state = 'visible';

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
