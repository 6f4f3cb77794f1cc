-- SPDX-License-Identifier: Apache-2.0

-- name: find_plan
select p.*, o.name as program_name from programs_plans p
join network_orgs o on o.id = p.program
where p.workspace = :workspace and p.program = :program;

-- name: insert_plan
insert into programs_plans (id, program, workspace, version, begun_by, begun_at)
values (:id, :program, :workspace, 1, :by, :now)
on conflict (workspace, program) do nothing;

-- name: touch_plan
update programs_plans set version = version + 1 where id = :id;

-- name: goals_of
select * from programs_goals where plan = :plan order by place, id;

-- name: insert_goal
insert into programs_goals (id, plan, place, title)
select :id, :plan, coalesce(max(place), 0) + 1, :title from programs_goals where plan = :plan;

-- name: find_goal
select g.*, p.workspace, p.program from programs_goals g
join programs_plans p on p.id = g.plan where g.id = :id;

-- name: change_goal
update programs_goals set title = :title where id = :id;

-- name: remove_goal
delete from programs_goals where id = :id;

-- name: leave_goal
update programs_steps set goal = '', version = version + 1 where goal = :goal;

-- name: steps_of
select * from programs_steps where plan = :plan order by place, id;

-- name: find_step
select * from programs_steps where id = :id;

-- name: insert_step
insert into programs_steps (id, plan, workspace, program, goal, place, title, side, owner_name,
  owner_thing, owner, due_on, state, state_since, reason, version)
select :id, :plan, :workspace, :program, :goal, coalesce(max(place), 0) + 1, :title, :side,
  :owner_name, :owner_thing, :owner, :due_on, 'open', :today, '', 1
from programs_steps where plan = :plan;

-- name: change_step
update programs_steps set goal = :goal, title = :title, side = :side, owner_name = :owner_name,
  owner_thing = :owner_thing, owner = :owner, due_on = :due_on, version = version + 1
where id = :id and version = :version;

-- name: move_step
update programs_steps set state = :state, state_since = :today, reason = :reason,
  version = version + 1
where id = :id and version = :version;

-- name: notes_of
select * from programs_plan_notes where plan = :plan order by happened_on desc, id desc limit :most;

-- name: insert_note
insert into programs_plan_notes (id, plan, happened_on, text, written_by, written_by_name,
  written_at)
values (:id, :plan, :happened_on, :text, :by, :by_name, :now);

-- name: agreements_of
select * from programs_agreements where plan = :plan order by agreed_on desc, id desc;

-- name: insert_agreement
insert into programs_agreements (id, plan, plan_version, name, agreed_on, how, remark,
  noted_by_name, noted_at)
values (:id, :plan, :plan_version, :name, :agreed_on, :how, :remark, :by_name, :now);

-- name: insert_move
insert into programs_moves (id, thing, subject, state, note, moved_by, moved_by_name, moved_at)
values (:id, :thing, :subject, :state, :note, :by, :by_name, :now);

-- name: moves_of
select * from programs_moves where thing = :thing and subject = :subject order by id;
