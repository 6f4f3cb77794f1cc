-- SPDX-License-Identifier: Apache-2.0
-- Files that are imported: what was handed in, what is planned of it, what was done.

create table imports_imports (
  id text primary key,
  org text not null,
  target text not null,
  file_name text not null,
  file_bytes bigint not null,
  digest text not null,
  mapping text not null,
  state text not null,
  message text not null,
  -- Which job works on it; a job that finds another one here stops.
  run text not null,
  rows_done bigint not null,
  rows_all bigint not null,
  header text not null,
  facts text not null,
  -- Counts up with every change of the plan, so that what is committed is what was looked at.
  plan_version bigint not null,
  target_state text not null,
  begun_by text not null,
  begun_by_name text not null,
  begun_at text not null,
  changed_at text not null,
  planned_at text,
  committed_by text not null,
  committed_by_name text not null,
  committed_at text,
  undone_by text not null,
  undone_by_name text not null,
  undone_at text
);
create index imports_imports_org on imports_imports (org, begun_at);
create index imports_imports_begun_by on imports_imports (begun_by, begun_at);
create index imports_imports_digest on imports_imports (digest);

-- The file in pieces, as base64: not every file is text, and both databases keep texts.
create table imports_pieces (
  import text not null references imports_imports (id),
  position bigint not null,
  bytes text not null,
  primary key (import, position)
);

create table imports_rows (
  import text not null,
  position bigint not null,
  line bigint not null,
  action text not null,
  reason text not null,
  label text not null,
  record text not null,
  version bigint not null,
  -- The id that the row's record gets if it is decided to be new.
  new_record text not null,
  said text not null,
  changes text not null,
  cells text not null,
  question text not null,
  matches text not null,
  -- The position of the first row about the same record, or -1.
  twin bigint not null,
  decided_by text not null,
  was_left bigint not null,
  primary key (import, position)
);
create index imports_rows_action on imports_rows (import, action, position);
create index imports_rows_record on imports_rows (import, record) where record <> '';
create index imports_rows_twin on imports_rows (import, twin) where twin >= 0;

create table imports_mappings (
  id text primary key,
  org text not null,
  target text not null,
  name text not null,
  mapping text not null,
  version bigint not null,
  changed_by text not null,
  changed_at text not null,
  unique (org, target, name)
);
