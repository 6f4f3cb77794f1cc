-- SPDX-License-Identifier: Apache-2.0

-- name: count_change
update network_directory set number = number + 1;

-- name: change_number
select number from network_directory;

-- name: record_change
insert into network_changes (thing, subject, number)
select :thing, :subject, number from network_directory where 1 = 1
on conflict (thing, subject) do update set number = excluded.number;

-- Everything below an organization, and everybody who is or was there.
-- name: record_changes_below
with recursive down (id) as (
  select id from network_orgs where id = :org
  union
  select o.id from down join network_orgs o on o.parent = down.id),
below (thing, subject) as (
  select 'organization', id from down
  union
  select 'person', person from network_affiliations where org in (select id from down))
insert into network_changes (thing, subject, number)
select b.thing, b.subject, d.number from below b, network_directory d where 1 = 1
on conflict (thing, subject) do update set number = excluded.number;

-- name: changes_since
select thing, subject, number from network_changes where number > :number
order by number, thing, subject limit :most;

-- name: orgs_after
select id, name, short_name, kind, parent, region, cohort, updated_at
from network_orgs where id > :after order by id limit :most;

-- name: org_entry
select id, name, short_name, kind, parent, region, cohort, updated_at
from network_orgs where id = :id;

-- name: people_after
select id, name, updated_at from network_people where id > :after order by id limit :most;

-- name: person_entry
select id, name, updated_at from network_people where id = :id;

-- name: facts_between
select subject, field, value from network_facts
where thing = :thing and subject >= :first and subject <= :last
  and field in ('state', 'office_state', 'fields', 'city', 'other_names');

-- name: affiliations_between
select person, org, role, ended_at from network_affiliations
where person >= :first and person <= :last;

-- What a page shows of each; `ids` is a list in JSON.
-- name: orgs_in_directory
select o.id, o.name, o.kind,
  coalesce(city.value || ', ' || state.value, state.value, city.value, o.region) as place
from json_each(:ids) j
join network_orgs o on o.id = j.value
left join network_facts city
  on city.thing = 'organization' and city.subject = o.id and city.field = 'city'
left join network_facts state
  on state.thing = 'organization' and state.subject = o.id and state.field = 'state';

-- name: orgs_in_directory [postgres]
select o.id, o.name, o.kind,
  coalesce(city.value || ', ' || state.value, state.value, city.value, o.region) as place
from json_array_elements_text(cast(:ids as json)) j
join network_orgs o on o.id = j.value
left join network_facts city
  on city.thing = 'organization' and city.subject = o.id and city.field = 'city'
left join network_facts state
  on state.thing = 'organization' and state.subject = o.id and state.field = 'state';

-- name: people_in_directory
select p.id, p.name, coalesce(a.role, 'formerly here') as role, coalesce(o.name, '') as place
from json_each(:ids) j
join network_people p on p.id = j.value
left join network_affiliations a on a.id = (
  select b.id from network_affiliations b
  where b.person = p.id and b.ended_at is null order by b.begun_at desc, b.id limit 1)
left join network_orgs o on o.id = a.org;

-- name: people_in_directory [postgres]
select p.id, p.name, coalesce(a.role, 'formerly here') as role, coalesce(o.name, '') as place
from json_array_elements_text(cast(:ids as json)) j
join network_people p on p.id = j.value
left join network_affiliations a on a.id = (
  select b.id from network_affiliations b
  where b.person = p.id and b.ended_at is null order by b.begun_at desc, b.id limit 1)
left join network_orgs o on o.id = a.org;
