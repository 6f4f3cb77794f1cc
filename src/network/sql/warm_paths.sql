-- SPDX-License-Identifier: Apache-2.0
-- `:people` is a JSON list of ids; `:workspaces` is a list of ecosystems between bars.

-- name: acquaintances
select from_id as near, to_id as far, strength, last_contact, id, workspace, is_private
from network_links
where from_id in (select value from json_each(:people))
  and kind in ('knows', 'introduced', 'reports_to') and ended_at is null
  and (is_private = 0 or noted_by = :viewer)
  and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
union all
select to_id, from_id, strength, last_contact, id, workspace, is_private
from network_links
where to_id in (select value from json_each(:people))
  and kind in ('knows', 'introduced', 'reports_to') and ended_at is null
  and (is_private = 0 or noted_by = :viewer)
  and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%');

-- name: acquaintances [postgres]
select from_id as near, to_id as far, strength, last_contact, id, workspace, is_private
from network_links
where from_id = any (array(select json_array_elements_text((:people)::json)))
  and kind in ('knows', 'introduced', 'reports_to') and ended_at is null
  and (is_private = 0 or noted_by = :viewer)
  and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
union all
select to_id, from_id, strength, last_contact, id, workspace, is_private
from network_links
where to_id = any (array(select json_array_elements_text((:people)::json)))
  and kind in ('knows', 'introduced', 'reports_to') and ended_at is null
  and (is_private = 0 or noted_by = :viewer)
  and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%');

-- name: people_at_org
with recursive down (id, depth) as (
  select id, 0 from network_orgs where id = :org
  union all
  select o.id, down.depth + 1
  from down join network_orgs o on o.parent = down.id
  where o.kind <> 'ecosystem' and down.depth < 50)
select distinct person from network_affiliations
where org in (select id from down) and ended_at is null
order by person;

-- Everybody who is at an organization of this kind, in this state or of a college there; anywhere
-- where `:state` is empty.
-- name: people_of_kind
select distinct a.person
from network_orgs o
join network_affiliations a on a.org = o.id and a.ended_at is null
where o.kind = :kind and (:state = '' or exists (
  select 1 from network_facts f
  where f.thing = 'organization' and f.subject in (o.id, o.parent) and f.field = 'state'
    and f.value = :state))
order by a.person
limit :most;

-- name: orgs_of_kind_in_state
select count(*) as orgs from network_orgs o
where o.kind = :kind and (:state = '' or exists (
  select 1 from network_facts f
  where f.thing = 'organization' and f.subject in (o.id, o.parent) and f.field = 'state'
    and f.value = :state));
