-- SPDX-License-Identifier: Apache-2.0
-- When somebody last said that a record is right, and how they knew.
create table network_verifications (
  id text primary key,
  thing text not null,     -- organization or person
  subject text not null,
  said_on text not null,   -- day
  how text not null,       -- looked_up, spoke, wrote, answered
  said_by text not null,   -- name
  note text not null,
  noted_by text not null,  -- user id, or "link:<name>"
  noted_at text not null
);
create index network_verifications_by_subject on network_verifications (thing, subject, said_on);

-- "Is this still right?", asked by e-mail, and what came back.
create table network_questions (
  id text primary key,     -- what the signed link stands for
  thing text not null,
  subject text not null,
  workspace text not null, -- in whose name it was asked
  to_name text not null,
  to_email text not null,
  to_person text not null, -- who was asked, where they are on record
  asked_by text not null,  -- user id
  asked_by_name text not null,
  asked_at text not null,
  answer text,             -- right, changed, gone, stop
  note text not null,
  answered_at text
);
create index network_questions_by_subject on network_questions (thing, subject, asked_at);
create index network_questions_by_email on network_questions (to_email);
