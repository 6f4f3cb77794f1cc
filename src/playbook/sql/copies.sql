-- name: insert_copy
insert into playbook_copies
  (id, item, item_revision, workspace, title, text, html, made_by, made_by_name, made_at,
   changed_at, version)
values
  (:id, :item, :item_revision, :workspace, :title, :text, :html, :by, :by_name, :now, :now, 1);

-- name: find_copy
select * from playbook_copies where id = :id;

-- name: change_copy
update playbook_copies
set title = :title, text = :text, html = :html, changed_at = :now, version = version + 1
where id = :id and version = :based_on;

-- name: copies_of_item
select * from playbook_copies where item = :item order by made_at desc;

-- name: copies_in_workspace
select * from playbook_copies where workspace = :workspace order by changed_at desc;

-- name: count_copies
select item, count(*) as copies, count(distinct workspace) as ecosystems
from playbook_copies group by item;
