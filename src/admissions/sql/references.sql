-- SPDX-License-Identifier: Apache-2.0
-- Where this room holds the id of an organization or person, for a merge of two records.

-- name: ids_of_commitments
select id from admissions_commitments where org = :record order by id;

-- name: move_commitment_org
update admissions_commitments set org = :to where id = :id and org = :from;

-- name: ids_of_commitments_for
select commitment as id from admissions_commitment_programs where program = :record
order by commitment;

-- name: move_commitment_for
update admissions_commitment_programs set program = :to
where commitment = :id and program = :from and not exists (
  select 1 from admissions_commitment_programs o
  where o.commitment = :id and o.program = :to);

-- name: ids_of_notes_at
select id from admissions_notes where org = :record order by id;

-- name: move_note_org
update admissions_notes set org = :to where id = :id and org = :from;

-- name: ids_of_plans_at
select id from admissions_plans where org = :record order by id;

-- name: move_plan_org
update admissions_plans set org = :to where id = :id and org = :from;

-- name: ids_of_prospect_people
select id from admissions_prospects where person = :record order by id;

-- name: move_prospect_person
update admissions_prospects set person = :to
where id = :id and person = :from and not exists (
  select 1 from admissions_prospects o
  where o.list = admissions_prospects.list and o.person = :to);

-- name: ids_of_prospect_orgs
select id from admissions_prospects where org = :record order by id;

-- name: move_prospect_org
update admissions_prospects set org = :to where id = :id and org = :from;
