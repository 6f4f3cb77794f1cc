-- SPDX-License-Identifier: Apache-2.0

-- name: begin_import
insert into imports_imports (id, org, target, file_name, file_bytes, digest, mapping, state,
  message, run, rows_done, rows_all, header, facts, plan_version, target_state, begun_by,
  begun_by_name, begun_at, changed_at, committed_by, committed_by_name, undone_by, undone_by_name)
values (:id, :org, :target, :file_name, :file_bytes, :digest, :mapping, 'cancelled', '', '', 0, 0,
  '[]', '', 0, '', :by, :by_name, :now, :now, '', '', '', '');

-- name: add_piece
insert into imports_pieces (import, position, bytes) values (:import, :position, :bytes);

-- name: file_is_here
update imports_imports set state = 'read' where id = :id;

-- name: count_pieces
select count(*) as pieces from imports_pieces where import = :import;

-- name: piece
select bytes from imports_pieces where import = :import and position = :position;

-- name: find_import
select * from imports_imports where id = :id;

-- name: imports_of_org
select * from imports_imports where org = :org order by begun_at desc, id desc limit 200;

-- name: imports_of_user
select * from imports_imports where begun_by = :user order by begun_at desc, id desc limit 200;

-- name: all_imports
select * from imports_imports order by begun_at desc, id desc limit 200;

-- name: imports_of_same_file
select * from imports_imports
where digest = :digest and target = :target and id <> :id and state = 'committed'
order by committed_at desc limit 5;

-- name: forget_pieces
delete from imports_pieces where import in (
  select id from imports_imports
  where (state in ('undone', 'cancelled') and changed_at < :done_before)
    or (state = 'committed' and committed_at < :done_before)
    or (state in ('read', 'planned') and changed_at < :left_before));

-- name: set_mapping
update imports_imports set mapping = :mapping, target = :target, org = :org, header = :header,
  facts = :facts, message = ''
where id = :id and state in ('read', 'planned');

-- name: ask_for_plan
update imports_imports set state = 'planning', run = '', message = '', rows_done = 0,
  changed_at = :now
where id = :id and state in ('read', 'planned');

-- name: begin_planning
update imports_imports set run = :run, rows_done = 0 where id = :id and state = 'planning';

-- name: note_progress
update imports_imports set rows_done = :rows_done, rows_all = :rows_all
where id = :id and state = 'planning' and run = :run;

-- name: finish_planning
update imports_imports set state = 'planned', rows_done = :rows_done, rows_all = :rows_all,
  header = :header, facts = :facts, message = :message, target_state = :target_state,
  plan_version = plan_version + 1, planned_at = :now, changed_at = :now
where id = :id and state = 'planning' and run = :run;

-- name: ask_for_commit
update imports_imports set state = 'committing', run = '', message = '', changed_at = :now
where id = :id and state = 'planned' and plan_version = :plan_version;

-- name: finish_commit
update imports_imports set state = 'committed', committed_by = :by, committed_by_name = :by_name,
  committed_at = :now, changed_at = :now, message = ''
where id = :id and state = 'committing';

-- name: ask_for_undo
update imports_imports set state = 'undoing', run = '', message = '', changed_at = :now
where id = :id and state = 'committed';

-- name: finish_undo
update imports_imports set state = 'undone', undone_by = :by, undone_by_name = :by_name,
  undone_at = :now, changed_at = :now, message = ''
where id = :id and state = 'undoing';

-- name: cancel_import
update imports_imports set state = 'cancelled', run = '', changed_at = :now
where id = :id and state in ('read', 'planning', 'planned');

-- name: go_back
update imports_imports set state = :back, run = '', message = :message
where id = :id and state = :from;

-- name: touch_plan
update imports_imports set plan_version = plan_version + 1, changed_at = :now where id = :id;

-- name: say
update imports_imports set message = :message where id = :id;
