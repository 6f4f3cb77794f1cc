-- SPDX-License-Identifier: Apache-2.0
-- Entries are numbered as they come, so that a higher number is a newer entry.

-- PostgreSQL takes what stands between < and > for a tag and leaves it out, so it gets other signs.

-- The texts must still be those that the index was made from.
-- name: forget_words [sqlite]
insert into app_search_words (app_search_words, rowid, title, body)
select 'delete', number, title, body from app_search_texts
where number = (select number from app_search_numbers where kind = :kind and id = :id);

-- name: forget_words [postgres]
delete from app_search_words where kind = :kind and id = :id;

-- name: forget_number [sqlite]
delete from app_search_numbers where kind = :kind and id = :id;

-- name: forget_entry
delete from app_search where kind = :kind and id = :id;

-- name: keep_entry
insert into app_search (kind, id, url, title, body, audience)
values (:kind, :id, :url, :title, :body, :audience)
on conflict (kind, id) do update set
  url = excluded.url, title = excluded.title, body = excluded.body, audience = excluded.audience;

-- name: keep_number [sqlite]
insert into app_search_numbers (kind, id, audience) values (:kind, :id, :audience)
on conflict (kind, id) do update set audience = excluded.audience;

-- name: keep_words [sqlite]
insert into app_search_words (rowid, title, body)
select number, title, body from app_search_texts
where number = (select number from app_search_numbers where kind = :kind and id = :id);

-- name: keep_words [postgres]
insert into app_search_words (kind, id, audience, title, words)
select kind, id, audience, to_tsvector('english', translate(title, '<>', '‹›')),
  setweight(to_tsvector('english', translate(title, '<>', '‹›')), 'A') || to_tsvector('english', translate(body, '<>', '‹›'))
from app_search where kind = :kind and id = :id;

-- The same for many. `rows` is a list of lists in JSON: kind, id, url, title, body, audience.

-- name: forget_words_of [sqlite]
insert into app_search_words (app_search_words, rowid, title, body)
select 'delete', n.number, s.title, s.body
from json_each(:rows) r
cross join app_search_numbers n on n.kind = r.value->>0 and n.id = r.value->>1
cross join app_search s on s.kind = n.kind and s.id = n.id;

-- name: forget_words_of [postgres]
delete from app_search_words w
using json_array_elements(cast(:rows as json)) as r(value)
where w.kind = r.value->>0 and w.id = r.value->>1;

-- name: forget_numbers [sqlite]
delete from app_search_numbers
where (kind, id) in (select r.value->>0, r.value->>1 from json_each(:rows) r);

-- name: forget_entries [sqlite]
delete from app_search
where (kind, id) in (select r.value->>0, r.value->>1 from json_each(:rows) r);

-- name: forget_entries [postgres]
delete from app_search s
using json_array_elements(cast(:rows as json)) as r(value)
where s.kind = r.value->>0 and s.id = r.value->>1;

-- name: keep_entries [sqlite]
insert into app_search (kind, id, url, title, body, audience)
select r.value->>0, r.value->>1, r.value->>2, r.value->>3, r.value->>4, r.value->>5
from json_each(:rows) r where 1 = 1
on conflict (kind, id) do update set
  url = excluded.url, title = excluded.title, body = excluded.body, audience = excluded.audience;

-- name: keep_entries [postgres]
insert into app_search (kind, id, url, title, body, audience)
select r.value->>0, r.value->>1, r.value->>2, r.value->>3, r.value->>4, r.value->>5
from json_array_elements(cast(:rows as json)) as r(value)
on conflict (kind, id) do update set
  url = excluded.url, title = excluded.title, body = excluded.body, audience = excluded.audience;

-- name: keep_numbers [sqlite]
insert into app_search_numbers (kind, id, audience)
select r.value->>0, r.value->>1, r.value->>5 from json_each(:rows) r where 1 = 1
on conflict (kind, id) do update set audience = excluded.audience;

-- name: keep_words_of [sqlite]
insert into app_search_words (rowid, title, body)
select n.number, s.title, s.body
from json_each(:rows) r
cross join app_search_numbers n on n.kind = r.value->>0 and n.id = r.value->>1
cross join app_search s on s.kind = n.kind and s.id = n.id;

-- name: keep_words_of [postgres]
insert into app_search_words (kind, id, audience, title, words)
select s.kind, s.id, s.audience, to_tsvector('english', translate(s.title, '<>', '‹›')),
  setweight(to_tsvector('english', translate(s.title, '<>', '‹›')), 'A') || to_tsvector('english', translate(s.body, '<>', '‹›'))
from json_array_elements(cast(:rows as json)) as r(value)
join app_search s on s.kind = r.value->>0 and s.id = r.value->>1;

-- name: rebuild_app_search_numbers [sqlite]
insert into app_search_numbers (kind, id, audience)
select kind, id, audience from app_search order by id, kind;

-- name: rebuild_app_search_words [sqlite]
insert into app_search_words (app_search_words) values ('rebuild');

-- name: rebuild_app_search_words [postgres]
insert into app_search_words (kind, id, audience, title, words)
select kind, id, audience, to_tsvector('english', translate(title, '<>', '‹›')),
  setweight(to_tsvector('english', translate(title, '<>', '‹›')), 'A') || to_tsvector('english', translate(body, '<>', '‹›'))
from app_search order by id, kind;

-- The cost of ranking grows with the number of matches, and a word that stands everywhere says
-- nothing about any of them. So only the newest :ranked matches are ranked, and the newest :ranked
-- of those that have all words in the title; up to :counted others follow, newest first.
--
-- The plus keeps SQLite from asking the index anew for each number; the lower bound, from reading
-- it to its end.
-- name: find_entries [sqlite]
with matched as materialized (
  select w.rowid as number
  from app_search_words w join app_search_numbers n on n.number = w.rowid
  where w.app_search_words match :words
    and (:kind = '' or n.kind = :kind)
    and n.audience in (select value from json_each(:audiences))
  order by w.rowid desc limit :counted
), titled as materialized (
  select w.rowid as number
  from app_search_words w join app_search_numbers n on n.number = w.rowid
  where w.app_search_words match :title_words
    and (:kind = '' or n.kind = :kind)
    and n.audience in (select value from json_each(:audiences))
  order by w.rowid desc limit :ranked
), ranked as materialized (
  select number from matched order by number desc limit :ranked
), scored as (
  select number, 0.0 as score from matched
  union all
  select w.rowid, -bm25(app_search_words, 10.0, 1.0) from app_search_words w
  where w.app_search_words match :words
    and w.rowid >= (select min(number) from ranked)
    and +w.rowid in (select number from ranked)
  union all
  select w.rowid, -bm25(app_search_words, 10.0, 1.0) from app_search_words w
  where w.app_search_words match :title_words
    and w.rowid >= (select min(number) from titled)
    and +w.rowid in (select number from titled)
), best as (
  select number, max(score) as score from scored group by number
  order by max(score) desc, number desc limit :per_page offset :skip
)
select s.kind, s.url, s.title, substr(s.body, 1, 16000) as body,
  (select count(*) from matched) as total
from best
cross join app_search_numbers n on n.number = best.number
join app_search s on s.kind = n.kind and s.id = n.id
order by best.score desc, best.number desc;

-- The sub-select round the query keeps PostgreSQL from looking into it while planning: for a common
-- word it would read the whole table, word lists and all, rather than the index.
-- name: find_entries [postgres]
with asked as materialized (select to_tsquery('english', :words) as words),
matched as materialized (
  select w.number
  from app_search_words w
  where w.words @@ (select words from asked)
    and (:kind::text = '' or w.kind = :kind::text)
    and w.audience = any (array(select json_array_elements_text(:audiences::json)))
  order by w.number desc limit :counted
), titled as materialized (
  select w.number
  from app_search_words w
  where w.title @@ (select words from asked)
    and (:kind::text = '' or w.kind = :kind::text)
    and w.audience = any (array(select json_array_elements_text(:audiences::json)))
  order by w.number desc limit :ranked
), scored as materialized (
  select w.kind, w.id, w.number,
    case when pool.is_ranked then ts_rank(w.words, (select words from asked)) else 0 end as score
  from (
    select number, bool_or(is_ranked) as is_ranked
    from (
      select number, row_number() over (order by number desc) <= :ranked as is_ranked from matched
      union all
      select number, true from titled
    ) each
    group by number
  ) pool
  join app_search_words w on w.number = pool.number
), best as materialized (
  select kind, id, number, score from scored
  order by score desc, number desc limit :per_page offset :skip
)
select s.kind, s.url, s.title, substr(s.body, 1, 16000) as body,
  (select count(*) from matched) as total
from best join app_search s on s.kind = best.kind and s.id = best.id
order by best.score desc, best.number desc;
