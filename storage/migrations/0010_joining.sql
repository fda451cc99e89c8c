-- How people come in: requests and invitations are memberships that are not active yet; links are rows of their own.

ALTER TABLE memberships
    ADD COLUMN note       text,                       -- requested: the person's own words
    ADD COLUMN inviter_id bigint REFERENCES people,   -- invited: the owner on whose rights the invitation stands
    ADD CONSTRAINT memberships_inviter CHECK ((inviter_id IS NOT NULL) = (state = 'invited'));

-- Who waits at a group's door; what one person waits for; what one owner has handed out.
CREATE INDEX memberships_waiting        ON memberships (group_id, state, since) WHERE state <> 'active';
CREATE INDEX memberships_person_waiting ON memberships (person_id, since) WHERE state <> 'active';
CREATE INDEX memberships_inviter        ON memberships (inviter_id) WHERE state = 'invited';

-- What an owner said to a request that was declined, until the person puts it away or asks again.
CREATE TABLE declined_requests (
    person_id bigint NOT NULL REFERENCES people,
    group_id  bigint NOT NULL REFERENCES groups,
    word      text   NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (person_id, group_id)
);

-- The directory, by name.
CREATE INDEX groups_listed ON groups (name, id) WHERE visibility = 'closed' AND archived_at IS NULL;

-- Tokens are stored as SHA-256: a leaked table lets nobody in.
CREATE TABLE invitation_links (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id   bigint NOT NULL REFERENCES groups,
    maker_id   bigint NOT NULL REFERENCES people,
    token_hash text   NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    uses       integer NOT NULL CHECK (uses BETWEEN 1 AND 500),
    used       integer NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND uses)
);
CREATE INDEX invitation_links_group ON invitation_links (group_id, id);
CREATE INDEX invitation_links_maker ON invitation_links (maker_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON invitation_links, declined_requests TO plein_server;
