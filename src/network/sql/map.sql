-- SPDX-License-Identifier: Apache-2.0
-- What an ecosystem knows of who is connected with whom, as far as the viewer may see it.

-- name: links_of_workspace
select l.*,
  case l.from_thing when 'person' then (select name from network_people where id = l.from_id)
    else (select name from network_orgs where id = l.from_id) end as from_name,
  case l.to_thing when 'person' then (select name from network_people where id = l.to_id)
    else (select name from network_orgs where id = l.to_id) end as to_name
from network_links l
where l.workspace = :workspace and l.ended_at is null and (l.is_private = 0 or l.noted_by = :viewer)
  and (:kind = '' or l.kind = :kind)
order by l.strength desc, l.noted_at desc, l.id
limit :most;

-- name: count_links_of_workspace
select count(*) as links from network_links
where workspace = :workspace and ended_at is null and (is_private = 0 or noted_by = :viewer)
  and (:kind = '' or kind = :kind);

-- Those at any of the records of one kind of thing, in the same order; `:subjects` is a JSON list.
-- name: links_at
select l.*,
  case l.from_thing when 'person' then (select name from network_people where id = l.from_id)
    else (select name from network_orgs where id = l.from_id) end as from_name,
  case l.to_thing when 'person' then (select name from network_people where id = l.to_id)
    else (select name from network_orgs where id = l.to_id) end as to_name
from network_links l
where (l.from_id in (select value from json_each(:subjects))
    or l.to_id in (select value from json_each(:subjects)))
  and l.workspace = :workspace and l.ended_at is null and (l.is_private = 0 or l.noted_by = :viewer)
  and (:kind = '' or l.kind = :kind)
order by l.strength desc, l.noted_at desc, l.id
limit :most;

-- name: links_at [postgres]
select l.*,
  case l.from_thing when 'person' then (select name from network_people where id = l.from_id)
    else (select name from network_orgs where id = l.from_id) end as from_name,
  case l.to_thing when 'person' then (select name from network_people where id = l.to_id)
    else (select name from network_orgs where id = l.to_id) end as to_name
from network_links l
where (l.from_id = any (array(select json_array_elements_text((:subjects)::json)))
    or l.to_id = any (array(select json_array_elements_text((:subjects)::json))))
  and l.workspace = :workspace and l.ended_at is null and (l.is_private = 0 or l.noted_by = :viewer)
  and (:kind = '' or l.kind = :kind)
order by l.strength desc, l.noted_at desc, l.id
limit :most;
