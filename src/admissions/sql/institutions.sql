-- SPDX-License-Identifier: Apache-2.0

-- The institution and its offices and departments, admissions first.
-- name: offices_of
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :org
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select o.id, o.name, o.kind, o.priorities, k.label as kind_label
from down join network_orgs o on o.id = down.id join network_kinds k on k.id = o.kind
where o.id = :org or o.kind in ('department', 'admissions-office')
order by case when o.id = :org then 0 when o.kind = 'admissions-office' then 1 else 2 end,
  lower(o.name), o.id
limit :most;

-- name: contacts_of
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :org
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select a.org, a.person, a.role, p.name
from network_affiliations a
join network_people p on p.id = a.person
where a.org in (select id from down) and a.ended_at is null
order by lower(p.name), p.id
limit :most;

-- Programs that are part of the institution, and those that it is noted to house.
-- name: programs_housed
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :org
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select id, name from (
  select o.id, o.name from network_orgs o where o.kind = 'pcsp' and o.id in (select id from down)
  union
  select o.id, o.name from network_links l
  join network_orgs o on o.id = l.to_id
  where l.kind = 'houses' and l.from_thing = 'organization' and l.to_thing = 'organization'
    and l.ended_at is null and (l.is_private = 0 or l.noted_by = :viewer)
    and (:workspace = '' or l.workspace = :workspace)
    and o.kind = 'pcsp' and l.from_id in (select id from down)) as housed
order by lower(name), id;

-- name: programs_in
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :workspace
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select o.id, o.name from network_orgs o
where o.kind = 'pcsp' and o.id in (select id from down)
order by lower(o.name), o.id
limit :most;

-- name: notes_at
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :org
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select n.*, o.name as org_name from admissions_notes n
join network_orgs o on o.id = n.org
where n.org in (select id from down) and (:workspace = '' or n.workspace = :workspace)
order by n.as_of desc, n.noted_at desc, n.id;

-- name: insert_note
insert into admissions_notes (id, workspace, org, topic, words, source, as_of, noted_by, noted_at)
values (:id, :workspace, :org, :topic, :words, :source, :as_of, :by, :now);

-- name: find_note
select n.*, o.name as org_name from admissions_notes n
join network_orgs o on o.id = n.org where n.id = :id;

-- name: supersede_note
update admissions_notes set superseded_by = :by, superseded_at = :now
where id = :id and superseded_at is null;

-- name: plans_at
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :org
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select p.* from admissions_plans p
where p.org in (select id from down) and p.done_at is null
  and (:workspace = '' or p.workspace = :workspace)
order by case when p.due_on = '' then 1 else 0 end, p.due_on, p.noted_at, p.id;

-- name: insert_plan
insert into admissions_plans (id, workspace, org, what, due_on, noted_by, noted_at)
values (:id, :workspace, :org, :what, :due_on, :by, :now);

-- name: find_plan
select * from admissions_plans where id = :id;

-- name: finish_plan
update admissions_plans set done_by = :by, done_at = :now where id = :id and done_at is null;
