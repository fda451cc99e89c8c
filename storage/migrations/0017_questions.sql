-- Posts that ask a department something, and what became of them.

ALTER TABLE posts
    ADD COLUMN kind text NOT NULL DEFAULT 'update' CHECK (kind IN ('update', 'question'));

-- Open hours within which a department promises to answer a question.
ALTER TABLE departments
    ADD COLUMN answer_hours integer CHECK (answer_hours BETWEEN 1 AND 200);

CREATE TABLE questions (
    post_id       bigint PRIMARY KEY REFERENCES posts,
    version       bigint NOT NULL DEFAULT 1,
    department_id bigint REFERENCES departments,   -- who is asked; nobody yet while it is null
    service_id    bigint REFERENCES services,
    picked_up_by  bigint REFERENCES people,
    answer_before timestamptz,                     -- as it was promised; what the department changes later changes nothing
    answer_id     bigint,
    accepted      boolean NOT NULL DEFAULT false,  -- the answer, by who asked
    reopened      text,                            -- why
    FOREIGN KEY (answer_id, post_id) REFERENCES comments (id, post_id)
);
CREATE INDEX questions_open ON questions (department_id, answer_before) WHERE answer_id IS NULL;

GRANT SELECT, INSERT, UPDATE ON questions TO plein_server;
GRANT DELETE ON reaction_counts TO plein_server;  -- of what is purged

-- As before, and what became of questions.
CREATE OR REPLACE FUNCTION redact_tab_events(on_stream text, of_tab bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    UPDATE events
       SET type = 'redacted', payload = '{"subject":' || to_json(subject) || '}'
     WHERE stream = on_stream AND type <> 'redacted'
       AND subject IN (SELECT 'tab:' || of_tab
                        UNION ALL
                       SELECT about || id
                         FROM posts CROSS JOIN (VALUES ('post:'), ('reactions:'), ('question:')) AS kinds (about)
                        WHERE tab_id = of_tab AND state = 'visible'
                        UNION ALL
                       SELECT 'comment:' || comments.id
                         FROM comments
                         JOIN posts ON posts.id = comments.post_id
                        WHERE posts.tab_id = of_tab AND posts.state = 'visible' AND comments.state = 'visible');
END;
