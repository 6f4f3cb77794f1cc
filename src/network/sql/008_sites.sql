-- SPDX-License-Identifier: Apache-2.0
-- Where and when an organization does what it does. What is over has an end and stays.
create table network_sites (
  id text primary key,
  org text not null references network_orgs (id),
  name text not null,
  street text not null,
  city text not null,
  state text not null,       -- two letters
  zip text not null,
  latitude double precision,
  longitude double precision,
  directions text not null,  -- "Room 204, ring at the side door"
  from_date text not null,   -- partial dates
  until_date text not null,
  source text not null,
  as_of text not null,
  version bigint not null,
  noted_by text not null,
  noted_at text not null,
  ended_by text,
  ended_at text
);
create index network_sites_by_org on network_sites (org);

-- On which days, from when until when, in which season.
create table network_site_times (
  site text not null references network_sites (id),
  position bigint not null,
  days text not null,        -- "1 3": Monday and Wednesday
  begins_at text not null,   -- "16:00"
  finishes_at text not null,
  season text not null,      -- "School year"; empty: nothing was said
  primary key (site, position)
);

-- Who pays for it, how much and until when.
create table network_fundings (
  id text primary key,
  org text not null references network_orgs (id),
  funder text not null,       -- an organization, or empty where only the name is known
  funder_name text not null,
  amount text not null,       -- "50000", "about 50000"; dollars
  award text not null,        -- the funder's number
  from_date text not null,
  until_date text not null,
  source text not null,
  as_of text not null,
  version bigint not null,
  noted_by text not null,
  noted_at text not null,
  ended_by text,
  ended_at text
);
create index network_fundings_by_org on network_fundings (org);
create index network_fundings_by_funder on network_fundings (funder) where funder <> '';
