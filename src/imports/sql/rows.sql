-- SPDX-License-Identifier: Apache-2.0

-- name: forget_rows
delete from imports_rows where import = :import;

-- `rows` is a list of lists in JSON, in the order of these columns.
-- name: add_rows
insert into imports_rows (import, position, line, action, reason, label, record, version,
  new_record, said, changes, cells, question, matches, twin, decided_by, was_left)
select :import, cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), r.value->>2, r.value->>3,
  r.value->>4, r.value->>5, cast(r.value->>6 as bigint), r.value->>7, r.value->>8, r.value->>9,
  r.value->>10, r.value->>11, r.value->>12, cast(r.value->>13 as bigint), '', 0
from json_each(:rows) r;

-- name: add_rows [postgres]
insert into imports_rows (import, position, line, action, reason, label, record, version,
  new_record, said, changes, cells, question, matches, twin, decided_by, was_left)
select :import, cast(r.value->>0 as bigint), cast(r.value->>1 as bigint), r.value->>2, r.value->>3,
  r.value->>4, r.value->>5, cast(r.value->>6 as bigint), r.value->>7, r.value->>8, r.value->>9,
  r.value->>10, r.value->>11, r.value->>12, cast(r.value->>13 as bigint), '', 0
from json_array_elements(cast(:rows as json)) as r(value);

-- name: find_row
select * from imports_rows where import = :import and position = :position;

-- name: rows_from
select * from imports_rows where import = :import and position >= :position
order by position limit :limit;

-- name: rows_of_action
select * from imports_rows where import = :import and action = :action and position >= :position
order by position limit :limit;

-- name: page_of_action
select * from imports_rows where import = :import and action = :action
order by position limit :limit offset :offset;

-- name: count_actions
select action, count(*) as rows from imports_rows where import = :import group by action;

-- name: count_questions
select question, count(*) as rows from imports_rows
where import = :import and action = 'ask' group by question;

-- name: others_of_record
select position, line from imports_rows
where import = :import and record = :record and record <> ''
  and position <> :position
  and action in ('create', 'update', 'unchanged')
limit 1;

-- name: twins_of
select * from imports_rows where import = :import and twin = :twin and twin >= 0 order by position;

-- name: decide_row
update imports_rows set action = :action, reason = :reason, record = :record, version = :version,
  changes = :changes, decided_by = :decided_by
where import = :import and position = :position;

-- name: keep_joined
update imports_rows set action = :action, reason = :reason, record = :record, version = :version,
  changes = :changes, said = :said
where import = :import and position = :position;

-- name: ask_about_row
update imports_rows set action = 'ask', question = :question, reason = :reason, twin = :twin,
  record = '', changes = '', matches = :matches, said = :said
where import = :import and position = :position;

-- name: leave_record
update imports_rows set was_left = 1 where import = :import and record = :record and record <> '';
