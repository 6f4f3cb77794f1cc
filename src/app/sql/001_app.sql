-- SPDX-License-Identifier: Apache-2.0

-- Work that waits. A claimed job is not due again before its lease has run out, which is why one
-- column, run_at, says when anybody may take it, whatever became of the process that had it.
create table app_jobs (
  id text primary key,
  kind text not null,
  payload text not null,
  state text not null check (state in ('waiting', 'running', 'failed')),
  claim text,
  tries integer not null,
  run_at text not null,
  failure text
);
create index app_jobs_due on app_jobs (run_at) where state <> 'failed';

create table app_periodic (
  kind text primary key,
  next_run text not null
);

create table app_mail (
  id text primary key,
  to_address text not null,
  to_name text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'kept')),
  reason text,
  tries integer not null,
  created_at text not null,
  sent_at text
);
create index app_mail_state on app_mail (state, created_at);

-- What search finds, and the words of it, which are kept in each database's own way.
create table app_search (
  kind text not null,
  id text not null,
  url text not null,
  title text not null,
  body text not null,
  audience text not null,
  primary key (kind, id)
);

-- [sqlite]
-- The index needs a number for each entry; the view gives the texts back by it.
-- derived
create table app_search_numbers (
  number integer primary key,
  kind text not null,
  id text not null,
  audience text not null,
  unique (kind, id)
);

create view app_search_texts as
select n.number, s.title, s.body
from app_search_numbers n join app_search s on s.kind = n.kind and s.id = n.id;

-- derived
create virtual table app_search_words using fts5(
  title, body,
  content = 'app_search_texts', content_rowid = 'number',
  tokenize = 'porter unicode61 remove_diacritics 2',
  prefix = '2 3'
);

-- [postgres]
-- `words` holds the title (weight A) and the body, `title` the title alone.
-- derived
create table app_search_words (
  kind text not null,
  id text not null,
  audience text not null,
  number bigint generated always as identity unique,
  title tsvector not null,
  words tsvector not null,
  primary key (kind, id)
);
-- Without fastupdate's list of pending entries, which each search would read to its end.
create index app_search_words_title on app_search_words using gin (title) with (fastupdate = off);
create index app_search_words_words on app_search_words using gin (words) with (fastupdate = off);
