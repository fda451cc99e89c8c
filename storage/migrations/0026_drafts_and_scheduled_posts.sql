-- What one is writing, kept for all of one's devices, and posts that wait for the time that their author chose.

CREATE TABLE drafts (
    person_id bigint REFERENCES people,
    tab_id    bigint REFERENCES tabs,
    version   bigint GENERATED ALWAYS AS IDENTITY,  -- across all of them: what follows a dropped one is newer than that
    content   text NOT NULL,
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (person_id, tab_id)
);
CREATE INDEX drafts_old ON drafts (saved_at);

-- One row for each post that was ever scheduled. It stays: a post that is out is told from one that was cancelled.
CREATE TABLE schedules (
    post_id    bigint PRIMARY KEY REFERENCES posts,
    publish_at timestamptz NOT NULL,
    state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'failed', 'done', 'cancelled'))
);
CREATE INDEX schedules_due ON schedules (publish_at) WHERE state = 'waiting';
CREATE INDEX schedules_failed ON schedules (publish_at) WHERE state = 'failed';
CREATE INDEX posts_scheduled_of ON posts (author_id, tab_id) WHERE state = 'scheduled';

GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO plein_server;
GRANT SELECT, INSERT, UPDATE ON schedules TO plein_server;

ALTER TABLE notifications
    DROP CONSTRAINT notifications_kind_check,
    ADD CONSTRAINT notifications_kind_check
        CHECK (kind IN ('mention', 'praise', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                        'overdue', 'must_read', 'affects', 'acknowledged', 'proposed', 'decided', 'rescheduled',
                        'cancelled', 'approved', 'published', 'unpublished', 'posted', 'asked_to_join', 'admitted'))
        NOT VALID;  -- more is allowed than was: nobody has to wait until all rows were looked at
