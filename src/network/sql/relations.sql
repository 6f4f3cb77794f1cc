-- SPDX-License-Identifier: Apache-2.0

-- name: permissions_of_person
select * from network_permissions where person = :person order by said_on desc, noted_at desc, id;

-- name: note_permission
insert into network_permissions (id, person, channel, answer, said_on, how, noted_by, noted_at)
values (:id, :person, :channel, :answer, :said_on, :how, :by, :now);

-- name: insert_link
insert into network_links (id, kind, from_thing, from_id, to_thing, to_id, strength, from_date,
  until_date, last_contact, workspace, is_private, note, source, noted_by, noted_by_name, noted_at)
values (:id, :kind, :from_thing, :from_id, :to_thing, :to_id, :strength, :from_date, '',
  :last_contact, :workspace, :is_private, :note, :source, :by, :by_name, :now);

-- name: find_link
select * from network_links where id = :id;

-- name: end_link
update network_links set until_date = :until, ended_by = :by, ended_at = :now,
  version = version + 1
where id = :id and ended_at is null;

-- Of an ecosystem's open knowledge, one that has not ended.
-- name: find_link_between
select * from network_links
where workspace = :workspace and kind = :kind and from_id = :from_id and to_id = :to_id
  and is_private = 0 and ended_at is null;

-- name: change_link
update network_links set strength = :strength, from_date = :from_date,
  last_contact = :last_contact, note = :note, source = :source, version = version + 1
where id = :id and version = :version;

-- name: remove_link
delete from network_links where id = :id and version = :version and ended_at is null;

-- name: links_of
select l.*,
  case l.from_thing when 'person' then (select name from network_people where id = l.from_id)
    else (select name from network_orgs where id = l.from_id) end as from_name,
  case l.to_thing when 'person' then (select name from network_people where id = l.to_id)
    else (select name from network_orgs where id = l.to_id) end as to_name
from network_links l
where (l.from_thing = :thing and l.from_id = :subject) or (l.to_thing = :thing and l.to_id = :subject)
order by l.kind, l.strength desc, l.noted_at desc, l.id;

-- name: people_written_like
select id, name from network_people where id = :written or lower(name) = lower(:written)
order by id limit 3;

-- name: orgs_written_like
select id, name from network_orgs where id = :written or lower(name) = lower(:written)
order by id limit 20;

-- People among these, or with one of these addresses, whose last word on e-mail was no. Both are
-- JSON lists.
-- name: who_refuses_email
select p.id, lower(p.email) as address from network_people p
where (p.id in (select value from json_each(:people))
    or lower(p.email) in (select value from json_each(:addresses)))
  and 'no' = (select s.answer from network_permissions s
    where s.person = p.id and s.channel = 'email'
    order by s.said_on desc, s.noted_at desc, s.id desc limit 1);

-- name: who_refuses_email [postgres]
select p.id, lower(p.email) as address from network_people p
where (p.id = any (array(select json_array_elements_text((:people)::json)))
    or lower(p.email) = any (array(select json_array_elements_text((:addresses)::json))))
  and 'no' = (select s.answer from network_permissions s
    where s.person = p.id and s.channel = 'email'
    order by s.said_on desc, s.noted_at desc, s.id desc limit 1);
