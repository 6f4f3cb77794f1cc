-- SPDX-License-Identifier: Apache-2.0
-- `:people` and `:towards` are JSON lists of ids; `:workspaces` is a list of ecosystems between bars.
-- Of each person the `:most` warmest acquaintances are read, in either direction.

-- name: acquaintances
select l.from_id as near, l.to_id as far, l.strength, l.last_contact, l.id, l.workspace, l.is_private
from json_each(:people) p
join network_links l on l.rowid in (
    select rowid from network_links
    where from_id = p.value and ended_at is null and kind in ('knows', 'introduced', 'reports_to')
      and (is_private = 0 or noted_by = :viewer)
      and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
    order by strength desc, last_contact desc limit :most)
union all
select l.to_id, l.from_id, l.strength, l.last_contact, l.id, l.workspace, l.is_private
from json_each(:people) p
join network_links l on l.rowid in (
    select rowid from network_links
    where to_id = p.value and ended_at is null and kind in ('knows', 'introduced', 'reports_to')
      and (is_private = 0 or noted_by = :viewer)
      and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
    order by strength desc, last_contact desc limit :most);

-- name: acquaintances [postgres]
select l.from_id as near, l.to_id as far, l.strength, l.last_contact, l.id, l.workspace, l.is_private
from json_array_elements_text((:people)::json) as p (value)
join lateral (
    select * from network_links
    where from_id = p.value and ended_at is null and kind in ('knows', 'introduced', 'reports_to')
      and (is_private = 0 or noted_by = :viewer)
      and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
    order by strength desc, last_contact desc limit :most) l on true
union all
select l.to_id, l.from_id, l.strength, l.last_contact, l.id, l.workspace, l.is_private
from json_array_elements_text((:people)::json) as p (value)
join lateral (
    select * from network_links
    where to_id = p.value and ended_at is null and kind in ('knows', 'introduced', 'reports_to')
      and (is_private = 0 or noted_by = :viewer)
      and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
    order by strength desc, last_contact desc limit :most) l on true;

-- Of these only who is among `:towards`: the last step of a search.
-- name: acquaintances_towards
select l.from_id as near, l.to_id as far, l.strength, l.last_contact, l.id, l.workspace, l.is_private
from json_each(:people) p
join network_links l on l.rowid in (
    select link from (
      select rowid as link, to_id as other from network_links
      where from_id = p.value and ended_at is null and kind in ('knows', 'introduced', 'reports_to')
        and (is_private = 0 or noted_by = :viewer)
        and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
      order by strength desc, last_contact desc limit :most)
    where other in (select value from json_each(:towards)))
union all
select l.to_id, l.from_id, l.strength, l.last_contact, l.id, l.workspace, l.is_private
from json_each(:people) p
join network_links l on l.rowid in (
    select link from (
      select rowid as link, from_id as other from network_links
      where to_id = p.value and ended_at is null and kind in ('knows', 'introduced', 'reports_to')
        and (is_private = 0 or noted_by = :viewer)
        and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
      order by strength desc, last_contact desc limit :most)
    where other in (select value from json_each(:towards)));

-- name: acquaintances_towards [postgres]
select l.from_id as near, l.to_id as far, l.strength, l.last_contact, l.id, l.workspace, l.is_private
from json_array_elements_text((:people)::json) as p (value)
join lateral (
    select * from network_links
    where from_id = p.value and ended_at is null and kind in ('knows', 'introduced', 'reports_to')
      and (is_private = 0 or noted_by = :viewer)
      and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
    order by strength desc, last_contact desc limit :most) l on true
where l.to_id = any (array(select json_array_elements_text((:towards)::json)))
union all
select l.to_id, l.from_id, l.strength, l.last_contact, l.id, l.workspace, l.is_private
from json_array_elements_text((:people)::json) as p (value)
join lateral (
    select * from network_links
    where to_id = p.value and ended_at is null and kind in ('knows', 'introduced', 'reports_to')
      and (is_private = 0 or noted_by = :viewer)
      and (:everywhere = 1 or :workspaces like '%|' || workspace || '|%')
    order by strength desc, last_contact desc limit :most) l on true
where l.from_id = any (array(select json_array_elements_text((:towards)::json)));

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
