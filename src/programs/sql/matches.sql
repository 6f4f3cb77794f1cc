-- SPDX-License-Identifier: Apache-2.0

-- name: find_match
select m.*, n.what as need_what, n.program, o.name as program_name, a.what as asset_what,
  a.offered_by, a.contact
from programs_matches m
join programs_needs n on n.id = m.need
join network_orgs o on o.id = n.program
join programs_assets a on a.id = m.asset
where m.id = :id;

-- name: matches_of_need
select m.*, n.what as need_what, n.program, o.name as program_name, a.what as asset_what,
  a.offered_by, a.contact
from programs_matches m
join programs_needs n on n.id = m.need
join network_orgs o on o.id = n.program
join programs_assets a on a.id = m.asset
where m.need = :need order by m.offered_on desc, m.id desc;

-- name: matches_of_asset
select m.*, n.what as need_what, n.program, o.name as program_name, a.what as asset_what,
  a.offered_by, a.contact
from programs_matches m
join programs_needs n on n.id = m.need
join network_orgs o on o.id = n.program
join programs_assets a on a.id = m.asset
where m.asset = :asset order by m.offered_on desc, m.id desc;

-- An offer that did not work out may be made again.
-- name: keep_match
insert into programs_matches (id, need, asset, workspace, amount, state, state_since, why, outcome,
  offered_on, offered_by_name, version)
values (:id, :need, :asset, :workspace, :amount, 'offered', :today, :why, '', :today, :by_name, 1)
on conflict (need, asset) do update set amount = excluded.amount, state = 'offered',
  state_since = excluded.state_since, why = excluded.why, outcome = '',
  offered_on = excluded.offered_on, offered_by_name = excluded.offered_by_name,
  version = programs_matches.version + 1
where programs_matches.state in ('did_not', 'worked_out');

-- name: match_of
select id from programs_matches where need = :need and asset = :asset;

-- name: move_match
update programs_matches set state = :state, state_since = :today, outcome = :outcome,
  version = version + 1
where id = :id and version = :version;
