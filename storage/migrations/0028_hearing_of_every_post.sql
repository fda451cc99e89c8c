-- Hearing of every post of a tab.

-- Who wants a notification of each new post of a tab.
ALTER TABLE readings ADD COLUMN every_post boolean NOT NULL DEFAULT false;

CREATE INDEX readings_of_listeners ON readings (tab_id, person_id) WHERE every_post;

-- New posts of which not all of them were told: they are, in the order of their ids. The row goes with the last.
CREATE TABLE untold_posts (
    post_id    bigint PRIMARY KEY REFERENCES posts,
    told_up_to bigint NOT NULL DEFAULT 0
);

GRANT SELECT, INSERT, UPDATE, DELETE ON untold_posts TO plein_server;
