-- SPDX-License-Identifier: Apache-2.0

-- name: mappings_of
select * from imports_mappings where org = :org and target = :target order by name;

-- name: save_mapping
insert into imports_mappings (id, org, target, name, mapping, version, changed_by, changed_at)
values (:id, :org, :target, :name, :mapping, 1, :by, :now)
on conflict (org, target, name) do update set mapping = excluded.mapping,
  version = imports_mappings.version + 1, changed_by = excluded.changed_by,
  changed_at = excluded.changed_at
returning id;

-- name: saved_mappings
select * from imports_mappings where org = :org order by target, name;

-- name: find_saved_mapping
select * from imports_mappings where id = :id;

-- name: rename_mapping
update imports_mappings set name = :name, version = version + 1, changed_by = :by, changed_at = :now
where id = :id and version = :version;

-- name: delete_mapping
delete from imports_mappings where id = :id and version = :version;
