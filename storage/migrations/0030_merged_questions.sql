-- Questions that another one answers as well.

-- What the other says of department, clock and state is copied into the row each time; `own_answer_before` keeps what was
-- promised to this one, for when it stands by itself again, and to the other, for when nothing is merged into it any more.
ALTER TABLE questions
    ADD COLUMN merged_into       bigint REFERENCES questions CHECK (merged_into <> post_id),
    ADD COLUMN merged_answer_id  bigint REFERENCES comments,  -- below the other
    ADD COLUMN own_answer_before timestamptz,
    ADD COLUMN to_part           boolean NOT NULL DEFAULT false;  -- it, or the other, went out of sight

-- What a question answers as well.
CREATE INDEX questions_merged ON questions (merged_into, post_id) WHERE merged_into IS NOT NULL;

CREATE INDEX questions_to_part ON questions (post_id) WHERE to_part;

-- Whatever code takes one of them out of sight, and of whichever version: a node of this one parts them in the same breath.
CREATE FUNCTION note_lost_questions() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE questions
       SET to_part = true
     WHERE merged_into = NEW.id OR (post_id = NEW.id AND merged_into IS NOT NULL);
    RETURN NULL;
END $$;
CREATE TRIGGER posts_lose_questions
    AFTER UPDATE OF state ON posts
    FOR EACH ROW WHEN (OLD.kind = 'question' AND OLD.state = 'visible' AND NEW.state <> 'visible')
    EXECUTE FUNCTION note_lost_questions();

ALTER TABLE notifications
    DROP CONSTRAINT notifications_kind_check,
    ADD CONSTRAINT notifications_kind_check
        CHECK (kind IN ('mention', 'praise', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                        'overdue', 'merged', 'must_read', 'affects', 'acknowledged', 'proposed', 'decided', 'rescheduled',
                        'cancelled', 'approved', 'published', 'unpublished', 'posted', 'asked_to_join', 'admitted'))
        NOT VALID;  -- more is allowed than was: nobody has to wait until all rows were looked at
