-- SPDX-License-Identifier: Apache-2.0

-- name: insert_introduction
insert into network_introductions (id, workspace, asker, asker_name, asker_person, introducer, via,
  target, is_private, asked_by, asked_on, asked_at)
values (:id, :workspace, :asker, :asker_name, :asker_person, :introducer, :via, :target,
  :is_private, :asked_by, :asked_on, :now);

-- Whoever comes second changes nothing.
-- name: insert_introduction_step
insert into network_introduction_steps (introduction, number, state, party, by_id, by_name, at,
  note, is_correction)
values (:introduction, :number, :state, :party, :by, :by_name, :now, :note, :is_correction)
on conflict (introduction, number) do nothing;

-- name: find_introduction
select i.*, s.state, s.number as steps, s.at as since, a.name as introducer_name,
  coalesce(v.name, '') as via_name, t.name as target_name
from network_introductions i
join network_introduction_steps s on s.introduction = i.id
  and s.number = (select max(number) from network_introduction_steps where introduction = i.id)
join network_people a on a.id = i.introducer
join network_people t on t.id = i.target
left join network_people v on v.id = i.via
where i.id = :id;

-- name: introductions_of_workspace
select i.*, s.state, s.number as steps, s.at as since, a.name as introducer_name,
  coalesce(v.name, '') as via_name, t.name as target_name
from network_introductions i
join network_introduction_steps s on s.introduction = i.id
  and s.number = (select max(number) from network_introduction_steps where introduction = i.id)
join network_people a on a.id = i.introducer
join network_people t on t.id = i.target
left join network_people v on v.id = i.via
where i.workspace = :workspace and (i.is_private = 0 or i.asker = :viewer)
order by i.asked_at desc, i.id;

-- name: introductions_over
select i.id, i.asked_on, s.state
from network_introductions i
join network_introduction_steps s on s.introduction = i.id
  and s.number = (select max(number) from network_introduction_steps where introduction = i.id)
where i.workspace = :workspace and i.introducer = :introducer and i.target = :target
  and s.state in ('asked', 'made')
order by i.asked_at desc, i.id;

-- name: introduction_steps
select * from network_introduction_steps where introduction = :introduction order by number;

-- name: introductions_asked_of
select count(*) as times, coalesce(max(asked_on), '') as last_on
from network_introductions where introducer = :person and asked_on > :after;

-- name: people_with_email
select id, name from network_people where lower(email) = lower(:email) order by id limit 3;
