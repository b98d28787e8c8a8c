CREATE TABLE sign_in_links (hash bytea PRIMARY KEY, address text NOT NULL, made timestamptz NOT NULL, used timestamptz);
