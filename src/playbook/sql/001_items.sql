-- The written playbook. An item is one document: its id is its path ("plays/4-1"), which is also
-- its address and the name of its file. The columns repeat what the published text says, so that
-- lists need not parse it; playbook_revisions holds the texts themselves.
create table playbook_items (
  id text primary key,
  kind text not null,
  slug text not null,
  parent text not null,          -- a play's strategy, a vignette's play, a strategy's purpose
  position bigint not null,
  title text not null,
  summary text not null,
  origin text not null,          -- source, ours, or empty
  ecosystem text not null,       -- who a vignette or soundbite is about
  happened text not null,        -- partial date of a vignette
  source text not null,
  plain text not null,           -- the words alone
  published_revision bigint,     -- null: never published, or withdrawn
  latest_revision bigint not null,
  published_at text,
  first_published_at text,
  review_on text
);
create index playbook_items_by_kind on playbook_items (kind, position);
create index playbook_items_by_parent on playbook_items (parent, kind, position);

-- Every text an item ever had, never changed. state: draft, review, published, returned.
create table playbook_revisions (
  item text not null references playbook_items (id),
  number bigint not null,
  text text not null,
  state text not null,
  made_by text not null,
  made_by_name text not null,
  made_at text not null,
  note text not null,
  reviewer text,
  reviewer_name text,
  reviewed_at text,
  review_comment text,
  primary key (item, number)
);
create index playbook_revisions_by_state on playbook_revisions (state, made_at);

-- The published text as HTML, a row for each `##` section; made when it is published.
create table playbook_sections (
  item text not null references playbook_items (id),
  position bigint not null,
  heading text not null,
  html text not null,
  primary key (item, position)
);

-- What one ecosystem writes beside the hub's text, and which revision of that it has seen.
create table playbook_local_notes (
  workspace text not null,
  item text not null references playbook_items (id),
  text text not null,
  html text not null,
  seen_revision bigint not null,
  written_by_name text not null,
  written_at text not null,
  version bigint not null,
  primary key (workspace, item)
);

-- Toolkit documents that somebody took and made their own.
create table playbook_copies (
  id text primary key,
  item text not null references playbook_items (id),
  item_revision bigint not null,
  workspace text not null,
  title text not null,
  text text not null,
  html text not null,
  made_by text not null,
  made_by_name text not null,
  made_at text not null,
  changed_at text not null,
  version bigint not null
);
create index playbook_copies_by_item on playbook_copies (item, made_at);
create index playbook_copies_by_workspace on playbook_copies (workspace, changed_at);
