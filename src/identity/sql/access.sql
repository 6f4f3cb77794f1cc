-- SPDX-License-Identifier: Apache-2.0

-- name: give_role
insert into identity_grants (id, user_id, role, org, workspace, granted_by, granted_at)
values (:id, :user_id, :role, :org, :workspace, :granted_by, :granted_at)
on conflict do nothing;

-- name: take_role_back
update identity_grants set revoked_by = :revoked_by, revoked_at = :revoked_at
where id = :id and revoked_at is null;

-- name: find_grant
select g.id, g.user_id, g.role, g.org, g.workspace, g.granted_at, u.name, u.email, u.disabled_at
from identity_grants g
join identity_users u on u.id = g.user_id
where g.id = :id and g.revoked_at is null;

-- name: grants_of_user
select g.id, g.user_id, g.role, g.org, g.workspace, g.granted_at, u.name, u.email, u.disabled_at
from identity_grants g
join identity_users u on u.id = g.user_id
where g.user_id = :user_id and g.revoked_at is null
order by g.granted_at, g.id;

-- name: grants_in_workspace
select g.id, g.user_id, g.role, g.org, g.workspace, g.granted_at, u.name, u.email, u.disabled_at
from identity_grants g
join identity_users u on u.id = g.user_id
where g.workspace = :workspace and g.revoked_at is null
order by u.name, u.id, g.granted_at, g.id;

-- name: all_grants
select g.id, g.user_id, g.role, g.org, g.workspace, g.granted_at, u.name, u.email, u.disabled_at
from identity_grants g
join identity_users u on u.id = g.user_id
where g.revoked_at is null
order by u.name, u.id, g.granted_at, g.id;

-- name: users_without_grants
select u.id
from identity_users u
where not exists (select 1 from identity_grants g where g.user_id = u.id and g.revoked_at is null)
order by u.name, u.id;

-- name: count_active_holders
select count(*) as holders
from identity_grants g
join identity_users u on u.id = g.user_id
where g.role = :role and g.revoked_at is null and u.disabled_at is null
  and g.user_id <> :except_user_id;
