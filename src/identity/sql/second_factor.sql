-- SPDX-License-Identifier: Apache-2.0

-- name: set_totp_secret
update identity_users set totp_secret = :totp_secret, totp_last_step = :step where id = :id;

-- name: use_totp_step
update identity_users set totp_last_step = :step where id = :id and totp_last_step < :step;

-- name: clear_totp_secret
update identity_users set totp_secret = null, totp_last_step = 0
where id = :id and totp_secret is not null;

-- name: add_recovery_code
insert into identity_recovery_codes (digest, user_id, made_at) values (:digest, :user_id, :made_at);

-- name: use_recovery_code
update identity_recovery_codes set used_at = :used_at
where digest = :digest and user_id = :user_id and used_at is null;

-- name: count_recovery_codes
select count(*) as unused from identity_recovery_codes
where user_id = :user_id and used_at is null;

-- name: drop_recovery_codes
delete from identity_recovery_codes where user_id = :user_id;
