-- SPDX-License-Identifier: Apache-2.0
-- Two organizations or people that become one.

-- name: ids_of_involved_org
select id from playbook_run_involved where kind = 'organization' and ref = :record order by id;

-- name: ids_of_involved_person
select id from playbook_run_involved where kind = 'person' and ref = :record order by id;

-- name: move_involved
update playbook_run_involved set ref = :to where id = :id and ref = :from;
