-- The last questions of a tab, among which equal ones are looked for.

-- Alone, since it takes long: a migration that has to come again, because others use its tables, begins from its start.
CREATE INDEX posts_questions_in ON posts (tab_id, id DESC) WHERE kind = 'question' AND state = 'visible';
