-- SPDX-License-Identifier: Apache-2.0
-- Who is in the network. Dates that people wrote down may be partial ("2021", "2021-07").

-- What an organization can be is for the network to say; the labels are what pages show.
create table network_kinds (
  id text primary key,
  label text not null,
  plural text not null,
  place bigint not null
);
insert into network_kinds (id, label, plural, place) values
  ('network', 'Network', 'Networks', 10),
  ('hub', 'Hub', 'Hubs', 20),
  ('ecosystem', 'Ecosystem', 'Ecosystems', 30),
  ('parent-organization', 'Parent organization', 'Parent organizations', 40),
  ('pcsp', 'Precollege STEM program', 'Precollege STEM programs', 50),
  ('host', 'Program host', 'Program hosts', 60),
  ('college', 'College or university', 'Colleges and universities', 70),
  ('department', 'College department', 'College departments', 80),
  ('admissions-office', 'Admissions office', 'Admissions offices', 90),
  ('school', 'School or district', 'Schools and districts', 100),
  ('museum', 'Museum', 'Museums', 110),
  ('nonprofit', 'Other non-profit', 'Other non-profits', 120),
  ('business', 'Business', 'Businesses', 130),
  ('agency', 'Government agency', 'Government agencies', 140),
  ('funder', 'Funder', 'Funders', 150),
  ('coalition', 'Coalition or alliance', 'Coalitions and alliances', 160),
  ('community-of-practice', 'Community of practice', 'Communities of practice', 170),
  ('backbone', 'Backbone organization', 'Backbone organizations', 180),
  ('accreditor', 'Accreditor', 'Accreditors', 190),
  ('national', 'National organization', 'National organizations', 200),
  ('publication', 'Publication', 'Publications', 210);

-- The parent is no foreign key: a file may name a part before the whole. `enact doctor` looks for
-- parents that are missing.
create table network_orgs (
  id text primary key,
  name text not null,
  short_name text not null,
  kind text not null references network_kinds (id),
  parent text not null,
  region text not null,
  cohort text not null,
  joined text not null,
  about text not null,
  priorities text not null,
  url text not null,
  source text not null,
  as_of text not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null
);
create index network_orgs_parent on network_orgs (parent);
create index network_orgs_kind on network_orgs (kind);

create table network_people (
  id text primary key,
  name text not null,
  email text not null,
  phone text not null,
  note text not null,
  make_believe bigint not null,
  version bigint not null,
  created_at text not null,
  updated_at text not null,
  updated_by text not null
);

-- Nothing is taken away here: who left has a last day and stays.
create table network_affiliations (
  id text primary key,
  person text not null references network_people (id),
  org text not null references network_orgs (id),
  role text not null,
  from_date text not null,
  until_date text not null,
  begun_by text not null,
  begun_at text not null,
  ended_by text,
  ended_at text
);
create index network_affiliations_person on network_affiliations (person);
create index network_affiliations_org on network_affiliations (org);
create unique index network_affiliations_current on network_affiliations (person, org, role)
  where ended_at is null;
