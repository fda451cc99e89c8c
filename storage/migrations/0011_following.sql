-- Home: which tabs each person follows, whose side each post came from, and who has seen the first minutes.

-- One row a person and tab. `following` is what the person chose; without a choice a rule of access/ decides.
ALTER TABLE readings
    ALTER COLUMN read_until DROP NOT NULL,
    ADD COLUMN following text CHECK (following IN ('followed', 'unfollowed', 'muted'));

-- The side of its author's department when it was written: who moves later takes no posts along.
ALTER TABLE posts ADD COLUMN side text CHECK (side IN ('ssc', 'business', 'external'));

UPDATE posts
   SET side = departments.side
  FROM people
  JOIN departments ON departments.id = people.department_id
 WHERE people.id = posts.author_id;

-- The feed of a tab from one side.
CREATE INDEX posts_feed_of_side ON posts (tab_id, side, published_at DESC, id DESC) WHERE state = 'visible';

-- Whoever was here before the welcome was made does not need it.
ALTER TABLE people ADD COLUMN welcomed_at timestamptz;

UPDATE people SET welcomed_at = now();
