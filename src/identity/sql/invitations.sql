-- SPDX-License-Identifier: Apache-2.0

-- name: add_invitation
insert into identity_invitations
  (id, digest, email, role, org, workspace, invited_by, invited_by_name, invited_at, expires_at)
values
  (:id, :digest, :email, :role, :org, :workspace, :invited_by, :invited_by_name, :invited_at,
   :expires_at)
on conflict do nothing;

-- name: find_invitation
select id, email, role, org, workspace, invited_by_name, invited_at, expires_at, accepted_at,
  revoked_at
from identity_invitations
where id = :id;

-- name: find_invitation_by_digest
select id, email, role, org, workspace, invited_by_name, invited_at, expires_at, accepted_at,
  revoked_at
from identity_invitations
where digest = :digest;

-- name: open_invitation_to
select id, email, role, org, workspace, invited_by_name, invited_at, expires_at, accepted_at,
  revoked_at
from identity_invitations
where email = :email and role = :role and org = :org and accepted_at is null
  and revoked_at is null;

-- name: open_invitations
select id, email, role, org, workspace, invited_by_name, invited_at, expires_at, accepted_at,
  revoked_at
from identity_invitations
where accepted_at is null and revoked_at is null
order by invited_at desc, id;

-- name: open_invitations_in_workspace
select id, email, role, org, workspace, invited_by_name, invited_at, expires_at, accepted_at,
  revoked_at
from identity_invitations
where workspace = :workspace and accepted_at is null and revoked_at is null
order by invited_at desc, id;

-- name: renew_invitation
update identity_invitations set digest = :digest, expires_at = :expires_at
where id = :id and accepted_at is null and revoked_at is null;

-- name: revoke_invitation
update identity_invitations set revoked_by = :revoked_by, revoked_at = :revoked_at
where id = :id and accepted_at is null and revoked_at is null;

-- name: accept_invitation
update identity_invitations set accepted_by = :accepted_by, accepted_at = :accepted_at
where id = :id and accepted_at is null and revoked_at is null;
