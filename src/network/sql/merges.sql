-- SPDX-License-Identifier: Apache-2.0

-- name: insert_merge
insert into network_merges (id, number, thing, kept, kept_name, merged, merged_name, workspace,
  journal, merged_by, merged_by_name, merged_at, undone_by, undone_by_name, undone_at, left_words)
select :id, coalesce(max(number), 0) + 1, :thing, :kept, :kept_name, :merged, :merged_name,
  :workspace, :journal, :by, :by_name, :now, '', '', null, ''
from network_merges where 1 = 1;

-- name: find_merge
select * from network_merges where id = :id;

-- name: merges_into
select * from network_merges where thing = :thing and kept = :kept and undone_at is null
order by number desc;

-- name: merge_of
select * from network_merges where thing = :thing and merged = :merged and undone_at is null;

-- name: later_merges
select * from network_merges
where thing = :thing and number > :number and undone_at is null
  and (kept = :subject or merged = :subject)
order by number desc;

-- name: undo_merge
update network_merges set undone_by = :by, undone_by_name = :by_name, undone_at = :now,
  left_words = :left_words
where id = :id and undone_at is null;

-- name: merges_without_record
select m.id, m.thing, m.kept, m.merged from network_merges m
where m.undone_at is null and (
  not exists (select 1 from network_orgs o where m.thing = 'organization' and o.id = m.kept)
  and not exists (select 1 from network_people p where m.thing = 'person' and p.id = m.kept)
  and not exists (select 1 from network_merges n
    where n.thing = m.thing and n.merged = m.kept and n.undone_at is null))
order by m.id limit :most;

-- The record itself.

-- name: forget_org
delete from network_orgs where id = :id;

-- name: restore_org
insert into network_orgs (id, name, short_name, kind, parent, region, cohort, joined, about,
  priorities, url, source, as_of, version, created_at, updated_at, updated_by)
values (:id, :name, :short_name, :kind, :parent, :region, :cohort, :joined, :about, :priorities,
  :url, :source, :as_of, :version, :created_at, :updated_at, :updated_by)
on conflict (id) do update set name = excluded.name, short_name = excluded.short_name,
  kind = excluded.kind, parent = excluded.parent, region = excluded.region,
  cohort = excluded.cohort, joined = excluded.joined, about = excluded.about,
  priorities = excluded.priorities, url = excluded.url, source = excluded.source,
  as_of = excluded.as_of, version = excluded.version, created_at = excluded.created_at,
  updated_at = excluded.updated_at, updated_by = excluded.updated_by;

-- name: forget_person
delete from network_people where id = :id;

-- name: restore_person
insert into network_people (id, name, email, phone, note, make_believe, version, created_at,
  updated_at, updated_by)
values (:id, :name, :email, :phone, :note, :make_believe, :version, :created_at, :updated_at,
  :updated_by)
on conflict (id) do update set name = excluded.name, email = excluded.email,
  phone = excluded.phone, note = excluded.note, make_believe = excluded.make_believe,
  version = excluded.version, created_at = excluded.created_at, updated_at = excluded.updated_at,
  updated_by = excluded.updated_by;

-- name: restore_fact
insert into network_facts (thing, subject, field, value, low, high, source, as_of, noted_by,
  noted_at)
values (:thing, :subject, :field, :value, :low, :high, :source, :as_of, :noted_by, :noted_at)
on conflict (thing, subject, field) do update set value = excluded.value, low = excluded.low,
  high = excluded.high, source = excluded.source, as_of = excluded.as_of,
  noted_by = excluded.noted_by, noted_at = excluded.noted_at;

-- What points to it.

-- name: ids_of_parts
select id from network_orgs where parent = :record order by id;

-- name: move_part
update network_orgs set parent = :to where id = :id and parent = :from;

-- name: affiliation_rows_of_person
select * from network_affiliations where person = :record order by id;

-- name: affiliation_rows_at_org
select * from network_affiliations where org = :record order by id;

-- name: current_affiliation_like
select id from network_affiliations
where person = :person and org = :org and role = :role and ended_at is null;

-- name: move_affiliation_to_org
update network_affiliations set org = :to where id = :id and org = :from;

-- name: move_affiliation_to_person
update network_affiliations set person = :to where id = :id and person = :from;

-- name: find_affiliation_row
select * from network_affiliations where id = :id;

-- name: forget_affiliation
delete from network_affiliations where id = :id;

-- name: restore_affiliation
insert into network_affiliations (id, person, org, role, from_date, until_date, begun_by, begun_at,
  ended_by, ended_at)
values (:id, :person, :org, :role, :from_date, :until_date, :begun_by, :begun_at, :ended_by,
  :ended_at);

-- name: link_rows_of
select * from network_links
where (from_thing = :thing and from_id = :record) or (to_thing = :thing and to_id = :record)
order by id;

-- name: move_link_from
update network_links set from_id = :to where id = :id and from_id = :from;

-- name: move_link_to
update network_links set to_id = :to where id = :id and to_id = :from;

-- name: forget_link
delete from network_links where id = :id;

-- name: restore_link
insert into network_links (id, kind, from_thing, from_id, to_thing, to_id, strength, from_date,
  until_date, last_contact, workspace, is_private, note, source, noted_by, noted_by_name, noted_at,
  ended_by, ended_at, version)
values (:id, :kind, :from_thing, :from_id, :to_thing, :to_id, :strength, :from_date, :until_date,
  :last_contact, :workspace, :is_private, :note, :source, :noted_by, :noted_by_name, :noted_at,
  :ended_by, :ended_at, :version);

-- name: ids_of_permissions
select id from network_permissions where person = :record order by id;

-- name: move_permission
update network_permissions set person = :to where id = :id and person = :from;

-- name: forget_permission
delete from network_permissions where id = :id;

-- name: role_at
select id from identity_grants where org = :org and revoked_at is null limit 1;

-- name: ids_of_org_verifications
select id from network_verifications where thing = 'organization' and subject = :record order by id;

-- name: ids_of_person_verifications
select id from network_verifications where thing = 'person' and subject = :record order by id;

-- name: move_verification
update network_verifications set subject = :to where id = :id and subject = :from;

-- name: ids_of_org_questions
select id from network_questions where thing = 'organization' and subject = :record order by id;

-- name: ids_of_person_questions
select id from network_questions where thing = 'person' and subject = :record order by id;

-- name: move_question
update network_questions set subject = :to where id = :id and subject = :from;

-- name: ids_of_questions_to
select id from network_questions where to_person = :record order by id;

-- name: move_question_to
update network_questions set to_person = :to where id = :id and to_person = :from;
