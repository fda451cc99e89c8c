-- A post names its tab and its group; that they belong together is one check a post instead of two that know nothing of
-- each other.

ALTER TABLE tabs ADD CONSTRAINT tabs_of_group UNIQUE (id, group_id);

ALTER TABLE posts
    DROP CONSTRAINT posts_group_id_fkey,
    DROP CONSTRAINT posts_tab_id_fkey,
    ADD CONSTRAINT posts_of_tab_and_group FOREIGN KEY (tab_id, group_id) REFERENCES tabs (id, group_id);
