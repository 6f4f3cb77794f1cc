-- name: add_to_run_count
insert into playbook_run_counts (workspace, strategy, state, runs)
select :workspace, :strategy, column1, column2
from (values (:from, -1), (:to, 1)) as moved
where column1 <> ''
on conflict (workspace, strategy, state)
  do update set runs = playbook_run_counts.runs + excluded.runs;

-- name: run_counts
select workspace, strategy, state, runs from playbook_run_counts where runs <> 0
order by workspace, strategy, state;

-- name: run_counts_of
select workspace, strategy, state, runs from playbook_run_counts
where workspace = :workspace and runs <> 0
order by strategy, state;

-- name: recounted_runs
select workspace, strategy, state, count(*) as runs from playbook_runs
group by workspace, strategy, state
order by workspace, strategy, state;

-- name: forget_run_counts
delete from playbook_run_counts;

-- name: keep_recounted_runs
insert into playbook_run_counts (workspace, strategy, state, runs)
select workspace, strategy, state, count(*) from playbook_runs
group by workspace, strategy, state;
