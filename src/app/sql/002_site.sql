-- Counts up whenever something that visitors can read changes; pages kept in memory are of one
-- edition. One row for each area, so that publishing does not wait for unrelated work.
create table app_editions (
  area text primary key,
  number bigint not null
);
insert into app_editions (area, number) values ('public', 1);

-- What the network says of itself on every page, such as its name.
create table app_site (
  name text primary key,
  value text not null
);
