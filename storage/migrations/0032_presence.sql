-- Whether a person shows that they are there. What they show is not kept here.

-- The sign: of how they are (do not disturb, on leave until) only the number under which Redis holds it, for its time. It
-- says nothing by itself, and a sign with another number has been taken back.
ALTER TABLE people
    ADD COLUMN shows_presence boolean NOT NULL DEFAULT false,
    ADD COLUMN presence_sign  bigint;
