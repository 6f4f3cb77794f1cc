-- SPDX-License-Identifier: Apache-2.0
-- Two records that may be about the same organization or person, and what a person said to that.
create table network_duplicate_candidates (
  id text primary key,
  thing text not null,         -- organization or person
  one text not null,           -- the lesser id of the two
  other text not null,
  bits double precision not null,
  words text not null,         -- what speaks for and against it: "same web address, other city"
  round text not null,         -- the search that found it last
  found_at text not null,
  state text not null,         -- open, later, different, merged
  decided_by text not null,    -- user id
  decided_by_name text not null,
  decided_at text,
  unique (thing, one, other)
);
create index network_duplicates_by_state on network_duplicate_candidates (thing, state, bits);
create index network_duplicates_by_other on network_duplicate_candidates (thing, other);

-- When each directory was last looked through.
create table network_duplicate_searches (
  thing text primary key,
  round text not null,
  done_at text not null,
  records bigint not null,
  pairs bigint not null,
  message text not null        -- why there was nothing to say; mostly empty
);

-- Two records that became one, with all that is needed to make them two again.
create table network_merges (
  id text primary key,
  number bigint not null unique,  -- counts up: only the last one about a record can be undone
  thing text not null,
  kept text not null,
  kept_name text not null,
  merged text not null,        -- its id, which nothing else may have while the merge is in force
  merged_name text not null,
  workspace text not null,
  journal text not null,
  merged_by text not null,
  merged_by_name text not null,
  merged_at text not null,
  undone_by text not null,
  undone_by_name text not null,
  undone_at text,
  left_words text not null     -- what an undo left as it was changed since; one a line
);
create index network_merges_by_kept on network_merges (thing, kept);
create index network_merges_by_merged on network_merges (thing, merged);
