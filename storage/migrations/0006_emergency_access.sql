-- Names of groups that tell them apart, and emergency access (break-glass).

-- Closed groups are listed by name; what looks like one name is one name, in whatever case and width its letters are.
-- An archived group keeps its name: nobody takes its place meanwhile.
CREATE UNIQUE INDEX groups_closed_name ON groups (lower(normalize(name, NFKC))) WHERE visibility = 'closed';

-- A membership of an administrator that ends by itself.
ALTER TABLE memberships ADD COLUMN until timestamptz;
CREATE INDEX memberships_until ON memberships (until) WHERE until IS NOT NULL;

-- Who entered which group and why; attempts on numbers that are no group as well, which opened nothing.
CREATE TABLE emergency_accesses (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id  bigint NOT NULL,                  -- as it was asked: no reference
    person_id bigint NOT NULL REFERENCES people,
    reason    text NOT NULL,
    at        timestamptz NOT NULL,
    until     timestamptz                       -- null: there was nothing to open
);
CREATE INDEX emergency_accesses_group ON emergency_accesses (group_id, at DESC, id DESC);

GRANT SELECT, INSERT ON emergency_accesses TO plein_server;  -- a record that the server cannot change
