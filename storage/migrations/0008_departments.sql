-- Departments become a tree with heads, deputies, hours and a business partner; services and processes have an owner.

ALTER TABLE departments
    ADD COLUMN version       integer NOT NULL DEFAULT 1,
    ADD COLUMN description   text    NOT NULL DEFAULT '',
    ADD COLUMN partner_id    bigint  REFERENCES people,
    ADD COLUMN hours         text    NOT NULL DEFAULT '[]', -- intervals of a week as JSON, spliced into answers as it stands
    ADD COLUMN archived      boolean NOT NULL DEFAULT false;

-- Deputies post where heads post.
ALTER TABLE department_heads ADD COLUMN deputy boolean NOT NULL DEFAULT false;

-- Whether a department is still in use.
CREATE INDEX tabs_department ON tabs (department_id);

CREATE TABLE services (
    id            bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version       integer NOT NULL DEFAULT 1,
    kind          text    NOT NULL CHECK (kind IN ('service', 'process')),
    name          text    NOT NULL,
    department_id bigint  NOT NULL REFERENCES departments,
    owner_id      bigint  NOT NULL REFERENCES people,
    description   text    NOT NULL DEFAULT '',
    removed       boolean NOT NULL DEFAULT false    -- the row stays: what named it goes on to
);

CREATE TABLE holidays (
    date date PRIMARY KEY,
    name text NOT NULL
);

-- One row: its lock is the turn of whoever changes departments, services or holidays.
CREATE TABLE organisation (
    one              boolean PRIMARY KEY DEFAULT true CHECK (one),
    holidays_version integer NOT NULL DEFAULT 1
);
INSERT INTO organisation DEFAULT VALUES;

GRANT UPDATE                 ON department_heads TO plein_server;
GRANT SELECT, INSERT, UPDATE ON services         TO plein_server;
GRANT SELECT, INSERT, DELETE ON holidays         TO plein_server;
GRANT SELECT, UPDATE         ON organisation     TO plein_server;
