-- Posts that wait for approval: the posting rule, the state of what was declined, and why each post is held.

ALTER TABLE tabs
    DROP CONSTRAINT tabs_posting_check,
    ADD CONSTRAINT tabs_posting_check CHECK (posting IN ('everyone', 'owners', 'approval'));

ALTER TABLE posts
    DROP CONSTRAINT posts_state_check,
    ADD CONSTRAINT posts_state_check
        CHECK (state IN ('draft', 'scheduled', 'held', 'declined', 'visible', 'hidden', 'removed', 'deleted'));

-- One row for each post that was ever held. It stays when the post is published: who approved it, and when.
CREATE TABLE holds (
    post_id    bigint PRIMARY KEY REFERENCES posts,
    kind       text NOT NULL CHECK (kind IN ('approval')),  -- why it is held
    since      timestamptz NOT NULL,                        -- sent, or sent again
    decision   text CHECK (decision IN ('approved', 'declined')),
    decider_id bigint REFERENCES people,
    decided_at timestamptz,
    reason     text,                                        -- of a decline, for the author
    CHECK ((decision IS NULL) = (decider_id IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
    CHECK ((reason IS NOT NULL) = (decision IS NOT DISTINCT FROM 'declined'))
);

-- What waits in a tab; what an author has waiting or declined.
CREATE INDEX posts_held ON posts (tab_id, id) WHERE state = 'held';
CREATE INDEX posts_held_of ON posts (author_id, tab_id) WHERE state IN ('held', 'declined');

GRANT SELECT, INSERT, UPDATE ON holds TO plein_server;
