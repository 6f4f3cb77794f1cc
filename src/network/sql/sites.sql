-- SPDX-License-Identifier: Apache-2.0

-- name: sites_of_org
select * from network_sites where org = :org
order by case when ended_at is null then 0 else 1 end, lower(name), id;

-- name: find_site
select * from network_sites where id = :id;

-- name: times_of_site
select * from network_site_times where site = :site order by position;

-- name: insert_site
insert into network_sites (id, org, name, street, city, state, zip, latitude, longitude,
  directions, from_date, until_date, source, as_of, version, noted_by, noted_at)
values (:id, :org, :name, :street, :city, :state, :zip, :latitude, :longitude, :directions,
  :from_date, :until_date, :source, :as_of, 1, :by, :now);

-- name: change_site
update network_sites set name = :name, street = :street, city = :city, state = :state, zip = :zip,
  latitude = :latitude, longitude = :longitude, directions = :directions, from_date = :from_date,
  until_date = :until_date, source = :source, as_of = :as_of, version = version + 1,
  noted_by = :by, noted_at = :now
where id = :id and version = :version and ended_at is null;

-- name: end_site
update network_sites set until_date = :until, version = version + 1, ended_by = :by, ended_at = :now
where id = :id and ended_at is null;

-- name: forget_site_times
delete from network_site_times where site = :site;

-- name: insert_site_time
insert into network_site_times (site, position, days, begins_at, finishes_at, season)
values (:site, :position, :days, :begins_at, :finishes_at, :season);

-- name: fundings_of_org
select f.*, coalesce(o.name, f.funder_name) as shown_name
from network_fundings f left join network_orgs o on o.id = f.funder
where f.org = :org
order by case when f.ended_at is null then 0 else 1 end, f.until_date, f.id;

-- name: find_funding
select f.*, coalesce(o.name, f.funder_name) as shown_name
from network_fundings f left join network_orgs o on o.id = f.funder where f.id = :id;

-- name: insert_funding
insert into network_fundings (id, org, funder, funder_name, amount, award, from_date, until_date,
  source, as_of, version, noted_by, noted_at)
values (:id, :org, :funder, :funder_name, :amount, :award, :from_date, :until_date, :source, :as_of,
  1, :by, :now);

-- name: change_funding
update network_fundings set funder = :funder, funder_name = :funder_name, amount = :amount,
  award = :award, from_date = :from_date, until_date = :until_date, source = :source,
  as_of = :as_of, version = version + 1, noted_by = :by, noted_at = :now
where id = :id and version = :version and ended_at is null;

-- name: end_funding
update network_fundings set until_date = :until, version = version + 1, ended_by = :by,
  ended_at = :now
where id = :id and ended_at is null;
