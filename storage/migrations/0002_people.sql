-- The organisation: departments and people, their sessions, and the shared brake on guessing passwords.

CREATE TABLE departments (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id bigint REFERENCES departments,
    name      text NOT NULL,
    side      text NOT NULL CHECK (side IN ('ssc', 'business', 'external'))
);

CREATE TABLE people (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name             text NOT NULL,
    title            text NOT NULL DEFAULT '',
    email            text,                      -- lower case; people on the floor often have none
    personnel_number text,
    department_id    bigint REFERENCES departments,
    role             text NOT NULL DEFAULT 'employee'
                     CHECK (role IN ('employee', 'moderator', 'editor', 'administrator', 'guest')),
    state            text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended')),
    language         text NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'en')),
    theme            text NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
    password_hash    text,                      -- argon2id with its parameters; null: cannot sign in by password
    created_at       timestamptz NOT NULL DEFAULT now(),
    CHECK (email IS NOT NULL OR personnel_number IS NOT NULL)
);
CREATE UNIQUE INDEX people_email ON people (email);
CREATE UNIQUE INDEX people_personnel_number ON people (personnel_number);
CREATE INDEX people_department ON people (department_id);
CREATE INDEX people_name ON people (lower(name) text_pattern_ops);

CREATE TABLE department_heads (
    department_id bigint NOT NULL REFERENCES departments,
    person_id     bigint NOT NULL REFERENCES people,
    PRIMARY KEY (department_id, person_id)
);

-- Tokens are stored as SHA-256: a leaked table signs nobody in.
CREATE TABLE sessions (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id    bigint NOT NULL REFERENCES people,
    token_hash   text NOT NULL UNIQUE,
    agent        text NOT NULL DEFAULT '',
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL
);
CREATE INDEX sessions_person ON sessions (person_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- A device that has signed in before has a brake of its own, so that guessing elsewhere locks nobody out.
CREATE TABLE devices (
    token_hash text PRIMARY KEY,
    person_id  bigint NOT NULL REFERENCES people,
    seen_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX devices_seen ON devices (seen_at);

-- One token bucket a key (login, device or address), shared by all nodes.
CREATE TABLE throttles (
    key         text PRIMARY KEY,
    tokens      double precision NOT NULL,
    refilled_at timestamptz NOT NULL
);
CREATE INDEX throttles_refilled ON throttles (refilled_at);

GRANT SELECT, INSERT, UPDATE ON departments, people TO plein_server;
GRANT SELECT, INSERT, DELETE ON department_heads TO plein_server;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, devices, throttles TO plein_server;
