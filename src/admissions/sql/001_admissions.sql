-- SPDX-License-Identifier: Apache-2.0
-- What a college can do for the programs' students. Worded by the hub; the ids stay.
create table admissions_kinds (
  id text primary key,
  label text not null,
  help text not null,
  place bigint not null
);
insert into admissions_kinds (id, label, help, place) values
  ('flag', 'Flags program applicants for holistic review', 'Readers see that the applicant was in a program, and what that means.', 10),
  ('fee-waiver', 'Waives the application fee', '', 20),
  ('scholarship', 'Offers a scholarship', 'Say in words how much, for how many and how it is asked for.', 30),
  ('credit', 'Gives credit for prior learning', '', 40),
  ('accreditation', 'Recognizes the accreditation of programs', '', 50),
  ('other', 'Something else', 'Say in words what it is.', 90);

-- What an institution, or one of its offices, does or means to do. The state is that of the last
-- step; evidence and reason are what was said with it.
create table admissions_commitments (
  id text primary key,
  workspace text not null,     -- the ecosystem that agreed it
  org text not null,           -- institution or office
  kind text not null references admissions_kinds (id),
  details text not null,       -- what exactly, in words
  for_all bigint not null,     -- for every program of the ecosystem; else for those listed
  state text not null,         -- discussed, agreed, in_force, ended
  state_since text not null,   -- day
  evidence text not null,
  reason text not null,
  review_on text not null,     -- day, or empty
  is_public bigint not null,   -- shown to everybody while it is in force
  noted_by text not null,
  noted_at text not null,
  version bigint not null
);
create index admissions_commitments_by_org on admissions_commitments (org);
create index admissions_commitments_by_workspace on admissions_commitments (workspace, state);
create index admissions_commitments_public on admissions_commitments (state, is_public);

create table admissions_commitment_programs (
  commitment text not null references admissions_commitments (id),
  program text not null,       -- organization
  primary key (commitment, program)
);

-- How a commitment came to where it stands. Only added to.
create table admissions_steps (
  id text primary key,
  commitment text not null references admissions_commitments (id),
  state text not null,
  said_on text not null,       -- day
  evidence text not null,      -- an address, or words
  reason text not null,
  noted_by text not null,
  noted_at text not null
);
create index admissions_steps_by_commitment on admissions_steps (commitment);

-- How an office reads applications, who decides, by when. What is no longer so is superseded and
-- stays.
create table admissions_notes (
  id text primary key,
  workspace text not null,
  org text not null,
  topic text not null,         -- reading, deadlines, who_decides, other
  words text not null,
  source text not null,
  as_of text not null,         -- partial date
  noted_by text not null,
  noted_at text not null,
  superseded_by text,          -- who said that it is no longer so
  superseded_at text
);
create index admissions_notes_by_org on admissions_notes (org);

-- What an ecosystem means to do next with an institution.
create table admissions_plans (
  id text primary key,
  workspace text not null,
  org text not null,
  what text not null,
  due_on text not null,        -- day, or empty
  noted_by text not null,
  noted_at text not null,
  done_by text,
  done_at text
);
create index admissions_plans_by_org on admissions_plans (org);

-- A list of people and offices to win for an event, and what the invitation says.
create table admissions_lists (
  id text primary key,
  workspace text not null,
  name text not null,
  held_on text not null,       -- day of the event, or empty
  whereabouts text not null,   -- room or address of the meeting
  words text not null,         -- what the invitation says
  made_by text not null,
  made_at text not null,
  version bigint not null
);
create index admissions_lists_by_workspace on admissions_lists (workspace);

-- Somebody on such a list: a person or organization of the directory, or a plain name.
create table admissions_prospects (
  id text primary key,
  list text not null references admissions_lists (id),
  person text not null,        -- id, or empty
  org text not null,           -- id, or empty
  name text not null,          -- as it was when added
  email text not null,         -- of a plain name; a person's own stands in the directory
  through text not null,       -- who suggested them
  invited_on text not null,    -- day, or empty
  invited_by text not null,    -- e-mail, telephone, in person, ...
  mails bigint not null,       -- how many invitations this program sent
  reply text not null,         -- yes, no, maybe, or empty: none yet
  replied_on text not null,
  attended text not null,      -- yes, no, or empty: nobody noted it
  contact_on text not null,    -- day on which they became a contact, or empty
  commitment text not null,    -- that came of it, or empty
  no_mail_on text not null,    -- day on which they asked for no more mail, or empty
  added_by text not null,
  added_at text not null
);
create index admissions_prospects_by_list on admissions_prospects (list);
create index admissions_prospects_by_commitment on admissions_prospects (commitment);
create unique index admissions_prospects_people on admissions_prospects (list, person)
  where person <> '';
