-- SPDX-License-Identifier: Apache-2.0
-- Two organizations that become one.

-- name: roles_at
select g.id from identity_grants g
where g.org = :org and g.revoked_at is null and not exists (
  select 1 from identity_grants h where h.org = :other and h.user_id = g.user_id
    and h.role = g.role and h.revoked_at is null)
order by g.id;

-- name: move_role
update identity_grants set org = :to where id = :id and org = :from;

-- name: invitations_at
select i.id from identity_invitations i
where i.org = :org and i.accepted_at is null and i.revoked_at is null and not exists (
  select 1 from identity_invitations j where j.org = :other and j.email = i.email
    and j.role = i.role and j.accepted_at is null and j.revoked_at is null)
order by i.id;

-- name: move_invitation
update identity_invitations set org = :to where id = :id and org = :from;
