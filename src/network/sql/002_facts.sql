-- SPDX-License-Identifier: Apache-2.0
-- What is known of an organization or a person beyond its name, one fact a row: its value, where
-- it comes from and of when it is. Which fields there are is data, worded by the network and, for
-- fields of its own, by an ecosystem.
create table network_fields (
  id text primary key,
  thing text not null,      -- organization or person
  workspace text not null,  -- the ecosystem whose own field it is; empty: everybody's
  topic text not null,      -- the heading under which it stands
  label text not null,
  help text not null,
  shape text not null,      -- line, lines, list, amount, date, yes_no, choice, url, email, phone, id
  unit text not null,       -- of an amount: hours, dollars, years
  choices text not null,    -- of a choice: one a line
  kinds text not null,      -- the kinds of organizations that have it, between bars; empty: all
  place bigint not null,
  is_public bigint not null,
  retired_at text           -- not asked for any more; what was noted stays
);
create index network_fields_by_workspace on network_fields (thing, workspace);

create table network_facts (
  thing text not null,
  subject text not null,
  field text not null references network_fields (id),
  value text not null,      -- as its shape is kept: "100 to 120", "2026-06", "yes"
  low double precision,     -- of an amount, where it has that end
  high double precision,
  source text not null,
  as_of text not null,
  noted_by text not null,
  noted_at text not null,
  primary key (thing, subject, field)
);
-- What an ecosystem calls a field, where it says it otherwise than the network.
create table network_field_labels (
  field text not null references network_fields (id),
  workspace text not null,
  label text not null,
  primary key (field, workspace)
);

create index network_facts_by_value on network_facts (field, value);
create index network_facts_by_low on network_facts (field, low) where low is not null;

insert into network_fields (id, thing, workspace, topic, label, help, shape, unit, choices, kinds, place, is_public)
values
  ('street', 'organization', '', 'Where', 'Street', '', 'line', '', '', '', 10, 1),
  ('city', 'organization', '', 'Where', 'City', '', 'line', '', '', '', 20, 1),
  ('state', 'organization', '', 'Where', 'State', 'Two letters, such as PA.', 'line', '', '', '', 30, 1),
  ('zip', 'organization', '', 'Where', 'ZIP code', '', 'id', '', '', '', 40, 1),
  ('county', 'organization', '', 'Where', 'County', '', 'line', '', '', '', 50, 1),
  ('latitude', 'organization', '', 'Where', 'Latitude', '', 'amount', 'degrees', '', '', 60, 1),
  ('longitude', 'organization', '', 'Where', 'Longitude', '', 'amount', 'degrees', '', '', 70, 1),
  ('email', 'organization', '', 'Reaching it', 'E-mail address', 'Of the office, not of a person.', 'email', '', '', '', 110, 1),
  ('phone', 'organization', '', 'Reaching it', 'Telephone', '', 'phone', '', '', '', 120, 1),
  ('other_names', 'organization', '', 'Reaching it', 'Also called', 'One a line.', 'list', '', '', '', 130, 1),
  ('host_name', 'organization', '', 'The program', 'Run by', 'Where the one who runs it has no page of its own here.', 'line', '', '', '|pcsp||offering|', 205, 1),
  ('hours', 'organization', '', 'The program', 'Hours a year', 'Contact hours of one student. 120, about 100, at least 80, 100 to 120.', 'amount', 'hours', '', '|pcsp||offering|', 210, 1),
  ('season', 'organization', '', 'The program', 'When', '', 'choice', '', 'Summer
School year
All year', '|pcsp||offering|', 220, 1),
  ('grades', 'organization', '', 'The program', 'Grades', '0 is kindergarten, 13 after high school. 9 to 12.', 'amount', '', '', '|pcsp||offering|', 230, 1),
  ('ages', 'organization', '', 'The program', 'Ages', '', 'amount', 'years', '', '|pcsp||offering|', 240, 1),
  ('capacity', 'organization', '', 'The program', 'Places a year', '', 'amount', 'students', '', '|pcsp||offering|', 250, 1),
  ('enrolled', 'organization', '', 'The program', 'Students a year', '', 'amount', 'students', '', '|pcsp||offering|', 260, 1),
  ('fields', 'organization', '', 'The program', 'STEM fields', 'One a line.', 'list', '', '', '|pcsp||offering|', 270, 1),
  ('cost', 'organization', '', 'The program', 'Cost to a family', '0 when it is free.', 'amount', 'dollars', '', '|pcsp||offering|', 280, 1),
  ('stipend', 'organization', '', 'The program', 'Stipend', 'What a student is paid.', 'amount', 'dollars', '', '|pcsp||offering|', 290, 1),
  ('selection', 'organization', '', 'The program', 'How students are chosen', '', 'lines', '', '', '|pcsp||offering|', 300, 1),
  ('serves', 'organization', '', 'The program', 'Who it serves', '', 'lines', '', '', '|pcsp||offering|', 310, 1),
  ('next_steps', 'organization', '', 'The program', 'Where it leads', 'Programs and colleges that its students go on to.', 'lines', '', '', '|pcsp||offering|', 320, 1),
  ('begins', 'organization', '', 'The program', 'Begins', '', 'date', '', '', '|pcsp||offering|', 330, 1),
  ('ends', 'organization', '', 'The program', 'Ends', '', 'date', '', '', '|pcsp||offering|', 340, 1),
  ('strategic_plan', 'organization', '', 'Its standing', 'Has a strategic plan', '', 'yes_no', '', '', '|pcsp|', 410, 0),
  ('budget', 'organization', '', 'Its standing', 'Budget a year', '', 'amount', 'dollars', '', '|pcsp|', 420, 0),
  ('funding_ends', 'organization', '', 'Its standing', 'Funding is secure until', '', 'date', '', '', '|pcsp|', 430, 0),
  ('admission_process', 'organization', '', 'Admission', 'How it admits', 'Deadlines, what is read and by whom.', 'lines', '', '', '|college||admissions-office|', 510, 1),
  ('institution_type', 'organization', '', 'Admission', 'Kind of institution', '', 'choice', '', 'Public, 4 years
Private non-profit, 4 years
Private for-profit, 4 years
Public, 2 years
Private non-profit, 2 years
Private for-profit, 2 years
Public, less than 2 years
Private non-profit, less than 2 years
Private for-profit, less than 2 years', '|college|', 520, 1),
  ('hbcu', 'organization', '', 'Admission', 'Historically Black college or university', '', 'yes_no', '', '', '|college|', 530, 1),
  ('tribal', 'organization', '', 'Admission', 'Tribal college', '', 'yes_no', '', '', '|college|', 540, 1),
  ('admit_rate', 'organization', '', 'Admission', 'Admitted of those who applied', '', 'amount', 'percent', '', '|college|', 550, 1),
  ('pell_share', 'organization', '', 'Admission', 'Students with a Pell grant', '', 'amount', 'percent', '', '|college|', 560, 1),
  ('ipeds', 'organization', '', 'Numbers elsewhere', 'IPEDS unit', '', 'id', '', '', '', 910, 1),
  ('opeid', 'organization', '', 'Numbers elsewhere', 'OPE ID', '', 'id', '', '', '', 920, 1),
  ('other_id', 'organization', '', 'Numbers elsewhere', 'Number in the source', 'Of the list that it was imported from.', 'id', '', '', '', 930, 1),
  ('title', 'person', '', 'Office', 'Title', '', 'line', '', '', '', 10, 0),
  ('party', 'person', '', 'Office', 'Party', '', 'line', '', '', '', 20, 0),
  ('district', 'person', '', 'Office', 'District', '', 'line', '', '', '', 30, 0),
  ('office_state', 'person', '', 'Office', 'State', 'Two letters, such as PA.', 'line', '', '', '', 40, 0),
  ('term_ends', 'person', '', 'Office', 'Term ends', '', 'date', '', '', '', 50, 0),
  ('web', 'person', '', 'Office', 'Web page', '', 'url', '', '', '', 60, 0),
  ('cares_education', 'person', '', 'Cares about', 'Education', 'What shows it goes into the source.', 'yes_no', '', '', '', 110, 0),
  ('cares_equity', 'person', '', 'Cares about', 'Equity', '', 'yes_no', '', '', '', 120, 0),
  ('cares_stem', 'person', '', 'Cares about', 'STEM', '', 'yes_no', '', '', '', 130, 0),
  ('cares_workforce', 'person', '', 'Cares about', 'Workforce', '', 'yes_no', '', '', '', 140, 0),
  ('cares_access', 'person', '', 'Cares about', 'Access to college', '', 'yes_no', '', '', '', 150, 0);

insert into network_kinds (id, label, plural, place) values
  ('offering', 'Program for young people', 'Programs for young people', 55),
  ('district', 'School district', 'School districts', 105),
  ('office', 'Office of an official', 'Offices of officials', 142),
  ('committee', 'Committee', 'Committees', 144);
