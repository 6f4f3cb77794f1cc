-- SPDX-License-Identifier: Apache-2.0

-- name: add_link
insert into identity_links (digest, user_id, made_at, expires_at)
values (:digest, :user_id, :made_at, :expires_at);

-- name: find_link
select user_id, expires_at, used_at from identity_links where digest = :digest;

-- name: use_link
update identity_links set used_at = :used_at where digest = :digest and used_at is null;

-- A new password, or a disabled account, makes waiting links worthless.
-- name: use_up_links
update identity_links set used_at = :used_at where user_id = :user_id and used_at is null;

-- name: forget_links
delete from identity_links where expires_at < :before;

-- The attempt that has to grow old before there is room for another one.
-- name: limiting_attempt
select made_at from identity_attempts
where bucket = :bucket and made_at > :since
order by made_at desc, id desc
limit 1 offset :offset;

-- name: add_attempt
insert into identity_attempts (id, bucket, made_at) values (:id, :bucket, :made_at);

-- name: forgive_attempt
delete from identity_attempts where id = :id;

-- name: forgive_attempts
delete from identity_attempts where bucket = :bucket;

-- name: forget_attempts
delete from identity_attempts where made_at < :before;
