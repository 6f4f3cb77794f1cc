-- SPDX-License-Identifier: Apache-2.0

-- name: add_job
insert into app_jobs (id, kind, payload, state, tries, run_at)
values (:id, :kind, :payload, 'waiting', 0, :run_at);

-- name: next_due
select min(run_at) as run_at from app_jobs where state <> 'failed';

-- name: claim_job
update app_jobs set state = 'running', claim = :claim, tries = tries + 1, run_at = :lease_ends
where id = (
  select id from app_jobs where state <> 'failed' and run_at <= :now order by run_at, id limit 1)
returning id, kind, payload, tries;

-- name: claim_job [postgres]
update app_jobs set state = 'running', claim = :claim, tries = tries + 1, run_at = :lease_ends
where id = (
  select id from app_jobs where state <> 'failed' and run_at <= :now order by run_at, id limit 1
  for update skip locked)
returning id, kind, payload, tries;

-- Whoever lost the claim to another process has no say any more.
-- name: finish_job
delete from app_jobs where id = :id and claim = :claim;

-- name: retry_job
update app_jobs set state = 'waiting', claim = null, run_at = :run_at, failure = :failure
where id = :id and claim = :claim;

-- name: give_up_job
update app_jobs set state = 'failed', claim = null, failure = :failure
where id = :id and claim = :claim;

-- name: job_counts
select state, count(*) as jobs from app_jobs group by state;

-- name: failed_jobs
select kind, count(*) as jobs, max(failure) as failure from app_jobs
where state = 'failed' group by kind order by kind;

-- name: periodic_jobs
select kind, next_run from app_periodic;

-- name: know_periodic
insert into app_periodic (kind, next_run) values (:kind, :now) on conflict (kind) do nothing;

-- Of all processes that see it due, one moves it on.
-- name: claim_periodic
update app_periodic set next_run = :next_run where kind = :kind and next_run <= :now returning kind;

-- name: has_job_of_kind
select 1 as found from app_jobs where kind = :kind and state <> 'failed' limit 1;
