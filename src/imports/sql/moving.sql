-- SPDX-License-Identifier: Apache-2.0
-- Two records that become one: rows of files that were about one are about the other.

-- name: rows_of_record
select r.import, r.position from imports_imports i
join imports_rows r on r.import = i.id and r.record = :record and r.record <> ''
where i.target = :target order by r.import, r.position;

-- name: move_row
update imports_rows set record = :to
where import = :import and position = :position and record = :from;
