-- SPDX-License-Identifier: Apache-2.0

-- name: programs_in
with recursive down (id) as (
  select id from network_orgs where id = :workspace
  union
  select o.id from down join network_orgs o on o.parent = down.id where o.kind <> 'ecosystem')
select o.id, o.name, o.region, s.rhythm_days
from network_orgs o
join down on down.id = o.id
left join programs_settings s on s.program = o.id
where o.kind = 'pcsp'
order by lower(o.name), o.id;

-- name: rhythm_of
select rhythm_days from programs_settings where program = :program;

-- name: keep_rhythm
insert into programs_settings (program, rhythm_days, changed_by, changed_at)
values (:program, :rhythm_days, :by, :now)
on conflict (program) do update set rhythm_days = excluded.rhythm_days,
  changed_by = excluded.changed_by, changed_at = excluded.changed_at;

-- The counts below are of one program where `:program` names it, else of all of the ecosystem.

-- name: step_counts
select program, count(*) as steps,
  sum(case when state = 'done' then 1 else 0 end) as done,
  sum(case when state = 'open' and due_on <> '' and due_on < :today then 1 else 0 end) as overdue,
  min(case when state = 'open' and due_on <> '' and due_on < :today then due_on end)
    as overdue_since
from programs_steps
where workspace = :workspace and state <> 'dropped' and (:program = '' or program = :program)
group by program;

-- name: plans_in
select p.program, count(a.id) as agreements from programs_plans p
left join programs_agreements a on a.plan = p.id
where p.workspace = :workspace and (:program = '' or p.program = :program)
group by p.program;

-- name: need_counts
select program,
  sum(case when state = 'open' then 1 else 0 end) as open_needs,
  sum(case when state = 'open' and urgency = 3 then 1 else 0 end) as urgent_needs,
  min(case when state = 'open' and urgency = 3 then noted_on end) as urgent_since
from programs_needs
where workspace = :workspace and state in ('open', 'matched')
  and (:program = '' or program = :program)
group by program;

-- name: last_check_ins
with latest as (
  select program, max(happened_on) as happened_on from programs_check_ins
  where workspace = :workspace and (:program = '' or program = :program)
  group by program)
select c.program, c.happened_on, max(c.next_by) as next_by
from latest l
join programs_check_ins c on c.workspace = :workspace and c.program = l.program
  and c.happened_on = l.happened_on
group by c.program, c.happened_on;

-- name: check_ins_of
select * from programs_check_ins where workspace = :workspace and program = :program
order by happened_on desc, id desc limit :most;

-- name: insert_check_in
insert into programs_check_ins (id, workspace, program, happened_on, who, spoke_with, how, said,
  next_by, logged_by, logged_by_name, logged_at)
values (:id, :workspace, :program, :happened_on, :who, :spoke_with, :how, :said, :next_by, :by,
  :by_name, :now);

-- name: find_reminder
select is_on from programs_reminders where workspace = :workspace;

-- name: switch_reminder
insert into programs_reminders (workspace, is_on, reminded_on) values (:workspace, :is_on, '')
on conflict (workspace) do update set is_on = excluded.is_on;

-- Nothing is done where another process was quicker.
-- name: note_reminded
insert into programs_reminders (workspace, is_on, reminded_on) values (:workspace, 1, :today)
on conflict (workspace) do update set reminded_on = excluded.reminded_on
where programs_reminders.is_on = 1 and programs_reminders.reminded_on < :before;

-- Ecosystems that check in with their programs at all.
-- name: ecosystems_checking_in
select distinct workspace from programs_check_ins order by workspace;
