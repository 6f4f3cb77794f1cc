-- SPDX-License-Identifier: Apache-2.0

-- name: find_person
select * from network_people where id = :id;

-- name: all_people
select * from network_people;

-- Everybody who is or was at an organization or anything below it.
-- name: people_below
with recursive down (id) as (
  select id from network_orgs where id = :org
  union
  select o.id from down join network_orgs o on o.parent = down.id)
select distinct person from network_affiliations where org in (select id from down)
order by person;

-- name: record_person
insert into network_people (id, name, email, phone, note, make_believe, version, created_at,
  updated_at, updated_by)
select :id, :name, :email, :phone, :note, :make_believe, 1, :now, :now, :by
where not exists (select 1 from network_merges
  where thing = 'person' and merged = :id and undone_at is null)
on conflict (id) do nothing;

-- name: change_person
update network_people set name = :name, email = :email, phone = :phone, note = :note,
  make_believe = :make_believe, version = version + 1, updated_at = :now, updated_by = :by
where id = :id and version = :version;

-- name: find_affiliation
select a.*, p.name as person_name, o.name as org_name
from network_affiliations a
join network_people p on p.id = a.person
join network_orgs o on o.id = a.org
where a.id = :id;

-- name: affiliations_of_person
select a.*, p.name as person_name, o.name as org_name
from network_affiliations a
join network_people p on p.id = a.person
join network_orgs o on o.id = a.org
where a.person = :person;

-- name: affiliations_at_org
select a.*, p.name as person_name, o.name as org_name
from network_affiliations a
join network_people p on p.id = a.person
join network_orgs o on o.id = a.org
where a.org = :org;

-- name: all_affiliations
select a.*, p.name as person_name, o.name as org_name
from network_affiliations a
join network_people p on p.id = a.person
join network_orgs o on o.id = a.org;

-- Everybody who is or was at the ecosystem or at one of its parts. An ecosystem inside of another
-- keeps its people to itself.
-- name: affiliations_in_workspace
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :workspace
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select a.*, p.name as person_name, o.name as org_name
from network_affiliations a
join network_people p on p.id = a.person
join network_orgs o on o.id = a.org
where a.org in (select id from down);

-- name: people_in_workspace
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :workspace
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select * from network_people
where id in (select person from network_affiliations where org in (select id from down));

-- name: record_affiliation
insert into network_affiliations (id, person, org, role, from_date, until_date, begun_by, begun_at,
  ended_by, ended_at)
values (:id, :person, :org, :role, :from_date, :until_date, :by, :now, :ended_by, :ended_at);

-- name: end_affiliation
update network_affiliations set until_date = :until_date, ended_by = :by, ended_at = :now
where id = :id and ended_at is null;
