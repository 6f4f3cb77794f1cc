-- SPDX-License-Identifier: Apache-2.0

-- name: has_migrations
select count(*) as n from sqlite_master where type = 'table' and name = 'store_migrations';

-- name: has_migrations [postgres]
select count(*) as n from pg_catalog.pg_tables
where schemaname = current_schema() and tablename = 'store_migrations';

-- name: create_migrations
create table if not exists store_migrations (
  room text not null,
  number bigint not null,
  name text not null,
  digest text not null,
  applied_at text not null,
  primary key (room, number)
);

-- Starts of several processes wait here for each other; the number is the word "enact". SQLite has
-- its write lock for that.
-- name: lock_migrations
select 1 as locked;

-- name: lock_migrations [postgres]
select pg_advisory_xact_lock(435643573108);

-- name: applied_migrations
select room, number, name, digest from store_migrations order by room, number;

-- name: record_migration
insert into store_migrations (room, number, name, digest, applied_at)
values (:room, :number, :name, :digest, :applied_at);

-- What a copy of the whole database is made of: no indexes kept as tables, no views.
-- name: tables
select name from pragma_table_list
where schema = 'main' and type = 'table' and name not like 'sqlite@_%' escape '@'
  and name <> 'store_migrations'
order by name;

-- name: tables [postgres]
select table_name as name from information_schema.tables
where table_schema = current_schema() and table_type = 'BASE TABLE'
  and table_name <> 'store_migrations'
order by table_name;

-- Without those that the database computes.
-- name: columns
select name from pragma_table_xinfo(:table) where hidden = 0 order by cid;

-- name: columns [postgres]
select column_name as name from information_schema.columns
where table_schema = current_schema() and table_name = :table and is_generated = 'NEVER'
order by ordinal_position;

-- name: virtual_tables [sqlite]
select name from pragma_table_list where schema = 'main' and type = 'virtual' order by name;

-- name: referenced_tables [sqlite]
select distinct "table" as name from pragma_foreign_key_list(:table) order by 1;

-- name: damages [sqlite]
select quick_check as damage from pragma_quick_check(10) where quick_check <> 'ok';

-- name: thorough_damages [sqlite]
select integrity_check as damage from pragma_integrity_check(100) where integrity_check <> 'ok';

-- name: dangling_references [sqlite]
select "table" as child, parent, count(*) as n from pragma_foreign_key_check
group by 1, 2 order by 1, 2;

-- name: server_version [postgres]
select cast(current_setting('server_version_num') as bigint) as number;
