-- SPDX-License-Identifier: Apache-2.0

-- Many at once, for imports. `ids` and the like are lists in JSON, `rows` lists of lists.
-- The cross joins keep SQLite from reading a whole table for each of the list.

-- name: people_of_ids
select p.* from json_each(:ids) j cross join network_people p on p.id = j.value;

-- name: people_of_ids [postgres]
select p.* from json_array_elements_text(cast(:ids as json)) j
join network_people p on p.id = j.value;

-- name: people_of_emails
select j.value as written, p.id from json_each(:emails) j
cross join network_people p on lower(p.email) = lower(j.value)
where p.email <> '';

-- name: people_of_emails [postgres]
select j.value as written, p.id from json_array_elements_text(cast(:emails as json)) j
join network_people p on lower(p.email) = lower(j.value)
where p.email <> '';

-- name: people_of_names
select j.value as written, p.id from json_each(:names) j
cross join network_people p on lower(p.name) = lower(j.value);

-- name: people_of_names [postgres]
select j.value as written, p.id from json_array_elements_text(cast(:names as json)) j
join network_people p on lower(p.name) = lower(j.value);

-- Each row is a field and a value.
-- name: people_of_numbers
select f.field, f.value, f.source, f.subject as id
from json_each(:rows) r
cross join network_facts f on f.field = r.value->>0 and f.value = r.value->>1
where +f.thing = 'person';

-- name: people_of_numbers [postgres]
select f.field, f.value, f.source, f.subject as id
from json_array_elements(cast(:rows as json)) as r(value)
join network_facts f on f.field = r.value->>0 and f.value = r.value->>1
where f.thing = 'person';

-- name: affiliations_of_people
select a.*, '' as person_name, o.name as org_name
from json_each(:ids) j
cross join network_affiliations a on a.person = j.value
join network_orgs o on o.id = a.org;

-- name: affiliations_of_people [postgres]
select a.*, '' as person_name, o.name as org_name
from json_array_elements_text(cast(:ids as json)) j
join network_affiliations a on a.person = j.value
join network_orgs o on o.id = a.org;

-- name: facts_of_people
select f.* from json_each(:ids) j
cross join network_facts f on f.thing = 'person' and f.subject = j.value;

-- name: facts_of_people [postgres]
select f.* from json_array_elements_text(cast(:ids as json)) j
join network_facts f on f.thing = 'person' and f.subject = j.value;

-- name: orgs_of_words
select j.value as written, o.id from json_each(:words) j cross join network_orgs o on o.id = j.value
union
select j.value as written, o.id from json_each(:words) j
cross join network_orgs o on lower(o.name) = lower(j.value);

-- name: orgs_of_words [postgres]
select j.value as written, o.id from json_array_elements_text(cast(:words as json)) j
join network_orgs o on o.id = j.value
union
select j.value as written, o.id from json_array_elements_text(cast(:words as json)) j
join network_orgs o on lower(o.name) = lower(j.value);

-- name: orgs_of_numbers
select distinct j.value as written, f.subject as id
from json_each(:numbers) j
cross join network_facts f on f.field in ('ipeds', 'opeid', 'other_id') and f.value = j.value
where +f.thing = 'organization';

-- name: orgs_of_numbers [postgres]
select distinct j.value as written, f.subject as id
from json_array_elements_text(cast(:numbers as json)) j
join network_facts f on f.field in ('ipeds', 'opeid', 'other_id') and f.value = j.value
where f.thing = 'organization';

-- With the ecosystem that each belongs to. The depth ends a circle.
-- name: standing_of_orgs
with recursive up (org, id, parent, kind, depth) as (
  select o.id, o.id, o.parent, o.kind, 0 from json_each(:ids) j
cross join network_orgs o on o.id = j.value
  union all
  select up.org, o.id, o.parent, o.kind, up.depth + 1
  from up join network_orgs o on o.id = up.parent
  where up.kind <> 'ecosystem' and up.depth < 50)
select o.id, o.name, coalesce(max(case when up.kind = 'ecosystem' then up.id end), '') as workspace
from up join network_orgs o on o.id = up.org group by o.id, o.name;

-- name: standing_of_orgs [postgres]
with recursive up (org, id, parent, kind, depth) as (
  select o.id, o.id, o.parent, o.kind, 0 from json_array_elements_text(cast(:ids as json)) j
join network_orgs o on o.id = j.value
  union all
  select up.org, o.id, o.parent, o.kind, up.depth + 1
  from up join network_orgs o on o.id = up.parent
  where up.kind <> 'ecosystem' and up.depth < 50)
select o.id, o.name, coalesce(max(case when up.kind = 'ecosystem' then up.id end), '') as workspace
from up join network_orgs o on o.id = up.org group by o.id, o.name;

-- name: record_people
insert into network_people (id, name, email, phone, note, make_believe, version, created_at,
  updated_at, updated_by)
select r.value->>0, r.value->>1, r.value->>2, r.value->>3, r.value->>4,
  cast(r.value->>5 as bigint), 1, :now, :now, :by
from json_each(:rows) r;

-- name: record_people [postgres]
insert into network_people (id, name, email, phone, note, make_believe, version, created_at,
  updated_at, updated_by)
select r.value->>0, r.value->>1, r.value->>2, r.value->>3, r.value->>4,
  cast(r.value->>5 as bigint), 1, :now, :now, :by
from json_array_elements(cast(:rows as json)) as r(value);

-- name: record_affiliations
insert into network_affiliations (id, person, org, role, from_date, until_date, begun_by, begun_at,
  ended_by, ended_at)
select r.value->>0, r.value->>1, r.value->>2, r.value->>3, r.value->>4, r.value->>5, :by, :now,
  case when r.value->>6 = 'ended' then :by end, case when r.value->>6 = 'ended' then :now end
from json_each(:rows) r;

-- name: record_affiliations [postgres]
insert into network_affiliations (id, person, org, role, from_date, until_date, begun_by, begun_at,
  ended_by, ended_at)
select r.value->>0, r.value->>1, r.value->>2, r.value->>3, r.value->>4, r.value->>5, :by, :now,
  case when r.value->>6 = 'ended' then :by end, case when r.value->>6 = 'ended' then :now end
from json_array_elements(cast(:rows as json)) as r(value);

-- name: record_facts
insert into network_facts (thing, subject, field, value, low, high, source, as_of, noted_by,
  noted_at)
select 'person', r.value->>0, r.value->>1, r.value->>2, cast(r.value->>3 as double precision),
  cast(r.value->>4 as double precision), r.value->>5, r.value->>6, :by, :now
from json_each(:rows) r;

-- name: record_facts [postgres]
insert into network_facts (thing, subject, field, value, low, high, source, as_of, noted_by,
  noted_at)
select 'person', r.value->>0, r.value->>1, r.value->>2, cast(r.value->>3 as double precision),
  cast(r.value->>4 as double precision), r.value->>5, r.value->>6, :by, :now
from json_array_elements(cast(:rows as json)) as r(value);

-- name: record_changes
insert into network_changes (thing, subject, number)
select :thing, j.value, d.number from json_each(:ids) j, network_directory d where 1 = 1
on conflict (thing, subject) do update set number = excluded.number;

-- name: record_changes [postgres]
insert into network_changes (thing, subject, number)
select :thing, j.value, d.number from json_array_elements_text(cast(:ids as json)) j, network_directory d where 1 = 1
on conflict (thing, subject) do update set number = excluded.number;

-- What would lose its ground if the people went.
-- name: people_in_use
select j.value as id from json_each(:ids) j
where exists (select 1 from network_links where from_id = j.value)
  or exists (select 1 from network_links where to_id = j.value)
  or exists (select 1 from network_permissions where person = j.value)
  or exists (select 1 from network_verifications where thing = 'person' and subject = j.value)
  or exists (select 1 from network_questions where thing = 'person' and subject = j.value);

-- name: people_in_use [postgres]
select j.value as id from json_array_elements_text(cast(:ids as json)) j
where exists (select 1 from network_links where from_id = j.value)
  or exists (select 1 from network_links where to_id = j.value)
  or exists (select 1 from network_permissions where person = j.value)
  or exists (select 1 from network_verifications where thing = 'person' and subject = j.value)
  or exists (select 1 from network_questions where thing = 'person' and subject = j.value);

-- name: remove_facts_of_people
delete from network_facts where thing = 'person' and subject in (select value from json_each(:ids));

-- name: remove_facts_of_people [postgres]
delete from network_facts where thing = 'person' and subject = any (array(select json_array_elements_text(cast(:ids as json))));

-- name: remove_affiliations_of_people
delete from network_affiliations where person in (select value from json_each(:ids));

-- name: remove_affiliations_of_people [postgres]
delete from network_affiliations where person = any (array(select json_array_elements_text(cast(:ids as json))));

-- name: remove_people
delete from network_people where id in (select value from json_each(:ids));

-- name: remove_people [postgres]
delete from network_people where id = any (array(select json_array_elements_text(cast(:ids as json))));

-- One person, whom an import changes or gives back.

-- name: amend_affiliation
update network_affiliations set from_date = :from_date, until_date = :until_date,
  ended_by = :ended_by, ended_at = :ended_at
where id = :id;

-- name: remove_affiliation
delete from network_affiliations where id = :id;

-- name: keep_replaced_fact
insert into network_replaced_facts (thing, subject, version, field, value, low, high, source, as_of,
  noted_by, noted_at)
select thing, subject, :version, field, value, low, high, source, as_of, noted_by, noted_at
from network_facts where thing = :thing and subject = :subject and field = :field;

-- name: give_back_fact
insert into network_facts (thing, subject, field, value, low, high, source, as_of, noted_by,
  noted_at)
select thing, subject, field, value, low, high, source, as_of, noted_by, noted_at
from network_replaced_facts
where thing = :thing and subject = :subject and version = :version and field = :field;

-- name: forget_replaced_facts
delete from network_replaced_facts
where thing = :thing and subject = :subject and version = :version;

-- name: touch_person_standing
update network_people set version = version + 1, updated_at = :now, updated_by = :by
where id = :id;
