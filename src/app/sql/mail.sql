-- SPDX-License-Identifier: Apache-2.0

-- name: add_mail
insert into app_mail
  (id, to_address, to_name, subject, body, state, reason, tries, created_at)
values (:id, :to_address, :to_name, :subject, :body, :state, :reason, 0, :now);

-- name: find_mail
select id, to_address, to_name, subject, body, state, reason, tries, created_at, sent_at
from app_mail where id = :id;

-- name: newest_mail
select id, to_address, to_name, subject, body, state, reason, tries, created_at, sent_at
from app_mail order by created_at desc, id desc limit :limit;

-- name: note_mail
update app_mail set state = :state, reason = :reason, tries = tries + :tried, sent_at = :sent_at
where id = :id;

-- name: forget_mail
delete from app_mail where created_at < :before and state <> 'queued';

-- name: mail_counts
select state, count(*) as messages from app_mail group by state;
