-- Topics: words with "#" in posts, by which they are found together.

-- The topics of each visible post, with the place that it has in its tab's feed: what is out of sight has no row, so that no
-- list of topics can tell of it.
CREATE TABLE post_topics (
    post_id      bigint NOT NULL REFERENCES posts,
    topic        text NOT NULL,                -- the same for all who write it
    written      text NOT NULL,                -- as it stands in the post, the last time
    tab_id       bigint NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (post_id, topic)
);
-- The posts of a topic, tab by tab, for one who reads few of many tabs.
CREATE INDEX post_topics_feed ON post_topics (topic, tab_id, published_at DESC, post_id DESC);
-- What is written about in a tab.
CREATE INDEX post_topics_of_tab ON post_topics (tab_id, published_at DESC, post_id DESC);

GRANT SELECT ON post_topics TO plein_server;

-- Makes the rows of a post what it says.
CREATE FUNCTION keep_topics_of(post bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    DELETE FROM post_topics WHERE post_id = post;
    INSERT INTO post_topics (post_id, topic, written, tab_id, published_at)
    SELECT DISTINCT ON (node.found ->> 'topic')
           posts.id, node.found ->> 'topic', substr(node.found ->> 'text', 2), posts.tab_id, posts.published_at
      FROM posts
     CROSS JOIN jsonb_path_query(posts.blocks::jsonb, 'strict $.** ? (@.type == "topic")')
                WITH ORDINALITY AS node (found, place)
     WHERE posts.id = post AND posts.state = 'visible'
     ORDER BY node.found ->> 'topic', node.place DESC;
END;

CREATE FUNCTION keep_topics() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_topics_of(NEW.id);
    RETURN NULL;
END $$;

-- Whatever changes a post, and of whichever version. Most posts have no topic: for them it is one look at their text.
CREATE TRIGGER posts_begin_with_topics
    AFTER INSERT ON posts
    FOR EACH ROW WHEN (NEW.state = 'visible' AND NEW.blocks LIKE '%"type":"topic"%') EXECUTE FUNCTION keep_topics();
CREATE TRIGGER posts_keep_topics
    AFTER UPDATE OF blocks, state, tab_id, published_at ON posts
    FOR EACH ROW WHEN ((OLD.blocks LIKE '%"type":"topic"%' OR NEW.blocks LIKE '%"type":"topic"%')
                       AND (OLD.blocks, OLD.state, OLD.tab_id, OLD.published_at)
                           IS DISTINCT FROM (NEW.blocks, NEW.state, NEW.tab_id, NEW.published_at))
    EXECUTE FUNCTION keep_topics();
