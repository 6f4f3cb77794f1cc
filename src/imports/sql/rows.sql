-- SPDX-License-Identifier: Apache-2.0

-- name: forget_rows
delete from imports_rows where import = :import;

-- name: add_row
insert into imports_rows (import, position, line, action, reason, label, record, version,
  new_record, said, changes, cells, question, matches, twin, decided_by, was_left)
values (:import, :position, :line, :action, :reason, :label, :record, :version, :new_record, :said,
  :changes, :cells, :question, :matches, :twin, '', 0);

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

-- name: ask_about_row
update imports_rows set action = 'ask', question = :question, reason = :reason, twin = :twin,
  record = '', changes = '', matches = :matches, said = :said
where import = :import and position = :position;

-- name: leave_record
update imports_rows set was_left = 1 where import = :import and record = :record and record <> '';
