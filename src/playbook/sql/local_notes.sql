-- name: find_local_note
select * from playbook_local_notes where workspace = :workspace and item = :item;

-- name: insert_local_note
insert into playbook_local_notes
  (workspace, item, text, html, seen_revision, written_by_name, written_at, version)
values (:workspace, :item, :text, :html, :seen_revision, :by_name, :now, 1)
on conflict (workspace, item) do nothing;

-- name: update_local_note
update playbook_local_notes
set text = :text, html = :html, seen_revision = :seen_revision, written_by_name = :by_name,
    written_at = :now, version = version + 1
where workspace = :workspace and item = :item and version = :based_on;

-- name: mark_note_seen
update playbook_local_notes set seen_revision = :revision
where workspace = :workspace and item = :item and seen_revision < :revision;
