-- SPDX-License-Identifier: Apache-2.0
-- What people said about being contacted. Nothing is changed or taken away here: the latest answer
-- counts, and the earlier ones show how it came about. No import writes to it.
create table network_permissions (
  id text primary key,
  person text not null references network_people (id),
  channel text not null,   -- email, phone, post, newsletter, introduction, story
  answer text not null,    -- yes, no
  said_on text not null,   -- day
  how text not null,       -- "asked at the meeting in May"
  noted_by text not null,
  noted_at text not null
);
create index network_permissions_by_person on network_permissions (person, channel);

-- Who is connected with whom, from when until when. An end is recorded, never a removal.
create table network_links (
  id text primary key,
  kind text not null,        -- knows, introduced, reports_to, sits_on, houses, funds
  from_thing text not null,  -- organization or person
  from_id text not null,
  to_thing text not null,
  to_id text not null,
  strength bigint not null,  -- between people: 1 have met, 2 work together, 3 know each other well
  from_date text not null,
  until_date text not null,
  last_contact text not null,  -- partial date
  workspace text not null,     -- the ecosystem whose knowledge it is
  is_private bigint not null,  -- only who noted it sees and uses it
  note text not null,
  source text not null,
  noted_by text not null,      -- user id
  noted_by_name text not null,
  noted_at text not null,
  ended_by text,
  ended_at text
);
create index network_links_by_from on network_links (from_id, kind);
create index network_links_by_to on network_links (to_id, kind);

-- For finding again what a person typed or a file says.
create index network_people_by_name on network_people (lower(name));
create index network_people_by_email on network_people (lower(email));
