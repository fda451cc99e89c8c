-- Until when somebody is in a group by emergency access.
CREATE INDEX memberships_emergency ON memberships (group_id, until) WHERE until IS NOT NULL;
