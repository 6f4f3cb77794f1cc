-- SPDX-License-Identifier: Apache-2.0

-- name: find_user
select id, email, name, password_hash, totp_secret, totp_last_step, created_at, disabled_at
from identity_users
where id = :id;

-- name: find_user_by_email
select id, email, name, password_hash, totp_secret, totp_last_step, created_at, disabled_at
from identity_users
where email = :email;

-- name: all_users
select id, email, name, password_hash, totp_secret, totp_last_step, created_at, disabled_at
from identity_users
order by email;

-- name: add_user
insert into identity_users (id, email, name, password_hash, created_at)
values (:id, :email, :name, :password_hash, :created_at)
on conflict (email) do nothing;

-- name: rename_user
update identity_users set name = :name where id = :id;

-- name: set_password
update identity_users set password_hash = :password_hash where id = :id;

-- name: disable_user
update identity_users set disabled_at = :at where id = :id and disabled_at is null;

-- name: enable_user
update identity_users set disabled_at = null where id = :id;
