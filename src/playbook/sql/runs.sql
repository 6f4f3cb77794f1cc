-- name: find_run
select * from playbook_runs where id = :id;

-- name: runs_of_play
select * from playbook_runs where play = :play and workspace = :workspace
order by state_since desc, id desc;

-- Those that are due first; those without a date last.
-- name: open_runs_of_owner
select * from playbook_runs where owner = :owner and state in ('planned', 'in_progress')
order by coalesce(due_on, '9999'), id;

-- name: insert_run
insert into playbook_runs
  (id, play, strategy, workspace, title, state, state_since, owner, owner_name, helpers, started_on,
   due_on, done_on, set_aside_reason, play_revision, vignette, source, made_by, made_at, touched_at,
   version)
values
  (:id, :play, :strategy, :workspace, :title, :state, :state_since, :owner, :owner_name, :helpers,
   :started_on, :due_on, :done_on, '', :play_revision, :vignette, :source, :made_by, :now, :now, 1);

-- name: save_run
update playbook_runs
set play = :play, strategy = :strategy, workspace = :workspace, title = :title, state = :state,
    state_since = :state_since, owner = :owner, owner_name = :owner_name, helpers = :helpers,
    started_on = :started_on, due_on = :due_on, done_on = :done_on,
    set_aside_reason = :set_aside_reason, vignette = :vignette, source = :source,
    touched_at = :now, version = version + 1
where id = :id and version = :version;

-- name: touch_run
update playbook_runs set touched_at = :now where id = :id;

-- name: remove_run
delete from playbook_runs where id = :id;

-- name: insert_run_step
insert into playbook_run_steps (run, position, text, html, ticked_by_name, ticked_at)
values (:run, :position, :text, :html, null, null);

-- name: steps_of_run
select * from playbook_run_steps where run = :run order by position;

-- Only a step that is not as it should be changes, so that two people who tick it make one event.
-- name: tick_run_step
update playbook_run_steps set ticked_by_name = :name, ticked_at = :now
where run = :run and position = :position and ticked_at is null;

-- name: untick_run_step
update playbook_run_steps set ticked_by_name = null, ticked_at = null
where run = :run and position = :position and ticked_at is not null;
