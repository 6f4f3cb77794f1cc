-- Reading for This month, the board and the timeline. `:workspaces` is a list of ecosystems between
-- bars, "|lakeside|foothills|": one text for both databases.

-- name: outline
select id, kind, slug, parent, position, title from playbook_items
where kind in ('purpose', 'strategy', 'play')
order by position, title, id;

-- Only one of the branches is read: the narrowest way to the runs that are asked for.
-- name: board_lane
with candidates as (
  select * from playbook_runs
  where :path = 'cell' and workspace = :workspace and strategy = :strategy and state = :state
  union all
  select * from playbook_runs
  where :path = 'ecosystem' and workspace = :workspace and state = :state
  union all
  select * from playbook_runs
  where :path = 'owner' and owner = :owner and state = :state
    and (:everywhere = 1 or workspace in (select id from network_orgs
                                          where kind = 'ecosystem'
                                            and :workspaces like '%|' || id || '|%'))
  union all
  select * from playbook_runs
  where :path = 'play' and play = :play and state = :state
    and (:everywhere = 1 or workspace in (select id from network_orgs
                                          where kind = 'ecosystem'
                                            and :workspaces like '%|' || id || '|%'))
  union all
  select * from playbook_runs
  where :path = 'ecosystems' and state = :state
    and workspace in (select id from network_orgs
                      where kind = 'ecosystem' and :workspaces like '%|' || id || '|%')
), shown as (
  select * from candidates
  where (:strategy = '' or strategy = :strategy) and (:play = '' or play = :play)
    and (:owner = '' or owner = :owner)
  order by case when :newest_first = 1 then '' else coalesce(due_on, '9999') end,
           case when :newest_first = 1 then state_since else '' end desc, id
  limit :most
)
select shown.*, coalesce(counted.steps, 0) as steps,
  coalesce(counted.steps_ticked, 0) as steps_ticked
from shown
left join (select run, count(*) as steps, count(ticked_at) as steps_ticked
           from playbook_run_steps
           where run in (select id from shown)
           group by run) counted on counted.run = shown.id
order by case when :newest_first = 1 then '' else coalesce(due_on, '9999') end,
         case when :newest_first = 1 then state_since else '' end desc, id;

-- For what playbook_run_counts does not know: one play, or one person's runs.
-- name: count_board_runs
with candidates as (
  select * from playbook_runs where :path = 'owner' and owner = :owner
  union all
  select * from playbook_runs where :path = 'play' and play = :play
)
select state, count(*) as runs from candidates
where (:everywhere = 1 or workspace in (select id from network_orgs
                                         where kind = 'ecosystem'
                                           and :workspaces like '%|' || id || '|%'))
  and (:strategy = '' or strategy = :strategy) and (:play = '' or play = :play)
  and (:owner = '' or owner = :owner)
group by state;

-- What is known of a run's days. A run that was told happened when its vignette says; a run
-- that was done here was written up on the day on which its story was published.
-- name: happenings
with candidates as materialized (
  select * from playbook_runs where :path = 'cell' and workspace = :workspace and strategy = :strategy
  union all
  select * from playbook_runs where :path = 'ecosystem' and workspace = :workspace
  union all
  select * from playbook_runs
  where :path = 'owner' and owner = :owner
    and (:everywhere = 1 or workspace in (select id from network_orgs
                                          where kind = 'ecosystem'
                                            and :workspaces like '%|' || id || '|%'))
  union all
  select * from playbook_runs
  where :path = 'play' and play = :play
    and (:everywhere = 1 or workspace in (select id from network_orgs
                                          where kind = 'ecosystem'
                                            and :workspaces like '%|' || id || '|%'))
  union all
  select * from playbook_runs
  where :path = 'ecosystems'
    and workspace in (select id from network_orgs
                      where kind = 'ecosystem' and :workspaces like '%|' || id || '|%')
), runs as materialized (
  select id, title, play, strategy, workspace, owner_name, vignette, source, state, state_since,
    started_on, done_on
  from candidates
  where (:strategy = '' or strategy = :strategy) and (:play = '' or play = :play)
    and (:owner = '' or owner = :owner) and (:state = '' or state = :state)
)
select 'begun' as what, started_on as day, 1 as times, id, title, play, strategy, workspace,
  owner_name, vignette, source
from runs where started_on is not null and source = ''
union all
select 'finished', done_on, 1, id, title, play, strategy, workspace, owner_name, vignette, source
from runs where done_on is not null and source = ''
union all
select 'set_aside', state_since, 1, id, title, play, strategy, workspace, owner_name, vignette,
  source
from runs where state = 'set_aside'
union all
select 'written_up',
  case when source = '' then state_since
       else coalesce((select happened from playbook_items where id = runs.vignette), '') end,
  1, id, title, play, strategy, workspace, owner_name, vignette, source
from runs where state = 'written_up'
union all
select 'notes', max(n.happened_on), count(*), r.id, r.title, r.play, r.strategy, r.workspace,
  r.owner_name, r.vignette, r.source
from runs r join playbook_run_notes n on n.run = r.id
group by r.id, r.title, r.play, r.strategy, r.workspace, r.owner_name, r.vignette, r.source,
  substr(n.happened_on, 1, 7)
order by 2 desc, 5, 4, 1;

-- name: due_runs
select * from playbook_runs
where workspace = :workspace and state in ('planned', 'in_progress')
  and due_on >= :from and due_on <= :until
order by due_on, id
limit :most;

-- name: due_runs_everywhere
select * from playbook_runs
where state in ('planned', 'in_progress') and due_on >= :from and due_on <= :until
order by due_on, id
limit :most;

-- Those that are due soon, or overdue, are left to due_runs.
-- name: silent_runs
select * from playbook_runs
where workspace = :workspace and state in ('planned', 'in_progress') and touched_at < :before
  and (due_on is null or due_on > :due_after)
order by touched_at, id
limit :most;

-- name: silent_runs_everywhere
select * from playbook_runs
where state in ('planned', 'in_progress') and touched_at < :before
  and (due_on is null or due_on > :due_after)
order by touched_at, id
limit :most;

-- name: runs_to_write_up
select * from playbook_runs
where owner = :owner and state = 'done' and vignette = ''
order by done_on, id
limit :most;

-- The stories that a reviewer sent back, for who owns the run and for who told it. Saying that
-- there is a vignette lets its index be used.
-- name: returned_stories
select r.*, v.reviewer_name, v.review_comment, v.reviewed_at
from playbook_revisions v
join playbook_items i on i.id = v.item and i.latest_revision = v.number
join playbook_runs r on r.vignette = i.id
where v.state = 'returned' and r.vignette <> '' and r.state = 'done'
  and (r.owner = :user or v.made_by = :user)
order by v.reviewed_at, r.id;

-- name: count_texts_in_review
select count(*) as texts from playbook_revisions where state = 'review';

-- name: newest_vignettes
select id from playbook_items
where kind = 'vignette' and published_revision is not null
order by first_published_at desc, position desc, id
limit :most;

-- name: texts_changed_since_note
select n.item, n.seen_revision, i.title, i.kind, i.slug, i.published_revision, i.published_at
from playbook_local_notes n join playbook_items i on i.id = n.item
where n.workspace = :workspace and i.published_revision > n.seen_revision
order by i.published_at desc, n.item;

-- name: has_own_runs
select 1 as yes from playbook_runs where workspace = :workspace and source = '' limit 1;
