-- Groups, their department tabs, who is in them and how far each has read.

CREATE TABLE groups (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version    integer NOT NULL DEFAULT 1,
    name       text NOT NULL,
    purpose    text NOT NULL DEFAULT '',
    visibility text NOT NULL CHECK (visibility IN ('closed', 'secret')),
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE memberships (
    group_id  bigint NOT NULL REFERENCES groups,
    person_id bigint NOT NULL REFERENCES people,
    role      text NOT NULL CHECK (role IN ('owner', 'moderator', 'member', 'guest')),
    state     text NOT NULL DEFAULT 'active' CHECK (state IN ('invited', 'requested', 'active')),
    version   integer NOT NULL DEFAULT 1,
    since     timestamptz NOT NULL,
    PRIMARY KEY (group_id, person_id)
);
CREATE INDEX memberships_person ON memberships (person_id) WHERE state = 'active';

CREATE TABLE tabs (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id      bigint NOT NULL REFERENCES groups,
    version       integer NOT NULL DEFAULT 1,
    name          text NOT NULL,
    department_id bigint REFERENCES departments,
    audience      text NOT NULL DEFAULT 'members' CHECK (audience IN ('members', 'department', 'guests')),
    posting       text NOT NULL DEFAULT 'everyone' CHECK (posting IN ('everyone', 'owners')),
    default_mark  text NOT NULL DEFAULT 'work' CHECK (default_mark IN ('work', 'personal')),
    position      integer NOT NULL,
    CHECK (audience <> 'department' OR department_id IS NOT NULL)
);
CREATE INDEX tabs_group ON tabs (group_id, position, id);

-- Posts by others after `read_until` are unread.
CREATE TABLE readings (
    tab_id     bigint NOT NULL REFERENCES tabs,
    person_id  bigint NOT NULL REFERENCES people,
    version    bigint NOT NULL DEFAULT 1,
    read_until timestamptz NOT NULL,
    PRIMARY KEY (person_id, tab_id)
);

GRANT SELECT, INSERT, UPDATE ON groups, tabs, readings TO plein_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON memberships TO plein_server;
