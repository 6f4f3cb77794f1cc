-- SPDX-License-Identifier: Apache-2.0

-- name: newest_criteria_set
select * from outreach_criteria_sets where workspace = :workspace order by version desc limit 1;

-- name: criteria_of_set
select * from outreach_criteria where criteria_set = :id order by place, key;

-- name: insert_criteria_set
insert into outreach_criteria_sets (id, workspace, version, goal, made_by, made_at)
values (:id, :workspace, :version, :goal, :by, :now);

-- name: insert_criterion
insert into outreach_criteria (criteria_set, place, key, label, kind, field, rule, threshold,
  weight, levels, source)
values (:criteria_set, :place, :key, :label, :kind, :field, :rule, :threshold, :weight, :levels,
  :source);

-- name: candidates_of
select c.*, o.name as program_name from outreach_candidates c
join network_orgs o on o.id = c.program
where c.workspace = :workspace;

-- name: find_candidate
select c.*, o.name as program_name from outreach_candidates c
join network_orgs o on o.id = c.program
where c.id = :id;

-- name: insert_candidate
insert into outreach_candidates (id, workspace, program, stage, stage_since, reason, added_by,
  added_at, version)
values (:id, :workspace, :program, 'identified', :today, '', :by, :now, 1)
on conflict (workspace, program) do nothing;

-- name: move_candidate
update outreach_candidates set stage = :stage, stage_since = :today, reason = :reason,
  version = version + 1
where id = :id and version = :version;

-- name: touch_candidate
update outreach_candidates set version = version + 1 where id = :id and version = :version;

-- name: scores_of
select * from outreach_scores where candidate = :candidate;

-- name: scores_in
select s.* from outreach_scores s
join outreach_candidates c on c.id = s.candidate
where c.workspace = :workspace;

-- name: keep_score
insert into outreach_scores (candidate, key, points, note, scored_by, scored_at)
values (:candidate, :key, :points, :note, :by, :now)
on conflict (candidate, key) do update set points = excluded.points, note = excluded.note,
  scored_by = excluded.scored_by, scored_at = excluded.scored_at;

-- name: forget_score
delete from outreach_scores where candidate = :candidate and key = :key;

-- Programs of the directory with what is known of them in the fields that cuts ask for; `:fields`
-- is a list between bars. A program of which nothing is known has one row without a field.
-- name: programs_with_facts
select o.id, o.name, o.region, f.field, f.value
from network_orgs o
left join network_facts f on f.thing = 'organization' and f.subject = o.id
  and :fields like '%|' || f.field || '|%'
where o.kind = 'pcsp'
order by lower(o.name), o.id;

-- name: facts_of_candidates
select c.id, f.field, f.value
from outreach_candidates c
join network_facts f on f.thing = 'organization' and f.subject = c.program
where c.workspace = :workspace and :fields like '%|' || f.field || '|%';

-- name: facts_of_program
select field, value from network_facts
where thing = 'organization' and subject = :program and :fields like '%|' || field || '|%';

-- name: program_fields
select id, label from network_fields
where thing = 'organization' and workspace in ('', :workspace) and retired_at is null
  and (kinds = '' or kinds like '%|pcsp|%')
order by workspace, place, id;
