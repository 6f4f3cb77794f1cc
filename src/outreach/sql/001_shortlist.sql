-- SPDX-License-Identifier: Apache-2.0
-- What a program is judged by. Each saving is a new version; earlier ones stay, so that a score can
-- be read beside the words it was given for.
create table outreach_criteria_sets (
  id text primary key,
  workspace text not null,  -- whose they are; empty: the network's, for ecosystems without their own
  version bigint not null,
  goal bigint not null,     -- how many candidates there should be
  made_by text not null,
  made_at text not null,
  unique (workspace, version)
);
create table outreach_criteria (
  criteria_set text not null references outreach_criteria_sets (id),
  place bigint not null,
  key text not null,        -- stays the same from version to version
  label text not null,
  kind text not null,       -- cut: decides alone; score: gives points
  field text not null,      -- of the directory, or empty
  rule text not null,       -- of a cut: at_least, at_most, is, includes
  threshold text not null,
  weight bigint not null,   -- of a score
  levels text not null,     -- of a score: what earns 0, 1, 2 ... points, one a line
  source text not null,
  primary key (criteria_set, key)
);

-- A program that an ecosystem thinks of, and how far it has come.
create table outreach_candidates (
  id text primary key,
  workspace text not null,
  program text not null,    -- organization
  stage text not null,
  stage_since text not null,
  reason text not null,     -- of being set aside or having declined
  added_by text not null,
  added_at text not null,
  version bigint not null,
  unique (workspace, program)
);

-- Points for a criterion; a criterion without a row is unknown, which is no zero.
create table outreach_scores (
  candidate text not null references outreach_candidates (id),
  key text not null,
  points bigint not null,
  note text not null,
  scored_by text not null,
  scored_at text not null,
  primary key (candidate, key)
);
