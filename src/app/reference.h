// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/tool.h"
#include "base/json.h"
#include "identity/audit.h"
#include "store/database.h"

namespace enact::app {

// Two records that become one: everything that points to `merged` is to point to `kept`.
struct Merging {
  RecordPage::Record record = RecordPage::Record::org;
  std::string kept;
  std::string merged;
  identity::Event by;  // who and when; not an event to record for each table
};

// What a room did for a merge. The journal is kept with it and handed back when it is undone.
struct Moved {
  base::Json journal;  // null: nothing pointed there
  std::vector<std::string>
      words;  // "2 candidates", or a sentence where two things could not be one
};

// Where the tables of a room hold the id of an organization or person. Each room adds its own to
// Services when it starts, so that a merge moves them without knowing the room.
//
// move_back takes back what move did, and nothing else: what was added or pointed elsewhere since
// stays as it is. It says, in sentences, what it left.
struct Reference {
  std::string name;  // "outreach.candidates". Never change: in journals
  std::function<Moved(store::Writer&, const Merging&)> move;
  std::function<std::vector<std::string>(store::Writer&, const Merging&, const base::Json& journal)>
      move_back;
};

// The plain case: a column of a table whose rows have an id. Where only one row may point to a
// record, `move` changes nothing when the kept one has its own: the row stays where it is, unseen
// until the merge is undone.
struct ReferenceColumn {
  RecordPage::Record record = RecordPage::Record::org;
  std::string singular;  // "candidate": for "1 candidate" and "2 candidates"
  std::string plural;
  store::Query rows;  // select id from ... where column = :record
  store::Query move;  // update ... set column = :to where id = :id and column = :from
};
Reference reference_of(std::string name, ReferenceColumn column);

}  // namespace enact::app
