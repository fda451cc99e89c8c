-- Questions that only who asks and the desk read: a state of their own, so that whatever reads what is visible passes them
-- over.

-- What one has asked; what a department, or the owner of a service, was ever asked. The last one first. Before all others,
-- since nobody reads posts while what follows is done.
CREATE INDEX posts_questions_of ON posts (author_id, id DESC) WHERE kind = 'question';
CREATE INDEX questions_of_department ON questions (department_id, post_id DESC);
CREATE INDEX questions_of_service ON questions (service_id, post_id DESC) WHERE service_id IS NOT NULL;

ALTER TABLE questions ADD COLUMN confidential boolean NOT NULL DEFAULT false;

-- Whatever code does, and of whichever version: nothing makes a confidential question visible.
CREATE FUNCTION stay_confidential() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM questions WHERE post_id = NEW.id AND confidential) THEN
        RAISE check_violation USING MESSAGE = 'a confidential question stays confidential';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER posts_stay_confidential
    BEFORE UPDATE OF state ON posts
    FOR EACH ROW WHEN (NEW.state = 'visible') EXECUTE FUNCTION stay_confidential();

-- More is allowed than was: nobody has to wait until all rows were looked at.
ALTER TABLE posts
    DROP CONSTRAINT posts_state_check,
    ADD CONSTRAINT posts_state_check
        CHECK (state IN ('draft', 'scheduled', 'held', 'declined', 'confidential', 'visible', 'hidden', 'removed', 'deleted'))
        NOT VALID;
