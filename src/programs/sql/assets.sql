-- SPDX-License-Identifier: Apache-2.0

-- What is promised of an asset: offers that hold, and money that was given.

-- name: find_asset
select a.*,
  (select cast(coalesce(sum(m.amount), 0) as bigint) from programs_matches m where m.asset = a.id
    and (m.state in ('offered', 'agreed') or (m.state = 'worked_out' and a.kind = 'funding')))
    as promised,
  (select count(*) from programs_matches m where m.asset = a.id
    and (m.state in ('offered', 'agreed') or (m.state = 'worked_out' and a.kind = 'funding')))
    as promises
from programs_assets a where a.id = :id;

-- name: page_of_assets
select a.*,
  (select cast(coalesce(sum(m.amount), 0) as bigint) from programs_matches m where m.asset = a.id
    and (m.state in ('offered', 'agreed') or (m.state = 'worked_out' and a.kind = 'funding')))
    as promised,
  (select count(*) from programs_matches m where m.asset = a.id
    and (m.state in ('offered', 'agreed') or (m.state = 'worked_out' and a.kind = 'funding')))
    as promises
from programs_assets a
where a.workspace = :workspace and (:kind = '' or a.kind = :kind)
  and ((:retired = 0 and a.retired_on = '') or (:retired = 1 and a.retired_on <> ''))
  and a.words like :w1 escape '!' and a.words like :w2 escape '!' and a.words like :w3 escape '!'
order by lower(a.what), a.id limit :most offset :from;

-- name: count_assets
select a.kind, count(*) as number from programs_assets a
where a.workspace = :workspace
  and ((:retired = 0 and a.retired_on = '') or (:retired = 1 and a.retired_on <> ''))
  and a.words like :w1 escape '!' and a.words like :w2 escape '!' and a.words like :w3 escape '!'
group by a.kind;

-- Those that may meet a need of the kind: something else may be anything, and anything may meet
-- something else.
-- name: assets_for
select a.*,
  (select cast(coalesce(sum(m.amount), 0) as bigint) from programs_matches m where m.asset = a.id
    and (m.state in ('offered', 'agreed') or (m.state = 'worked_out' and a.kind = 'funding')))
    as promised,
  (select count(*) from programs_matches m where m.asset = a.id
    and (m.state in ('offered', 'agreed') or (m.state = 'worked_out' and a.kind = 'funding')))
    as promises
from programs_assets a
where a.workspace = :workspace and a.retired_on = ''
  and (a.kind = :kind or a.kind = 'other' or :kind = 'other');

-- name: insert_asset
insert into programs_assets (id, workspace, kind, what, offered_by, offered_thing, offered_id,
  state, city, free_from, free_until, capacity, unit, conditions, contact, confirmed_on,
  retired_on, words, added_by_name, added_at, version)
values (:id, :workspace, :kind, :what, :offered_by, :offered_thing, :offered_id, :state, :city,
  :free_from, :free_until, :capacity, :unit, :conditions, :contact, :confirmed_on, '', :words,
  :by_name, :now, 1);

-- name: change_asset
update programs_assets set kind = :kind, what = :what, offered_by = :offered_by,
  offered_thing = :offered_thing, offered_id = :offered_id, state = :state, city = :city,
  free_from = :free_from, free_until = :free_until, capacity = :capacity, unit = :unit,
  conditions = :conditions, contact = :contact, confirmed_on = :confirmed_on, words = :words,
  version = version + 1
where id = :id and version = :version;

-- name: confirm_asset
update programs_assets set confirmed_on = :today, retired_on = '', version = version + 1
where id = :id;

-- name: retire_asset
update programs_assets set retired_on = :today, version = version + 1 where id = :id;

-- Holds the row, so that nobody else promises the rest of it before this is committed.
-- name: hold_asset
update programs_assets set version = version where id = :id;
