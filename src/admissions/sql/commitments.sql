-- SPDX-License-Identifier: Apache-2.0

-- name: all_kinds
select * from admissions_kinds order by place, id;

-- name: record_kind
insert into admissions_kinds (id, label, help, place)
select :id, :label, :help, coalesce(max(place), 0) + 10 from admissions_kinds where 1 = 1
on conflict (id) do update set label = excluded.label, help = excluded.help;

-- name: find_commitment
select c.*, o.name as org_name, k.label as kind_label, 0 as program_count,
  case when o.kind in ('department', 'admissions-office') then coalesce(p.id, o.id)
    else o.id end as institution,
  case when o.kind in ('department', 'admissions-office') then coalesce(p.name, o.name)
    else o.name end as institution_name
from admissions_commitments c
join network_orgs o on o.id = c.org
left join network_orgs p on p.id = o.parent
join admissions_kinds k on k.id = c.kind
where c.id = :id;

-- name: commitments_in
select c.*, o.name as org_name, k.label as kind_label,
  (select count(*) from admissions_commitment_programs s where s.commitment = c.id)
    as program_count,
  case when o.kind in ('department', 'admissions-office') then coalesce(p.id, o.id)
    else o.id end as institution,
  case when o.kind in ('department', 'admissions-office') then coalesce(p.name, o.name)
    else o.name end as institution_name
from admissions_commitments c
join network_orgs o on o.id = c.org
left join network_orgs p on p.id = o.parent
join admissions_kinds k on k.id = c.kind
where (:workspace = '' or c.workspace = :workspace) and (:state = '' or c.state = :state)
  and (:kind = '' or c.kind = :kind) and (:public = 0 or c.is_public = 1)
  and (:due = '' or (c.review_on <> '' and c.review_on <= :due and c.state <> 'ended'))
order by lower(case when o.kind in ('department', 'admissions-office')
    then coalesce(p.name, o.name) else o.name end), c.state_since desc, c.id
limit :most offset :from;

-- name: count_commitments
select c.state, count(*) as number from admissions_commitments c
where (:workspace = '' or c.workspace = :workspace) and (:kind = '' or c.kind = :kind)
group by c.state;

-- name: count_reviews
select count(*) as number from admissions_commitments c
where (:workspace = '' or c.workspace = :workspace) and (:kind = '' or c.kind = :kind)
  and c.review_on <> '' and c.review_on <= :due and c.state <> 'ended';

-- name: count_kinds
select c.kind, count(*) as number from admissions_commitments c
where (:workspace = '' or c.workspace = :workspace) and (:state = '' or c.state = :state)
  and (:public = 0 or c.is_public = 1)
group by c.kind;

-- Those of an institution and its offices: an ecosystem's own, and of others what is public.
-- name: commitments_at
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :org
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select c.*, o.name as org_name, k.label as kind_label,
  (select count(*) from admissions_commitment_programs s where s.commitment = c.id)
    as program_count, :org as institution, '' as institution_name
from admissions_commitments c
join network_orgs o on o.id = c.org
join admissions_kinds k on k.id = c.kind
where c.org in (select id from down)
  and (:workspace = '' or c.workspace = :workspace or (c.is_public = 1 and c.state = 'in_force'))
order by case c.state when 'in_force' then 0 when 'agreed' then 1 when 'discussed' then 2 else 3 end,
  c.state_since desc, c.id;

-- name: insert_commitment
insert into admissions_commitments (id, workspace, org, kind, details, for_all, state, state_since,
  evidence, reason, review_on, is_public, noted_by, noted_at, version)
values (:id, :workspace, :org, :kind, :details, :for_all, :state, :since, :evidence, '', :review_on,
  0, :by, :now, 1);

-- name: change_commitment
update admissions_commitments set kind = :kind, details = :details, for_all = :for_all,
  review_on = :review_on, version = version + 1
where id = :id and version = :version;

-- name: move_commitment
update admissions_commitments set state = :state, state_since = :since, evidence = :evidence,
  reason = :reason, review_on = :review_on, version = version + 1
where id = :id and version = :version;

-- name: show_commitment
update admissions_commitments set is_public = :is_public, version = version + 1
where id = :id and is_public <> :is_public;

-- name: insert_step
insert into admissions_steps (id, commitment, state, said_on, evidence, reason, noted_by, noted_at)
values (:id, :commitment, :state, :said_on, :evidence, :reason, :by, :now);

-- name: steps_of
select * from admissions_steps where commitment = :commitment order by noted_at desc, id desc;

-- name: forget_programs
delete from admissions_commitment_programs where commitment = :commitment;

-- name: add_program
insert into admissions_commitment_programs (commitment, program) values (:commitment, :program)
on conflict (commitment, program) do nothing;

-- name: programs_of
select s.program, o.name from admissions_commitment_programs s
join network_orgs o on o.id = s.program
where s.commitment = :commitment order by lower(o.name), o.id;

-- name: programs_of_all
select s.commitment, o.name from admissions_commitment_programs s
join network_orgs o on o.id = s.program
join admissions_commitments c on c.id = s.commitment
where :workspace = '' or c.workspace = :workspace
order by s.commitment, lower(o.name), o.id;
