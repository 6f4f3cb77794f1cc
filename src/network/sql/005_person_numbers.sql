-- SPDX-License-Identifier: Apache-2.0
-- By which numbers lists know people, so that the next list finds them again.
insert into network_fields (id, thing, workspace, topic, label, help, shape, unit, choices, kinds, place, is_public)
values
  ('bioguide', 'person', '', 'Numbers elsewhere', 'Bioguide ID', 'Of a member of Congress.', 'id', '', '', '', 910, 0),
  ('open_states', 'person', '', 'Numbers elsewhere', 'Open States ID', 'Of a state official.', 'id', '', '', '', 920, 0),
  ('person_number', 'person', '', 'Numbers elsewhere', 'Number in the source', 'Of the list that the person was imported from.', 'id', '', '', '', 930, 0);

-- What an import put something else in place of, as it was known then: taking the import back gives
-- it back with its source, and with who noted it.
create table network_replaced_facts (
  thing text not null,
  subject text not null,
  version bigint not null,  -- of the record when the import changed it
  field text not null,
  value text not null,
  low double precision,
  high double precision,
  source text not null,
  as_of text not null,
  noted_by text not null,
  noted_at text not null,
  primary key (thing, subject, version, field)
);
