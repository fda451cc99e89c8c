-- Tabs that change hands: redacting what the log holds of one reads its posts, visible or not, by an index.
CREATE INDEX posts_out_of_sight ON posts (tab_id) WHERE state <> 'visible';

CREATE OR REPLACE FUNCTION redact_tab_events(on_stream text, of_tab bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    UPDATE events
       SET type = 'redacted', payload = '{"subject":' || to_json(subject) || '}'
     WHERE stream = on_stream AND type <> 'redacted'
       AND subject IN (SELECT 'tab:' || of_tab
                        UNION ALL
                       SELECT 'post:' || id FROM posts WHERE tab_id = of_tab AND state = 'visible'
                        UNION ALL
                       SELECT 'post:' || id FROM posts WHERE tab_id = of_tab AND state <> 'visible');
END;
