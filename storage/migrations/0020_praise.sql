-- Posts that thank people.

ALTER TABLE posts
    DROP CONSTRAINT posts_kind_check,
    ADD CONSTRAINT posts_kind_check CHECK (kind IN ('update', 'question', 'poll', 'praise')),
    ADD COLUMN praised bigint[];       -- whom; the text says what for

ALTER TABLE notifications
    DROP CONSTRAINT notifications_kind_check,
    ADD CONSTRAINT notifications_kind_check
        CHECK (kind IN ('mention', 'praise', 'comment', 'reply', 'routed', 'picked_up', 'answered', 'accepted', 'reopened',
                        'approved', 'asked_to_join', 'admitted'));
