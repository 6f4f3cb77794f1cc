-- SPDX-License-Identifier: Apache-2.0

-- name: find_secret
select secret from identity_secrets where name = :name;

-- name: add_secret
insert into identity_secrets (name, secret) values (:name, :secret) on conflict (name) do nothing;

-- name: use_token
insert into identity_used_tokens (digest, used_at) values (:digest, :used_at)
on conflict (digest) do nothing;
