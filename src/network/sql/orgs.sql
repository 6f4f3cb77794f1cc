-- SPDX-License-Identifier: Apache-2.0

-- name: all_kinds
select id, label, plural from network_kinds order by place, id;

-- name: record_kind
insert into network_kinds (id, label, plural, place)
select :id, :label, :plural, coalesce(max(place), 0) + 10 from network_kinds where 1 = 1
on conflict (id) do update set label = excluded.label, plural = excluded.plural;

-- name: find_org
select * from network_orgs where id = :id;

-- name: all_orgs
select id, name, short_name, kind, parent, region, cohort from network_orgs;

-- name: records_after
select * from network_orgs where id > :after order by id limit :most;

-- name: parts_of_org
select id, name, short_name, kind, parent, region, cohort from network_orgs where parent = :org;

-- name: page_of_parts
select id, name, short_name, kind, parent, region, cohort from network_orgs where parent = :org
order by lower(name), id limit :most offset :from;

-- name: count_parts
select count(*) as number from network_orgs where parent = :org;

-- name: first_orgs
select id, name, short_name, kind, parent, region, cohort from network_orgs
order by lower(name), id limit :most;

-- An ecosystem inside of another keeps what is its own.
-- name: orgs_in_workspace
with recursive down (id) as (
  select id from network_orgs where id = :workspace
  union
  select o.id from down join network_orgs o on o.parent = down.id where o.kind <> 'ecosystem')
select o.id, o.name, o.short_name, o.kind, o.parent, o.region, o.cohort
from network_orgs o join down on down.id = o.id
order by lower(o.name), o.id limit :most;

-- name: orgs_called
select id, name, short_name, kind, parent, region, cohort from network_orgs
where lower(name) = lower(:name) and name = :name order by id limit 2;

-- name: orgs_of_kind
select id, name, short_name, kind, parent, region, cohort from network_orgs where kind = :kind;

-- The depth ends a circle that a bug or a hand at the database made.
-- name: workspace_of_org
with recursive up (id, parent, kind, depth) as (
  select id, parent, kind, 0 from network_orgs where id = :org
  union all
  select o.id, o.parent, o.kind, up.depth + 1
  from up join network_orgs o on o.id = up.parent
  where up.kind <> 'ecosystem' and up.depth < 50)
select id from up where kind = 'ecosystem' order by depth limit 1;

-- From the organization itself to the outermost. The depth ends a circle.
-- name: line_of_org
with recursive up (id, parent, depth) as (
  select id, parent, 0 from network_orgs where id = :org
  union all
  select o.id, o.parent, up.depth + 1
  from up join network_orgs o on o.id = up.parent
  where up.depth < 50)
select o.id, o.name, o.short_name, o.kind, o.parent, o.region, o.cohort
from up join network_orgs o on o.id = up.id order by up.depth;

-- Those from which nobody comes to the outermost: they are in a circle, or below one.
-- name: orgs_without_end
with recursive down (id) as (
  select o.id from network_orgs o left join network_orgs p on p.id = o.parent where p.id is null
  union
  select o.id from down join network_orgs o on o.parent = down.id)
select o.id, o.name, o.short_name, o.kind, o.parent, o.region, o.cohort
from network_orgs o left join down on down.id = o.id
where down.id is null order by o.id limit :most;

-- name: orgs_without_parent
select o.id, o.parent from network_orgs o left join network_orgs p on p.id = o.parent
where o.parent <> '' and p.id is null order by o.id limit :most;

-- An id that was merged still leads to the record that stayed, so it is not given again.
-- name: record_org
insert into network_orgs (id, name, short_name, kind, parent, region, cohort, joined, about,
  priorities, url, source, as_of, version, created_at, updated_at, updated_by)
select :id, :name, :short_name, :kind, :parent, :region, :cohort, :joined, :about,
  :priorities, :url, :source, :as_of, 1, :now, :now, :by
where not exists (select 1 from network_merges
  where thing = 'organization' and merged = :id and undone_at is null)
on conflict (id) do nothing;

-- name: change_org
update network_orgs set name = :name, short_name = :short_name, kind = :kind, parent = :parent,
  region = :region, cohort = :cohort, joined = :joined, about = :about, priorities = :priorities,
  url = :url, source = :source, as_of = :as_of, version = version + 1, updated_at = :now,
  updated_by = :by
where id = :id and version = :version;
