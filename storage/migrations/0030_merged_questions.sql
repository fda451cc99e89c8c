-- Questions that another one answers as well.

-- The last ones of a tab, among which equal ones are looked for. First, since it takes longest, and nobody reads
-- questions while what follows is done.
CREATE INDEX posts_questions_in ON posts (tab_id, id DESC) WHERE kind = 'question' AND state = 'visible';

-- What the other says of department, clock and state is copied into the row each time; `own_answer_before` keeps what was
-- promised to this one, for when it stands by itself again.
ALTER TABLE questions
    ADD COLUMN merged_into       bigint REFERENCES questions CHECK (merged_into <> post_id),
    ADD COLUMN merged_answer_id  bigint REFERENCES comments,  -- below the other
    ADD COLUMN own_answer_before timestamptz;

-- What a question answers as well.
CREATE INDEX questions_merged ON questions (merged_into, post_id) WHERE merged_into IS NOT NULL;

ALTER TABLE notifications
    DROP CONSTRAINT notifications_kind_check,
    ADD CONSTRAINT notifications_kind_check
        CHECK (kind IN ('mention', 'praise', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                        'overdue', 'merged', 'must_read', 'affects', 'acknowledged', 'proposed', 'decided', 'rescheduled',
                        'cancelled', 'approved', 'published', 'unpublished', 'posted', 'asked_to_join', 'admitted'))
        NOT VALID;  -- more is allowed than was: nobody has to wait until all rows were looked at
