-- When questions were answered, and who was told that one was not.

ALTER TABLE questions
    ADD COLUMN reopened_at  timestamptz,                    -- its clock runs since then; otherwise since it was published
    ADD COLUMN answered_at  timestamptz,                    -- since when it has an answer
    ADD COLUMN overdue_told boolean NOT NULL DEFAULT false; -- that the moment of the promise has gone by

-- As near as one can know it: whoever answers is marked soon.
UPDATE questions
   SET answered_at = comments.published_at
  FROM comments
 WHERE comments.id = questions.answer_id;

CREATE INDEX questions_answered ON questions (department_id, answered_at DESC) WHERE answer_id IS NOT NULL;
CREATE INDEX questions_unsettled ON questions (answered_at) WHERE answer_id IS NOT NULL AND NOT accepted;
CREATE INDEX questions_untold ON questions (answer_before) WHERE answer_id IS NULL AND NOT overdue_told;

ALTER TABLE notifications
    DROP CONSTRAINT notifications_kind_check,
    ADD CONSTRAINT notifications_kind_check
        CHECK (kind IN ('mention', 'praise', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                        'overdue', 'approved', 'asked_to_join', 'admitted'));
