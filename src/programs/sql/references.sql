-- SPDX-License-Identifier: Apache-2.0
-- Where this room holds the id of an organization or person, for a merge of two records. A program
-- has one rhythm, and one plan with each ecosystem: of two, that of the record that stays counts.

-- name: ids_of_settings
select program as id from programs_settings where program = :record;

-- name: move_settings
update programs_settings set program = :to
where program = :from and :id <> '' and not exists (
  select 1 from programs_settings o where o.program = :to);

-- name: ids_of_plans_with
select id from programs_plans where program = :record order by id;

-- name: move_plan
update programs_plans set program = :to
where id = :id and program = :from and not exists (
  select 1 from programs_plans o
  where o.workspace = programs_plans.workspace and o.program = :to);

-- name: ids_of_steps_with
select s.id from programs_steps s join programs_plans p on p.id = s.plan
where s.program = :record and p.program <> :record order by s.id;

-- name: move_step_program
update programs_steps set program = :to where id = :id and program = :from;

-- name: ids_of_steps_owned
select id from programs_steps where owner_thing = 'person' and owner = :record order by id;

-- name: move_step_owner
update programs_steps set owner = :to where id = :id and owner = :from;

-- name: ids_of_check_ins_with
select id from programs_check_ins where program = :record order by id;

-- name: move_check_in
update programs_check_ins set program = :to where id = :id and program = :from;

-- name: ids_of_needs_of
select id from programs_needs where program = :record order by id;

-- name: move_need_program
update programs_needs set program = :to where id = :id and program = :from;

-- name: ids_of_assets_by_org
select id from programs_assets where offered_thing = 'organization' and offered_id = :record
order by id;

-- name: ids_of_assets_by_person
select id from programs_assets where offered_thing = 'person' and offered_id = :record order by id;

-- name: move_asset
update programs_assets set offered_id = :to where id = :id and offered_id = :from;
