-- What This month asks of the hub, which sees every ecosystem: the open runs that are due first
-- and those that are quiet longest, however many runs there are.
create index playbook_runs_open_due on playbook_runs (due_on)
  where state in ('planned', 'in_progress');
create index playbook_runs_open_touched on playbook_runs (touched_at)
  where state in ('planned', 'in_progress');
