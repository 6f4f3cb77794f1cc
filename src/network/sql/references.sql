-- SPDX-License-Identifier: Apache-2.0
-- Where sites, funding and introductions hold the id of a record, for a merge.

-- name: ids_of_sites
select id from network_sites where org = :record order by id;

-- name: move_site
update network_sites set org = :to where id = :id and org = :from;

-- name: ids_of_fundings
select id from network_fundings where org = :record order by id;

-- name: move_funding
update network_fundings set org = :to where id = :id and org = :from;

-- name: ids_of_funded
select id from network_fundings where funder = :record order by id;

-- name: move_funded
update network_fundings set funder = :to where id = :id and funder = :from;

-- name: ids_of_introductions_by
select id from network_introductions where introducer = :record order by id;

-- name: move_introduction_by
update network_introductions set introducer = :to where id = :id and introducer = :from;

-- name: ids_of_introductions_to
select id from network_introductions where target = :record order by id;

-- name: move_introduction_to
update network_introductions set target = :to where id = :id and target = :from;

-- name: ids_of_introductions_via
select id from network_introductions where via = :record order by id;

-- name: move_introduction_via
update network_introductions set via = :to where id = :id and via = :from;

-- name: ids_of_introductions_for
select id from network_introductions where asker_person = :record order by id;

-- name: move_introduction_for
update network_introductions set asker_person = :to where id = :id and asker_person = :from;
