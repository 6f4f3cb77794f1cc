-- A run: an ecosystem doing a play. state: planned, in_progress, done, written_up, set_aside.
create table playbook_runs (
  id text primary key,
  play text not null references playbook_items (id),
  strategy text not null,         -- of the play, repeated for the matrix
  workspace text not null,
  title text not null,
  state text not null,
  state_since text not null,
  owner text not null,            -- user id, or empty
  owner_name text not null,
  helpers text not null,
  started_on text,
  due_on text,
  done_on text,
  set_aside_reason text not null,
  play_revision bigint not null,  -- whose steps it was begun with
  vignette text not null,         -- item id of the write-up, or empty
  source text not null,           -- of a run that was told, not done here; else empty
  made_by text not null,
  made_at text not null,
  touched_at text not null,       -- last sign of life
  version bigint not null
);
create index playbook_runs_by_workspace on playbook_runs (workspace, state, due_on);
create index playbook_runs_by_play on playbook_runs (play, state, workspace);
create index playbook_runs_by_cell on playbook_runs (workspace, strategy, state);
create index playbook_runs_by_owner on playbook_runs (owner, state);
create index playbook_runs_by_vignette on playbook_runs (vignette) where vignette <> '';

create table playbook_run_steps (
  run text not null references playbook_runs (id),
  position bigint not null,
  text text not null,             -- as the play said when the run began
  html text not null,
  ticked_by_name text,
  ticked_at text,
  primary key (run, position)
);

create table playbook_run_notes (
  id text primary key,
  run text not null references playbook_runs (id),
  happened_on text not null,
  text text not null,
  html text not null,
  written_by_name text not null,
  written_at text not null,
  via text not null               -- account or link
);
create index playbook_run_notes_by_run on playbook_run_notes (run, happened_on);

create table playbook_run_evidence (
  id text primary key,
  run text not null references playbook_runs (id),
  kind text not null,             -- link or file
  title text not null,
  url text not null,
  file_name text not null,
  content_type text not null,
  size bigint not null,
  content text not null,          -- base64url of a file
  added_by_name text not null,
  added_at text not null
);
create index playbook_run_evidence_by_run on playbook_run_evidence (run, added_at);

-- Organizations and people that took part, and whether those people agree to be named.
create table playbook_run_involved (
  id text primary key,
  run text not null references playbook_runs (id),
  kind text not null,             -- organization or person
  ref text not null,              -- id in the network, or empty
  name text not null,
  part text not null,             -- what they did
  consent text not null,          -- not_asked, given, refused
  consent_on text,
  consent_how text not null,
  added_by_name text not null,
  added_at text not null
);
create index playbook_run_involved_by_run on playbook_run_involved (run, added_at);

-- How many runs there are in each state, kept in step by the same transactions that change runs,
-- so that a matrix over a million of them is read in a blink. `enact doctor` counts again.
create table playbook_run_counts (
  workspace text not null,
  strategy text not null,
  state text not null,
  runs bigint not null,
  primary key (workspace, strategy, state)
);
