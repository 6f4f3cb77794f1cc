-- SPDX-License-Identifier: Apache-2.0

-- name: note_verification
insert into network_verifications (id, thing, subject, said_on, how, said_by, note, noted_by,
  noted_at)
values (:id, :thing, :subject, :said_on, :how, :said_by, :note, :by, :now);

-- name: verifications_of
select * from network_verifications where thing = :thing and subject = :subject
order by said_on desc, noted_at desc, id desc;

-- name: ask_question
insert into network_questions (id, thing, subject, workspace, to_name, to_email, to_person, asked_by,
  asked_by_name, asked_at, answer, note, answered_at)
values (:id, :thing, :subject, :workspace, :to_name, :to_email, :to_person, :by, :by_name, :now,
  null, '', null);

-- name: find_question
select * from network_questions where id = :id;

-- name: questions_about
select * from network_questions where thing = :thing and subject = :subject
order by asked_at desc, id desc;

-- name: answer_question
update network_questions set answer = :answer, note = :note, answered_at = :now where id = :id;

-- The latest word on each organization of an ecosystem; its own start where nobody said anything.
-- name: orgs_to_verify
with recursive down (id) as (
  select id from network_orgs where id = :workspace
  union
  select o.id from down join network_orgs o on o.parent = down.id where o.kind <> 'ecosystem')
select o.id, o.name, o.kind, o.as_of, substr(o.created_at, 1, 10) as noted_on,
  coalesce((select max(v.said_on) from network_verifications v
    where v.thing = 'organization' and v.subject = o.id), '') as said_on,
  coalesce((select max(q.asked_at) from network_questions q
    where q.thing = 'organization' and q.subject = o.id and q.answered_at is null), '') as asked_at
from network_orgs o join down on down.id = o.id;

-- name: people_to_verify
with recursive down (id) as (
  select id from network_orgs where id = :workspace
  union
  select o.id from down join network_orgs o on o.parent = down.id where o.kind <> 'ecosystem')
select p.id, p.name, '' as kind, '' as as_of, substr(p.created_at, 1, 10) as noted_on,
  coalesce((select max(v.said_on) from network_verifications v
    where v.thing = 'person' and v.subject = p.id), '') as said_on,
  coalesce((select max(q.asked_at) from network_questions q
    where q.thing = 'person' and q.subject = p.id and q.answered_at is null), '') as asked_at
from network_people p
where p.id in (select a.person from network_affiliations a join down on down.id = a.org
  where a.ended_at is null);

-- name: question_stopped
select id from network_questions where to_email = :email and answer = 'stop' limit 1;
