-- name: find_item
select * from playbook_items where id = :id;

-- name: published_items
select * from playbook_items
where kind = :kind and published_revision is not null
order by position, title, id;

-- name: published_parts
select * from playbook_items
where parent = :parent and kind = :kind and published_revision is not null
order by position, happened, title, id;

-- name: all_items
select * from playbook_items order by id;

-- name: newest_items
select * from playbook_items
where published_revision is not null and kind not in ('purpose', 'definition')
order by published_at desc, id
limit :most;

-- name: items_to_look_at_again
select * from playbook_items
where review_on is not null and review_on <= :until and published_revision is not null
order by review_on, id;

-- name: insert_item
insert into playbook_items
  (id, kind, slug, parent, position, title, summary, origin, ecosystem, happened, source, plain,
   published_revision, latest_revision, published_at, first_published_at, review_on)
values
  (:id, :kind, :slug, :parent, :position, :title, :summary, :origin, :ecosystem, :happened,
   :source, '', null, 0, null, null, null)
on conflict (id) do nothing;

-- name: set_latest_revision
update playbook_items set latest_revision = latest_revision + 1
where id = :id and latest_revision = :based_on;

-- name: show_published
update playbook_items
set parent = :parent, position = :position, title = :title, summary = :summary, origin = :origin,
    ecosystem = :ecosystem, happened = :happened, source = :source, plain = :plain,
    published_revision = :revision, published_at = :now,
    first_published_at = coalesce(first_published_at, :now), review_on = :review_on
where id = :id;

-- name: item_sections
select heading, html from playbook_sections where item = :item order by position;

-- name: clear_sections
delete from playbook_sections where item = :item;

-- name: insert_section
insert into playbook_sections (item, position, heading, html)
values (:item, :position, :heading, :html);

-- name: insert_revision
insert into playbook_revisions
  (item, number, text, state, made_by, made_by_name, made_at, note,
   reviewer, reviewer_name, reviewed_at, review_comment)
values
  (:item, :number, :text, 'draft', :made_by, :made_by_name, :now, :note, null, null, null, null);

-- name: find_revision
select * from playbook_revisions where item = :item and number = :number;

-- name: revisions_of
select item, number, '' as text, state, made_by, made_by_name, made_at, note, reviewer_name,
       reviewed_at, review_comment
from playbook_revisions where item = :item order by number desc;

-- name: revisions_in_review
select item, number, '' as text, state, made_by, made_by_name, made_at, note, reviewer_name,
       reviewed_at, review_comment
from playbook_revisions where state = 'review' order by made_at, item;

-- name: move_revision
update playbook_revisions
set state = :state, reviewer = :reviewer, reviewer_name = :reviewer_name, reviewed_at = :now,
    review_comment = :comment
where item = :item and number = :number;

-- name: published_text
select r.text from playbook_revisions r
join playbook_items i on i.id = r.item and i.published_revision = r.number
where i.id = :id;

-- name: all_published_texts
select i.id, r.text from playbook_items i
join playbook_revisions r on r.item = i.id and r.number = i.published_revision
order by i.id;
