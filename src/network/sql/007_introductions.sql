-- SPDX-License-Identifier: Apache-2.0
-- Somebody of ours asked somebody whom they know to introduce them to a third. How far it has come
-- is what its last step says; a step is never changed or taken away, a correction is one more.
create table network_introductions (
  id text primary key,
  workspace text not null,     -- the ecosystem that it is for
  asker text not null,         -- user id
  asker_name text not null,
  asker_person text not null,  -- the same as a person of the directory, or empty
  introducer text not null references network_people (id),
  via text not null,           -- the person over whom the introducer gets there, or empty
  target text not null references network_people (id),
  is_private bigint not null,  -- the way there is known to the asker alone: so is this
  asked_by text not null,      -- email, told
  asked_on text not null,      -- day
  asked_at text not null
);
create index network_introductions_by_workspace on network_introductions (workspace, asked_at);
create index network_introductions_by_introducer on network_introductions (introducer, asked_on);
create index network_introductions_by_target on network_introductions (target);

create table network_introduction_steps (
  introduction text not null references network_introductions (id),
  number bigint not null,          -- 1 is the asking
  state text not null,             -- asked, made, met, declined
  party text not null,             -- asker, introducer, target, colleague: who said so
  by_id text not null,             -- user id, or person id of who came by a link
  by_name text not null,
  at text not null,
  note text not null,
  is_correction bigint not null,
  primary key (introduction, number)
);

-- So that an import can tell whether a link changed since it was planned.
alter table network_links add column version bigint not null default 1;

-- Ways are looked for over these alone: of somebody who knows very many the warmest come first, and
-- who is seen by whom stands in the index.
create index network_links_warm_from
  on network_links (from_id, strength desc, last_contact desc, to_id, workspace, is_private)
  where ended_at is null and kind in ('knows', 'introduced', 'reports_to');
create index network_links_warm_to
  on network_links (to_id, strength desc, last_contact desc, from_id, workspace, is_private)
  where ended_at is null and kind in ('knows', 'introduced', 'reports_to');
create index network_links_by_workspace on network_links (workspace);
