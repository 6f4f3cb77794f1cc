-- SPDX-License-Identifier: Apache-2.0

-- name: begin_session
insert into identity_sessions (id, digest, user_id, proof, agent, started_at, last_seen_at)
values (:id, :digest, :user_id, :proof, :agent, :now, :now);

-- One line for each grant, so that a signed-in page costs one query.
-- name: find_session
select s.id, s.user_id, s.last_seen_at, u.name, u.email, g.role, g.org, g.workspace
from identity_sessions s
join identity_users u on u.id = s.user_id
left join identity_grants g on g.user_id = s.user_id and g.revoked_at is null
where s.digest = :digest and s.ended_at is null and s.last_seen_at > :seen_after
  and s.started_at > :started_after and u.disabled_at is null
order by g.granted_at, g.id;

-- name: note_session_use
update identity_sessions set last_seen_at = :now where id = :id and last_seen_at < :now;

-- name: sessions_of_user
select id, user_id, proof, agent, started_at, last_seen_at
from identity_sessions
where user_id = :user_id and ended_at is null and last_seen_at > :seen_after
  and started_at > :started_after
order by last_seen_at desc, id;

-- name: end_session
update identity_sessions set ended_at = :now
where user_id = :user_id and id = :id and ended_at is null;

-- name: end_sessions
update identity_sessions set ended_at = :now
where user_id = :user_id and id <> :except_id and ended_at is null;

-- name: forget_sessions
delete from identity_sessions where last_seen_at < :before;
