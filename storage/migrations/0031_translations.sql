-- Posts in both languages. One that has no translation has nulls: no row changes, and nobody waits.

ALTER TABLE posts
    ADD COLUMN translation_language text,
    ADD COLUMN translation_body     text,
    ADD COLUMN translation_blocks   text,         -- the same, parsed
    ADD COLUMN translation_of       bytea,        -- which text it translates: when that is another one, it is outdated
    ADD COLUMN translated_at        timestamptz,  -- null: since the post is there
    ADD COLUMN text_since           timestamptz,  -- of a post whose translation was edited last: since when it reads as it does
    ADD CONSTRAINT posts_translation_language_check CHECK (translation_language IN ('nl', 'en')) NOT VALID,
    ADD CONSTRAINT posts_translation_check
        CHECK (num_nulls(translation_language, translation_body, translation_blocks, translation_of) IN (0, 4)) NOT VALID;

-- Whatever code erases the text of a post, and of whichever version, erases its translation.
CREATE FUNCTION forget_translation() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.translation_language := NULL;
    NEW.translation_body := NULL;
    NEW.translation_blocks := NULL;
    NEW.translation_of := NULL;
    NEW.translated_at := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER posts_forget_translation
    BEFORE UPDATE OF body ON posts
    FOR EACH ROW WHEN (NEW.body = '' AND NEW.translation_language IS NOT NULL) EXECUTE FUNCTION forget_translation();

-- Makes the topics of a post those that it has, in either language.
CREATE FUNCTION keep_topics_of(post bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    DELETE FROM post_topics WHERE post_id = post;
    INSERT INTO post_topics (post_id, topic, written, tab_id, published_at)
    SELECT DISTINCT ON (node.found ->> 'topic')
           posts.id, node.found ->> 'topic', substr(node.found ->> 'text', 2), posts.tab_id, posts.published_at
      FROM posts
     CROSS JOIN LATERAL (VALUES (1, posts.blocks), (2, posts.translation_blocks)) AS said (place, blocks)
     CROSS JOIN LATERAL jsonb_path_query(said.blocks::jsonb, 'strict $.** ? (@.type == "topic")')
                        WITH ORDINALITY AS node (found, place)
     WHERE posts.id = post AND posts.state = 'visible'
     ORDER BY node.found ->> 'topic', said.place, node.place DESC;
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
    FOR EACH ROW WHEN (NEW.state = 'visible'
                       AND concat(NEW.blocks, NEW.translation_blocks) LIKE '%"type":"topic"%')
    EXECUTE FUNCTION keep_topics();
CREATE TRIGGER posts_keep_topics
    AFTER UPDATE OF blocks, translation_blocks, state, tab_id, published_at ON posts
    FOR EACH ROW WHEN (concat(OLD.blocks, OLD.translation_blocks, NEW.blocks, NEW.translation_blocks)
                       LIKE '%"type":"topic"%'
                       AND (OLD.blocks, OLD.translation_blocks, OLD.state, OLD.tab_id, OLD.published_at)
                           IS DISTINCT FROM
                           (NEW.blocks, NEW.translation_blocks, NEW.state, NEW.tab_id, NEW.published_at))
    EXECUTE FUNCTION keep_topics();
