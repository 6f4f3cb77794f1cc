-- SPDX-License-Identifier: Apache-2.0

-- name: fields_of_thing
select f.*, coalesce(own.label, f.label) as shown_label
from network_fields f
left join network_field_labels own on own.field = f.id and own.workspace = :workspace
where f.thing = :thing and f.workspace in ('', :workspace)
order by f.workspace, f.place, f.id;

-- name: find_field
select f.*, f.label as shown_label from network_fields f where f.id = :id;

-- name: insert_field
insert into network_fields (id, thing, workspace, topic, label, help, shape, unit, choices, kinds,
  place, is_public, retired_at)
select :id, :thing, :workspace, :topic, :label, :help, :shape, :unit, :choices, :kinds,
  coalesce(max(place), 0) + 10, :is_public, null
from network_fields where thing = :thing
on conflict (id) do nothing;

-- name: change_field
update network_fields set topic = :topic, label = :label, help = :help, unit = :unit,
  choices = :choices, kinds = :kinds, is_public = :is_public, retired_at = :retired_at
where id = :id;

-- name: label_field
insert into network_field_labels (field, workspace, label) values (:field, :workspace, :label)
on conflict (field, workspace) do update set label = excluded.label;

-- name: unlabel_field
delete from network_field_labels where field = :field and workspace = :workspace;

-- name: facts_of_subject
select * from network_facts where thing = :thing and subject = :subject;

-- name: subjects_with
select subject from network_facts where field = :field and value = :value order by subject;

-- name: note_fact
insert into network_facts (thing, subject, field, value, low, high, source, as_of, noted_by,
  noted_at)
values (:thing, :subject, :field, :value, :low, :high, :source, :as_of, :by, :now)
on conflict (thing, subject, field) do update set value = excluded.value, low = excluded.low,
  high = excluded.high, source = excluded.source, as_of = excluded.as_of,
  noted_by = excluded.noted_by, noted_at = excluded.noted_at;

-- name: forget_fact
delete from network_facts where thing = :thing and subject = :subject and field = :field;

-- name: touch_org
update network_orgs set version = version + 1, updated_at = :now, updated_by = :by
where id = :id and version = :version;

-- name: touch_person
update network_people set version = version + 1, updated_at = :now, updated_by = :by
where id = :id and version = :version;

-- name: forget_facts_of
delete from network_facts where thing = :thing and subject = :subject
  and exists (select 1 from network_orgs where id = :subject and version = :version);

-- What would lose its ground if the organization went.
-- name: org_in_use
select (select count(*) from network_orgs where parent = :org)
  + (select count(*) from network_affiliations where org = :org)
  + (select count(*) from network_links where from_id = :org or to_id = :org)
  + (select count(*) from network_sites where org = :org)
  + (select count(*) from network_fundings where org = :org or funder = :org) as uses;

-- name: remove_org
delete from network_orgs where id = :id and version = :version;
