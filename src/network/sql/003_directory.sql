-- SPDX-License-Identifier: Apache-2.0
-- What every process's index of the directory has to read anew: the number of the last change of
-- an organization or person. The one row of network_directory counts them, and is held until the
-- change is committed, so that a number is never seen before those below it.
create table network_directory (
  number bigint not null
);
insert into network_directory (number) values (1);

create table network_changes (
  thing text not null,  -- organization or person
  subject text not null,
  number bigint not null,
  primary key (thing, subject)
);
create index network_changes_by_number on network_changes (number);

-- The parts of an organization, in pages by name.
drop index network_orgs_parent;
create index network_orgs_parent on network_orgs (parent, lower(name), id);
create index network_orgs_name on network_orgs (lower(name), id);
