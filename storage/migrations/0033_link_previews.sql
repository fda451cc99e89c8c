-- What pages outside say of themselves, as long as somebody asks.

-- One row for each address that a post led to. It names neither the address nor who asked. Not logged: after a crash, or on
-- a standby that was promoted, all of it is fetched again.
CREATE UNLOGGED TABLE link_previews (
    url_hash    bytea PRIMARY KEY,     -- SHA-256
    asked_at    timestamptz NOT NULL,  -- when a node last set out to look
    fetched_at  timestamptz,           -- when one came back; none yet: NULL
    title       text CHECK (octet_length(title) <= 1024),  -- NULL: the page says nothing, or could not be read
    description text CHECK (octet_length(description) <= 1024),
    image       bytea CHECK (octet_length(image) <= 524288),
    image_type  text CHECK (image_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
    CHECK ((image IS NULL) = (image_type IS NULL))
);
ALTER TABLE link_previews ALTER COLUMN image SET STORAGE EXTERNAL;  -- pictures are compressed already
CREATE INDEX link_previews_old ON link_previews (asked_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON link_previews TO plein_server;
