-- SPDX-License-Identifier: Apache-2.0
-- Ids sort by time, so the newest event has the greatest id. Three queries rather than one, so
-- that each walks its own index.

-- name: record_event
insert into identity_events
  (id, at, actor, actor_name, verb, subject_kind, subject_id, subject_name, org, before, after)
values
  (:id, :at, :actor, :actor_name, :verb, :subject_kind, :subject_id, :subject_name, :org, :before,
   :after);

-- name: events
select id, at, actor, actor_name, verb, subject_kind, subject_id, subject_name, org, before, after
from identity_events
where (:before_id = '' or id < :before_id)
  and (:subject_kind = '' or subject_kind = :subject_kind)
  and substr(verb, 1, length(:verb_prefix)) = :verb_prefix
order by id desc
limit :limit;

-- name: events_of_org
select id, at, actor, actor_name, verb, subject_kind, subject_id, subject_name, org, before, after
from identity_events
where org = :org and (:before_id = '' or id < :before_id)
  and (:subject_kind = '' or subject_kind = :subject_kind)
  and substr(verb, 1, length(:verb_prefix)) = :verb_prefix
order by id desc
limit :limit;

-- name: events_about
select id, at, actor, actor_name, verb, subject_kind, subject_id, subject_name, org, before, after
from identity_events
where subject_kind = :subject_kind and subject_id = :subject_id
  and (:org = '' or org = :org) and (:before_id = '' or id < :before_id)
  and substr(verb, 1, length(:verb_prefix)) = :verb_prefix
order by id desc
limit :limit;
