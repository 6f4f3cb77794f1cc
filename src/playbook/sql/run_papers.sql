-- What gathers in the folder of a run: notes, evidence, and who was involved.

-- name: insert_run_note
insert into playbook_run_notes
  (id, run, happened_on, text, html, written_by_name, written_at, via)
values (:id, :run, :happened_on, :text, :html, :name, :now, :via);

-- name: notes_of_run
select * from playbook_run_notes where run = :run order by happened_on, written_at, id;

-- name: find_run_note
select * from playbook_run_notes where id = :id;

-- name: insert_run_evidence
insert into playbook_run_evidence
  (id, run, kind, title, url, file_name, content_type, size, content, added_by_name, added_at)
values
  (:id, :run, :kind, :title, :url, :file_name, :content_type, :size, :content, :name, :now);

-- name: evidence_of_run
select id, run, kind, title, url, file_name, content_type, size, added_by_name, added_at
from playbook_run_evidence where run = :run order by added_at, id;

-- name: find_run_evidence
select id, run, kind, title, url, file_name, content_type, size, added_by_name, added_at
from playbook_run_evidence where run = :run and id = :id;

-- name: content_of_run_evidence
select content from playbook_run_evidence where run = :run and id = :id;

-- name: remove_run_evidence
delete from playbook_run_evidence where run = :run and id = :id;

-- name: insert_run_involved
insert into playbook_run_involved
  (id, run, kind, ref, name, part, consent, consent_on, consent_how, added_by_name, added_at)
values (:id, :run, :kind, :ref, :name, :part, 'not_asked', null, '', :by, :now);

-- name: involved_in_run
select * from playbook_run_involved where run = :run order by added_at, id;

-- name: find_run_involved
select * from playbook_run_involved where run = :run and id = :id;

-- name: set_run_consent
update playbook_run_involved
set consent = :consent, consent_on = :consent_on, consent_how = :consent_how
where run = :run and id = :id;

-- name: remove_run_involved
delete from playbook_run_involved where run = :run and id = :id;
