-- Posts that are pinned or closed for comments, what was edited as it read before, and what people keep.

ALTER TABLE posts
    ADD COLUMN pinned_at    timestamptz,
    ADD COLUMN lock_reason  text,
    ADD COLUMN text_version integer NOT NULL DEFAULT 1;  -- the version with which its text last changed

CREATE INDEX posts_pinned ON posts (tab_id, pinned_at DESC, id DESC) WHERE state = 'visible' AND pinned_at IS NOT NULL;

-- One row for each edit: the text that it replaced.
CREATE TABLE post_versions (
    post_id bigint NOT NULL REFERENCES posts,
    blocks  text NOT NULL,
    since   timestamptz NOT NULL,
    until   timestamptz NOT NULL
);
CREATE INDEX post_versions_of ON post_versions (post_id, until DESC);

CREATE TABLE comment_versions (
    comment_id bigint NOT NULL REFERENCES comments,
    blocks     text NOT NULL,
    since      timestamptz NOT NULL,
    until      timestamptz NOT NULL
);
CREATE INDEX comment_versions_of ON comment_versions (comment_id, until DESC);

CREATE TABLE bookmarks (
    person_id bigint NOT NULL REFERENCES people,
    post_id   bigint NOT NULL REFERENCES posts,
    kept_at   timestamptz NOT NULL,
    PRIMARY KEY (person_id, post_id)
);
CREATE INDEX bookmarks_in_order ON bookmarks (person_id, kept_at DESC, post_id DESC);

GRANT SELECT, INSERT, DELETE ON post_versions, comment_versions, bookmarks TO plein_server;
