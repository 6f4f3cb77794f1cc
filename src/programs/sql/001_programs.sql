-- SPDX-License-Identifier: Apache-2.0
-- How an ecosystem supports its programs. `program` and `workspace` are organizations; days are
-- "2026-11-22", and empty where nobody said one.

-- What is particular about checking in with a program; one without a row has the usual rhythm.
create table programs_settings (
  program text primary key,
  rhythm_days bigint not null,  -- 0: nobody checks in with it
  changed_by text not null,
  changed_at text not null
);

-- Of an ecosystem: whether its leads are reminded, and when they last were.
create table programs_reminders (
  workspace text primary key,
  is_on bigint not null,
  reminded_on text not null
);

-- One plan for each program in an ecosystem. `version` counts what was worded anew, so that it
-- shows what an agreement was about.
create table programs_plans (
  id text primary key,
  program text not null,
  workspace text not null,
  version bigint not null,
  begun_by text not null,
  begun_at text not null,
  unique (workspace, program)
);
create table programs_goals (
  id text primary key,
  plan text not null references programs_plans (id),
  place bigint not null,
  title text not null
);
create index programs_goals_by_plan on programs_goals (plan, place);
create table programs_steps (
  id text primary key,
  plan text not null references programs_plans (id),
  workspace text not null,
  program text not null,
  goal text not null,         -- or empty
  place bigint not null,
  title text not null,
  side text not null,         -- whose step it is: program, ecosystem
  owner_name text not null,
  owner_thing text not null,  -- user, person, or empty: only a name
  owner text not null,
  due_on text not null,
  state text not null,        -- open, done, dropped
  state_since text not null,
  reason text not null,       -- of being dropped
  version bigint not null
);
create index programs_steps_by_plan on programs_steps (plan, place);
create index programs_steps_by_workspace on programs_steps (workspace, program, state, due_on);
create table programs_plan_notes (
  id text primary key,
  plan text not null references programs_plans (id),
  happened_on text not null,
  text text not null,
  written_by text not null,
  written_by_name text not null,
  written_at text not null
);
create index programs_plan_notes_by_plan on programs_plan_notes (plan, happened_on);
create table programs_agreements (
  id text primary key,
  plan text not null references programs_plans (id),
  plan_version bigint not null,
  name text not null,      -- who agreed for the program
  agreed_on text not null,
  how text not null,       -- signed_in, link, told
  remark text not null,
  noted_by_name text not null,
  noted_at text not null
);
create index programs_agreements_by_plan on programs_agreements (plan, agreed_on);

create table programs_check_ins (
  id text primary key,
  workspace text not null,
  program text not null,
  happened_on text not null,
  who text not null,
  spoke_with text not null,
  how text not null,      -- call, visit, mail, meeting
  said text not null,
  next_by text not null,
  logged_by text not null,
  logged_by_name text not null,
  logged_at text not null
);
create index programs_check_ins_by_day on programs_check_ins (workspace, program, happened_on);

create table programs_needs (
  id text primary key,
  workspace text not null,
  program text not null,
  kind text not null,
  what text not null,
  amount bigint not null,     -- 0: not said
  needed_from text not null,
  needed_by text not null,
  urgency bigint not null,    -- 1 whenever, 2 soon, 3 urgent
  state text not null,        -- open, matched, met, withdrawn
  state_since text not null,
  words text not null,        -- for searching: in lower case
  noted_by text not null,
  noted_by_name text not null,
  noted_on text not null,
  version bigint not null
);
create index programs_needs_by_program on programs_needs (workspace, program, state);
create index programs_needs_by_state on programs_needs (workspace, state, urgency, noted_on);

-- What somebody in the region offers.
create table programs_assets (
  id text primary key,
  workspace text not null,
  kind text not null,
  what text not null,
  offered_by text not null,     -- a name
  offered_thing text not null,  -- organization, person, or empty: only a name
  offered_id text not null,
  state text not null,
  city text not null,
  free_from text not null,
  free_until text not null,
  capacity bigint not null,     -- 0: no limit was named
  unit text not null,           -- "students", "hours"
  conditions text not null,
  contact text not null,
  confirmed_on text not null,
  retired_on text not null,     -- no longer offered since then
  words text not null,
  added_by_name text not null,
  added_at text not null,
  version bigint not null
);
create index programs_assets_by_kind on programs_assets (workspace, kind, retired_on);
create index programs_assets_by_name on programs_assets (workspace, lower(what), id);

-- An asset put beside a need.
create table programs_matches (
  id text primary key,
  need text not null references programs_needs (id),
  asset text not null references programs_assets (id),
  workspace text not null,
  amount bigint not null,
  state text not null,        -- offered, agreed, worked_out, did_not
  state_since text not null,
  why text not null,          -- why they fit, as it was then
  outcome text not null,
  offered_on text not null,
  offered_by_name text not null,
  version bigint not null,
  unique (need, asset)
);
create index programs_matches_by_asset on programs_matches (asset, state);

-- Which way needs, steps and matches went: who, when and why. Only added to.
create table programs_moves (
  id text primary key,
  thing text not null,        -- need, step, match
  subject text not null,
  state text not null,
  note text not null,
  moved_by text not null,
  moved_by_name text not null,
  moved_at text not null
);
create index programs_moves_by_subject on programs_moves (thing, subject, id);
