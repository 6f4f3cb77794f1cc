-- SPDX-License-Identifier: Apache-2.0

-- name: lists_in
select l.id, l.workspace, l.name, l.held_on, l.whereabouts, l.words, l.version,
  count(t.id) as prospects,
  sum(case when t.invited_on <> '' then 1 else 0 end) as invited,
  sum(case when t.reply = 'yes' then 1 else 0 end) as said_yes,
  sum(case when t.reply = 'maybe' then 1 else 0 end) as said_maybe,
  sum(case when t.reply = 'no' then 1 else 0 end) as said_no,
  sum(case when t.attended = 'yes' then 1 else 0 end) as came,
  sum(case when t.contact_on <> '' then 1 else 0 end) as contacts,
  count(distinct case when t.commitment <> '' then t.commitment end) as commitments
from admissions_lists l left join admissions_prospects t on t.list = l.id
where l.workspace = :workspace
group by l.id, l.workspace, l.name, l.held_on, l.whereabouts, l.words, l.version
order by max(l.made_at) desc, l.id;

-- name: find_list
select * from admissions_lists where id = :id;

-- name: insert_list
insert into admissions_lists (id, workspace, name, held_on, whereabouts, words, made_by, made_at,
  version)
values (:id, :workspace, :name, :held_on, :whereabouts, :words, :by, :now, 1);

-- name: change_list
update admissions_lists set name = :name, held_on = :held_on, whereabouts = :whereabouts,
  words = :words, version = version + 1
where id = :id and version = :version;

-- A person's own name and address stand in the directory; an office's address is a fact of it.
-- name: prospects_of
select t.*, coalesce(p.name, t.name) as shown_name, o.name as org_name,
  case when p.email <> '' then p.email when t.email <> '' then t.email
    else coalesce(f.value, '') end as address
from admissions_prospects t
left join network_people p on p.id = t.person
left join network_orgs o on o.id = t.org
left join network_facts f on f.thing = 'organization' and f.subject = t.org and f.field = 'email'
  and t.person = ''
where t.list = :list
order by lower(t.name), t.id;

-- name: find_prospect
select t.*, coalesce(p.name, t.name) as shown_name, o.name as org_name,
  case when p.email <> '' then p.email when t.email <> '' then t.email
    else coalesce(f.value, '') end as address
from admissions_prospects t
left join network_people p on p.id = t.person
left join network_orgs o on o.id = t.org
left join network_facts f on f.thing = 'organization' and f.subject = t.org and f.field = 'email'
  and t.person = ''
where t.id = :id;

-- name: insert_prospect
insert into admissions_prospects (id, list, person, org, name, email, through, invited_on,
  invited_by, mails, reply, replied_on, attended, contact_on, commitment, no_mail_on, added_by,
  added_at)
values (:id, :list, :person, :org, :name, :email, :through, '', '', 0, '', '', '', '', '', '', :by,
  :now);

-- name: keep_prospect
update admissions_prospects set invited_on = :invited_on, invited_by = :invited_by, mails = :mails,
  reply = :reply, replied_on = :replied_on, attended = :attended, contact_on = :contact_on,
  commitment = :commitment, no_mail_on = :no_mail_on
where id = :id;

-- name: take_off
delete from admissions_prospects where id = :id;

-- Colleges and their offices by a part of their name.
-- name: institutions_like
select o.id, o.name, o.region, k.label as kind_label from network_orgs o
join network_kinds k on k.id = o.kind
where o.kind in ('college', 'department', 'admissions-office')
  and lower(o.name) like :words escape '!'
order by lower(o.name), o.id
limit :most;

-- name: open_commitments
select c.id, o.name as org_name, k.label as kind_label
from admissions_commitments c
join network_orgs o on o.id = c.org
join admissions_kinds k on k.id = c.kind
where c.workspace = :workspace and c.state <> 'ended'
order by lower(o.name), k.place, c.id
limit :most;
