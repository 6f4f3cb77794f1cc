-- SPDX-License-Identifier: Apache-2.0
-- Who may come in, as whom, and what they did. Instants are ISO text in UTC; digests are SHA-256.

create table identity_users (
  id text primary key,
  email text not null unique,
  name text not null,
  password_hash text,
  totp_secret text,
  totp_last_step bigint not null default 0,
  created_at text not null,
  disabled_at text
);

create table identity_grants (
  id text primary key,
  user_id text not null references identity_users (id),
  role text not null,
  org text not null,
  workspace text not null,
  granted_by text not null,
  granted_at text not null,
  revoked_by text,
  revoked_at text
);
create unique index identity_grants_held on identity_grants (user_id, role, org)
  where revoked_at is null;
create index identity_grants_workspace on identity_grants (workspace) where revoked_at is null;

create table identity_sessions (
  id text primary key,
  digest text not null unique,
  user_id text not null references identity_users (id),
  proof text not null,
  agent text not null,
  started_at text not null,
  last_seen_at text not null,
  ended_at text
);
create index identity_sessions_user on identity_sessions (user_id) where ended_at is null;

create table identity_invitations (
  id text primary key,
  digest text not null unique,
  email text not null,
  role text not null,
  org text not null,
  workspace text not null,
  invited_by text not null,
  invited_by_name text not null,
  invited_at text not null,
  expires_at text not null,
  accepted_by text,
  accepted_at text,
  revoked_by text,
  revoked_at text
);
create unique index identity_invitations_open on identity_invitations (email, role, org)
  where accepted_at is null and revoked_at is null;

create table identity_links (
  digest text primary key,
  user_id text not null references identity_users (id),
  made_at text not null,
  expires_at text not null,
  used_at text
);

create table identity_recovery_codes (
  digest text primary key,
  user_id text not null references identity_users (id),
  made_at text not null,
  used_at text
);
create index identity_recovery_codes_user on identity_recovery_codes (user_id);

create table identity_used_tokens (
  digest text primary key,
  used_at text not null
);

create table identity_attempts (
  id text primary key,
  bucket text not null,
  made_at text not null
);
create index identity_attempts_bucket on identity_attempts (bucket, made_at);

create table identity_secrets (
  name text primary key,
  secret text not null
);

create table identity_events (
  id text primary key,
  at text not null,
  actor text not null,
  actor_name text not null,
  verb text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name text not null,
  org text not null,
  before text not null,
  after text not null
);
create index identity_events_org on identity_events (org, id);
create index identity_events_subject on identity_events (subject_kind, subject_id, id);

-- The audit is append-only, also for whoever holds the database's password by mistake.
-- [sqlite]
create trigger identity_events_not_changed before update on identity_events begin select raise(abort, 'the audit is append-only'); end;
create trigger identity_events_not_removed before delete on identity_events begin select raise(abort, 'the audit is append-only'); end;
-- [postgres]
create function identity_events_stay() returns trigger language plpgsql as $$ begin raise exception 'the audit is append-only'; end $$;
create trigger identity_events_stay before update or delete on identity_events for each row execute function identity_events_stay();
-- [both]
