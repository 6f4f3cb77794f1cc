-- SPDX-License-Identifier: Apache-2.0
-- Records as they are compared, in pieces by id.

-- name: orgs_to_compare
select id, name, kind, region, url from network_orgs
where id > :after and kind <> 'ecosystem' order by id limit :most;

-- name: people_to_compare
select id, name, email, phone from network_people where id > :after order by id limit :most;

-- name: facts_to_compare
select subject, field, value from network_facts
where thing = 'organization' and subject >= :first and subject <= :last
  and field in ('city', 'state', 'zip', 'phone', 'email', 'ipeds');

-- name: orgs_of_people_to_compare
select distinct person, org from network_affiliations
where person >= :first and person <= :last order by person, org;

-- What was decided stays; what is still open is weighed anew.
-- A part is called like the whole and is not the same: an admissions office of its college.
-- name: keep_duplicate
insert into network_duplicate_candidates (id, thing, one, other, bits, words, round, found_at,
  state, decided_by, decided_by_name, decided_at)
select :id, :thing, :one, :other, cast(:bits as double precision), :words, :round, :now, 'open', '',
  '', null
where not exists (select 1 from network_orgs o where :thing = 'organization'
  and ((o.id = :one and o.parent = :other) or (o.id = :other and o.parent = :one)))
on conflict (thing, one, other) do update set bits = excluded.bits, words = excluded.words,
  round = excluded.round;

-- name: forget_open_duplicates
delete from network_duplicate_candidates
where thing = :thing and state = 'open' and round <> :round;

-- name: keep_duplicate_search
insert into network_duplicate_searches (thing, round, done_at, records, pairs, message)
values (:thing, :round, :now, :records, :pairs, :message)
on conflict (thing) do update set round = excluded.round, done_at = excluded.done_at,
  records = excluded.records, pairs = excluded.pairs, message = excluded.message;

-- name: duplicate_search
select * from network_duplicate_searches where thing = :thing;

-- name: find_duplicate
select * from network_duplicate_candidates where id = :id;

-- name: duplicate_of_two
select * from network_duplicate_candidates
where thing = :thing and one = :one and other = :other;

-- name: duplicates_with
select * from network_duplicate_candidates
where thing = :thing and (one = :subject or other = :subject) order by bits desc, id;

-- A pair of which one record is gone waits here, and is not asked about. Of an ecosystem only
-- pairs both of which are its own.
-- name: org_duplicates
with recursive down (id) as (
  select id from network_orgs where id = :workspace
  union
  select o.id from down join network_orgs o on o.parent = down.id where o.kind <> 'ecosystem')
select d.* from network_duplicate_candidates d
join network_orgs a on a.id = d.one
join network_orgs b on b.id = d.other
where d.thing = 'organization' and d.state = :state and (:workspace = ''
  or (d.one in (select id from down) and d.other in (select id from down)))
order by d.bits desc, d.id limit :most offset :from;

-- name: count_org_duplicates
with recursive down (id) as (
  select id from network_orgs where id = :workspace
  union
  select o.id from down join network_orgs o on o.parent = down.id where o.kind <> 'ecosystem')
select count(*) as number from network_duplicate_candidates d
join network_orgs a on a.id = d.one
join network_orgs b on b.id = d.other
where d.thing = 'organization' and d.state = :state and (:workspace = ''
  or (d.one in (select id from down) and d.other in (select id from down)));

-- name: person_duplicates
with recursive down (id) as (
  select id from network_orgs where id = :workspace
  union
  select o.id from down join network_orgs o on o.parent = down.id where o.kind <> 'ecosystem'),
here (id) as (
  select person from network_affiliations where org in (select id from down))
select d.* from network_duplicate_candidates d
join network_people a on a.id = d.one
join network_people b on b.id = d.other
where d.thing = 'person' and d.state = :state and (:workspace = ''
  or (d.one in (select id from here) and d.other in (select id from here)))
order by d.bits desc, d.id limit :most offset :from;

-- name: count_person_duplicates
with recursive down (id) as (
  select id from network_orgs where id = :workspace
  union
  select o.id from down join network_orgs o on o.parent = down.id where o.kind <> 'ecosystem'),
here (id) as (
  select person from network_affiliations where org in (select id from down))
select count(*) as number from network_duplicate_candidates d
join network_people a on a.id = d.one
join network_people b on b.id = d.other
where d.thing = 'person' and d.state = :state and (:workspace = ''
  or (d.one in (select id from here) and d.other in (select id from here)));

-- name: decide_duplicate
update network_duplicate_candidates set state = :state, decided_by = :by, decided_by_name = :by_name,
  decided_at = :at
where id = :id;

-- name: insert_duplicate
insert into network_duplicate_candidates (id, thing, one, other, bits, words, round, found_at,
  state, decided_by, decided_by_name, decided_at)
values (:id, :thing, :one, :other, :bits, :words, :round, :found_at, :state, :decided_by,
  :decided_by_name, :decided_at);

-- name: forget_duplicate
delete from network_duplicate_candidates where id = :id;
