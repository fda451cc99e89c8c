-- What an upgrade may do to tables that are in use: columns with a default, an index, a table of its own.

ALTER TABLE posts ADD COLUMN weight int NOT NULL DEFAULT 0;
ALTER TABLE groups ADD COLUMN weight int NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN nickname text;
CREATE INDEX posts_by_weight ON posts (tab_id, weight);

CREATE TABLE weights (
    post_id bigint PRIMARY KEY REFERENCES posts,
    weight  int    NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON weights TO plein_server;
