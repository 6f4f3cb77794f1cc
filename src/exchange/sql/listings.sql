-- SPDX-License-Identifier: Apache-2.0
-- Everything here may be read by visitors: organizations, public facts, sites in use.

-- name: listings_after
select o.id, o.name, o.short_name, o.about, o.url, o.updated_at,
  p.id as host, p.name as host_name, p.about as host_about, p.url as host_url, p.kind as host_kind
from network_orgs o left join network_orgs p on p.id = o.parent
where o.kind in ('pcsp', 'offering') and o.id > :after order by o.id limit :most;

-- name: find_listing
select o.id, o.name, o.short_name, o.about, o.url, o.updated_at,
  p.id as host, p.name as host_name, p.about as host_about, p.url as host_url, p.kind as host_kind
from network_orgs o left join network_orgs p on p.id = o.parent
where o.kind in ('pcsp', 'offering') and o.id = :id;

-- An empty condition leaves everything in. `words` is in lower case with % around it.
-- name: page_of_listings
select o.id from network_orgs o
where o.kind in ('pcsp', 'offering')
  and (:words = '' or lower(o.name) like :words escape '!' or lower(o.about) like :words escape '!')
  and (:org = '' or o.id = :org or o.parent = :org)
  and (:since = '' or o.updated_at >= :since)
order by o.id limit :most offset :from;

-- name: count_listings
select count(*) as number from network_orgs o
where o.kind in ('pcsp', 'offering')
  and (:words = '' or lower(o.name) like :words escape '!' or lower(o.about) like :words escape '!')
  and (:org = '' or o.id = :org or o.parent = :org)
  and (:since = '' or o.updated_at >= :since);

-- name: facts_of_listings
select f.subject, f.field, f.value from network_facts f
join network_fields d on d.id = f.field
where f.thing = 'organization' and f.subject >= :first and f.subject <= :last
  and d.is_public = 1 and d.workspace = '';

-- name: sites_of_listings
select * from network_sites
where org >= :first and org <= :last and ended_at is null order by org, noted_at, id;

-- name: times_of_listings
select t.site, t.days, t.begins_at, t.finishes_at, t.season
from network_site_times t join network_sites s on s.id = t.site
where s.org >= :first and s.org <= :last and s.ended_at is null order by t.site, t.position;

-- Those that run programs of others' ecosystems; a program without one runs itself.
-- name: hosts_after
select p.id, p.name, p.about, p.url from network_orgs p
where p.id > :after
  and p.kind not in ('ecosystem', 'network', 'hub', 'parent-organization', 'community-of-practice',
    'backbone', 'coalition')
  and exists (select 1 from network_orgs o where o.parent = p.id and o.kind in ('pcsp', 'offering'))
order by p.id limit :most;

-- name: find_host
select p.id, p.name, p.about, p.url from network_orgs p
where p.id = :id
  and p.kind not in ('ecosystem', 'network', 'hub', 'parent-organization', 'community-of-practice',
    'backbone', 'coalition')
  and exists (select 1 from network_orgs o where o.parent = p.id and o.kind in ('pcsp', 'offering'));

-- name: directory_number
select number from network_directory;

-- name: listed_ids_changed_since
select o.id, o.parent from network_changes c join network_orgs o on o.id = c.subject
where c.thing = 'organization' and c.number > :number and o.kind in ('pcsp', 'offering');

-- name: listed_ids_after
select id, parent from network_orgs
where kind in ('pcsp', 'offering') and id > :after order by id limit :most;
