// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "store/database.h"
#include "store/query.h"

// A small make-believe room that the tests of this room share.
namespace enact::store::shop {

inline constexpr std::string_view kSchema = R"(
create table shop_plays (
  id text primary key,
  title text not null,
  likes bigint,
  score double precision,
  parent_id text references shop_plays (id)
);
create table shop_notes (
  id text primary key,
  play_id text not null references shop_plays (id),
  words text not null
);

-- [sqlite]
-- derived
create virtual table shop_search using fts5(id unindexed, words);
-- [postgres]
alter table shop_notes
  add column lexemes tsvector generated always as (to_tsvector('simple', words)) stored;
-- derived
create table if not exists shop_search (id text primary key, words text not null);
-- [both]
)";

inline constexpr std::string_view kQueries = R"(
-- name: add_play
insert into shop_plays (id, title, likes, score, parent_id)
values (:id, :title, :likes, :score, :parent_id);

-- name: add_note
insert into shop_notes (id, play_id, words) values (:id, :play_id, :words);

-- Only the title changes.
-- name: rename_plays
update shop_plays set title = :title;

-- name: like_play
update shop_plays set likes = likes + 1 where id = :id;

-- name: plays
select * from shop_plays order by id;

-- name: play
select id, title, likes, score, parent_id from shop_plays where id = :id;

-- name: totals
select count(*) as plays, sum(likes) as likes, avg(score) as score,
  coalesce(max(title), 'none') as title, count(*) > 100 as is_many
from shop_plays;

-- name: dialect
select 'SQLite' as word;

-- name: dialect [postgres]
select 'PostgreSQL' as word;

-- name: search
select id from shop_search where words match :words order by id;

-- name: search [postgres]
select id from shop_search where words ilike '%' || :words || '%' order by id;

-- name: rebuild_shop_search
insert into shop_search (id, words) select id, words from shop_notes;

-- name: end_other_connections [postgres]
select count(pg_terminate_backend(pid)) as n from pg_stat_activity
where datname = current_database() and application_name = 'enact' and pid <> pg_backend_pid();
)";

inline const std::vector<base::Asset> kAssets{{"sql/001_shop.sql", kSchema},
                                              {"sql/shop.sql", kQueries}};

inline RoomSql room() {
  return {"shop", kAssets};
}

inline constexpr Query add_play{"shop", "add_play"};
inline constexpr Query add_note{"shop", "add_note"};
inline constexpr Query rename_plays{"shop", "rename_plays"};
inline constexpr Query like_play{"shop", "like_play"};
inline constexpr Query plays{"shop", "plays"};
inline constexpr Query play{"shop", "play"};
inline constexpr Query totals{"shop", "totals"};
inline constexpr Query dialect{"shop", "dialect"};
inline constexpr Query search{"shop", "search"};
inline constexpr Query end_other_connections{"shop", "end_other_connections"};

inline void add(Writer& writer, std::string_view id, std::string_view title = "A title") {
  writer.run(
      add_play,
      {{"id", id}, {"title", title}, {"likes", 0}, {"score", 0.5}, {"parent_id", std::nullopt}});
}

inline std::vector<std::string> ids(Database& database) {
  std::vector<std::string> found;
  for (const auto& row : database.read([](Reader& reader) { return reader.all(plays); }))
    found.push_back(row.text("id"));
  return found;
}

}  // namespace enact::store::shop
