-- A play has been enacted where a run of it was written up and its story is published now. The
-- published vignettes are the short side of the join, however many runs there are.

-- name: enactments_of_play
select r.id as run, r.workspace, r.source as told_source, r.done_on, i.id as vignette, i.title,
  i.happened, i.source, i.first_published_at
from playbook_items i join playbook_runs r on r.vignette = i.id and r.vignette <> ''
where i.kind = 'vignette' and i.parent = :play and i.published_revision is not null
  and r.state = 'written_up';

-- name: all_enactments
select i.parent as play, r.id as run, r.workspace, r.source as told_source, r.done_on,
  i.id as vignette, i.title, i.happened, i.source, i.first_published_at
from playbook_items i join playbook_runs r on r.vignette = i.id and r.vignette <> ''
where i.kind = 'vignette' and i.published_revision is not null and r.state = 'written_up';

-- name: runs_told_by
select * from playbook_runs where vignette = :vignette and vignette <> '';

-- name: count_open_runs_of_play
select count(*) as runs from playbook_runs
where play = :play and state in ('planned', 'in_progress');
