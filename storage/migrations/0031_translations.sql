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
