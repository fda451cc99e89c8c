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

-- The server writes none of them: migration 31 says how they follow the posts.
GRANT SELECT ON post_topics TO plein_server;
