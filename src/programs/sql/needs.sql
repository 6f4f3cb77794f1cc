-- SPDX-License-Identifier: Apache-2.0

-- name: find_need
select n.*, o.name as program_name from programs_needs n
join network_orgs o on o.id = n.program
where n.id = :id;

-- `:kind`, `:state` and `:program` empty: all of them; the state "waiting" is open or matched.
-- `:w1` to `:w3` are words with "%" around.
-- name: page_of_needs
select n.*, o.name as program_name from programs_needs n
join network_orgs o on o.id = n.program
where n.workspace = :workspace
  and (:state = '' or n.state = :state or (:state = 'waiting' and n.state in ('open', 'matched')))
  and (:kind = '' or n.kind = :kind)
  and (:program = '' or n.program = :program)
  and n.words like :w1 escape '!' and n.words like :w2 escape '!' and n.words like :w3 escape '!'
order by case when n.state = 'open' then 0 when n.state = 'matched' then 1 else 2 end,
  n.urgency desc, n.noted_on, n.id
limit :most offset :from;

-- name: count_needs
select n.state, count(*) as number from programs_needs n
where n.workspace = :workspace
  and (:kind = '' or n.kind = :kind)
  and (:program = '' or n.program = :program)
  and n.words like :w1 escape '!' and n.words like :w2 escape '!' and n.words like :w3 escape '!'
group by n.state;

-- name: insert_need
insert into programs_needs (id, workspace, program, kind, what, amount, needed_from, needed_by,
  urgency, state, state_since, words, noted_by, noted_by_name, noted_on, version)
values (:id, :workspace, :program, :kind, :what, :amount, :needed_from, :needed_by, :urgency,
  'open', :today, :words, :by, :by_name, :today, 1);

-- name: move_need
update programs_needs set state = :state, state_since = :today, version = version + 1
where id = :id and version = :version;

-- What the directory knows of where a program is.
-- name: place_of
select field, value from network_facts
where thing = 'organization' and subject = :program and field in ('city', 'state');
