-- What people tell about themselves, and how they are found.

-- Text as it is compared when somebody searches: small letters without accents ("Yıldız" is found by "yildiz").
CREATE FUNCTION folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(regexp_replace(normalize(lower(words), NFD), '[\u0300-\u036f]', '', 'g'), 'ıłøđ', 'ilod');

ALTER TABLE people
    ADD COLUMN colour  text CHECK (colour IN ('sand', 'moss', 'river', 'brick', 'heather', 'straw', 'pine', 'rose')),
    ADD COLUMN found_by text GENERATED ALWAYS AS (folded(name || ' ' || title)) STORED;
-- The directory, page by page.
CREATE INDEX people_directory ON people (name, id) WHERE state = 'active';

ALTER TABLE departments
    ADD COLUMN found_by text GENERATED ALWAYS AS (folded(name)) STORED;

-- Each field has an audience of its own.
CREATE TABLE profiles (
    person_id     bigint PRIMARY KEY REFERENCES people,
    version       integer NOT NULL DEFAULT 1,
    phone         text NOT NULL DEFAULT '',
    phone_for     text NOT NULL DEFAULT 'everyone' CHECK (phone_for     IN ('everyone', 'groupmates', 'nobody')),
    mobile        text NOT NULL DEFAULT '',
    mobile_for    text NOT NULL DEFAULT 'everyone' CHECK (mobile_for    IN ('everyone', 'groupmates', 'nobody')),
    workplace     text NOT NULL DEFAULT '',
    workplace_for text NOT NULL DEFAULT 'everyone' CHECK (workplace_for IN ('everyone', 'groupmates', 'nobody')),
    about         text NOT NULL DEFAULT '',
    about_for     text NOT NULL DEFAULT 'everyone' CHECK (about_for     IN ('everyone', 'groupmates', 'nobody')),
    ask_me        text NOT NULL DEFAULT '',
    ask_me_for    text NOT NULL DEFAULT 'everyone' CHECK (ask_me_for    IN ('everyone', 'groupmates', 'nobody'))
);

GRANT SELECT, INSERT, UPDATE ON profiles TO plein_server;
