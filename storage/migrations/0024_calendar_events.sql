-- Events: posts about what people come together for, who comes, and calendars that read it.

ALTER TABLE posts
    DROP CONSTRAINT posts_kind_check,
    ADD CONSTRAINT posts_kind_check
        CHECK (kind IN ('update', 'question', 'poll', 'praise', 'news', 'idea', 'event'));

CREATE TABLE calendar_events (
    post_id       bigint PRIMARY KEY REFERENCES posts,
    version       bigint NOT NULL DEFAULT 1,
    sequence      integer NOT NULL DEFAULT 0,
    begins        timestamptz NOT NULL,
    ends          timestamptz NOT NULL CHECK (ends > begins),
    place         text NOT NULL,
    places        integer CHECK (places > 0),
    coming        integer NOT NULL DEFAULT 0,
    maybe         integer NOT NULL DEFAULT 0,
    cancel_reason text,
    changed_by    bigint REFERENCES people,     -- who moved or cancelled it last
    told_up_to    bigint,                       -- who comes is told in the order of their ids; null: everybody was
    CHECK (coming <= places)
);
-- What is to come is little, and so is what was lately.
CREATE INDEX calendar_events_ending ON calendar_events (ends);
CREATE INDEX calendar_events_untold ON calendar_events (told_up_to) WHERE told_up_to IS NOT NULL;

CREATE TABLE attendances (
    post_id    bigint REFERENCES calendar_events,
    person_id  bigint REFERENCES people,
    attendance text NOT NULL CHECK (attendance IN ('yes', 'maybe', 'no')),
    at         timestamptz NOT NULL,
    PRIMARY KEY (post_id, person_id)
);
CREATE INDEX attendances_of_person ON attendances (person_id, post_id) WHERE attendance <> 'no';

-- The secret address of a person's events.
CREATE TABLE calendar_feeds (
    person_id  bigint PRIMARY KEY REFERENCES people,
    token_hash text NOT NULL UNIQUE,
    since      timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON calendar_events TO plein_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON attendances, calendar_feeds TO plein_server;

ALTER TABLE notifications
    DROP CONSTRAINT notifications_kind_check,
    ADD CONSTRAINT notifications_kind_check
        CHECK (kind IN ('mention', 'praise', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                        'overdue', 'must_read', 'affects', 'acknowledged', 'proposed', 'decided', 'rescheduled',
                        'cancelled', 'approved', 'asked_to_join', 'admitted'));

-- As before, and what came of events.
CREATE OR REPLACE FUNCTION redact_tab_events(on_stream text, of_tab bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    UPDATE events
       SET type = 'redacted', payload = '{"subject":' || to_json(subject) || '}'
     WHERE stream = on_stream AND type <> 'redacted'
       AND subject IN (SELECT 'tab:' || of_tab
                        UNION ALL
                       SELECT about || id
                         FROM posts
                        CROSS JOIN (VALUES ('post:'), ('reactions:'), ('question:'), ('poll:'), ('news:'), ('idea:'),
                                           ('event:')) AS kinds (about)
                        WHERE tab_id = of_tab AND state = 'visible'
                        UNION ALL
                       SELECT 'comment:' || comments.id
                         FROM comments
                         JOIN posts ON posts.id = comments.post_id
                        WHERE posts.tab_id = of_tab AND posts.state = 'visible' AND comments.state = 'visible');
END;
