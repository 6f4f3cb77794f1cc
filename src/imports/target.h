// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/asset.h"
#include "base/result.h"
#include "identity/audit.h"
#include "imports/values.h"
#include "store/database.h"

namespace enact::imports {

// How the text of a field is written, whatever the file wrote: see field_text.h.
enum class FieldType {
  line,         // one line, spaces joined
  text,         // several lines
  list,         // one item a line
  whole,        // "6256"
  number,       // "41.88"
  quantity,     // a number that may be rough: "8", "about 300", "at least 8", "100-120"
  amount,       // of dollars: "29682", "29682.5"
  day,          // "2026-11-22"
  partial_day,  // "2026", "2026-11", "2026-11-22"
  truth,        // "yes", "no"
  choice,       // one of the field's choices
  email,
  phone,
  url,
  state,   // two letters: "IL"
  zip,     // "02139", "20774-2199"
  grades,  // "9-12", "PK-5", "K"
};

struct FieldChoice {
  std::string value;
  std::string label;
};

enum class Presence { optional, required };

// Whether an import may change what is on record: what people said themselves, such as a consent,
// an import may fill in where there is nothing, and never change. What goes along is no change by
// itself: the source of what else the row says.
enum class Guard { open, set_once, goes_along };

struct Field {
  std::string name;   // "email". Never change: in saved mappings and in plans
  std::string label;  // "E-mail"
  FieldType type = FieldType::line;
  Presence presence = Presence::optional;  // of a new record
  Guard guard = Guard::open;
  std::vector<std::string> headers = {};  // names that files give it, in lower case
  std::vector<FieldChoice> choices = {};
  std::string help = {};
  // A list that the planner makes of other fields, an item a line: the places of a person. No
  // column goes there; rows that say the same of a record but for such lists go in as one.
  bool is_gathered = false;
};

// Fields that together say which record is meant: {"id"}, or {"name", "city"}.
using Identity = std::vector<std::string>;

// On which occasion something is planned or written: for whom, and by whom.
struct Occasion {
  std::string org;                 // the ecosystem that the import is for; empty: the whole network
  std::vector<Identity> identify;  // the first of which a row has every field says which it means
  identity::Event by;              // who and when; not an event to record for each record
};

// A record that a row may be about.
struct Match {
  enum class Strength { certain, likely };  // a likely one is asked about

  std::string record;
  std::string label;  // "Ana Alvarez, Lakeside"
  std::string why;    // "the same e-mail address"
  Strength strength = Strength::certain;
};

// A row on its way to a plan. Everything but line and values is for the planner to fill in.
struct Candidate {
  int line = 0;
  Values values;                    // what the row says; may be tidied, or added to
  std::string label;                // what the record is called in lists
  std::string new_record;           // the id that it gets if it is new; no two rows' are alike
  std::vector<base::Fault> faults;  // any: the row is not imported. `field` is a field's name
  std::vector<std::string> notes;   // what a person should know of it; sentences
  std::vector<Match> matches;       // best first; all of them, however many
};

// Judges the rows of one file. May keep what it has seen of them, so it is used for one file only.
class Planner {
 public:
  virtual ~Planner() = default;
  // Some rows, in the order of the file, each row once. The reader is good for this call only.
  virtual void judge(store::Reader& reader, std::span<Candidate> rows) = 0;
};

// A record as it is now.
struct Stored {
  std::string id;
  std::int64_t version = 0;
  std::string label;
  Values values;  // every field of the target
};

struct NewRecord {
  std::string id;
  Values values;
};

struct RecordChange {
  std::string id;
  std::int64_t version = 0;  // the record must have it, or it is refused
  Values values;             // the fields that change; the others stay
};

struct RecordVersion {
  std::string id;
  std::int64_t version = 0;
};

// Why a record was left as it is, such as "Somebody changed it."
struct Refusal {
  std::string record;
  std::string why;
};

// One kind of thing that can be imported, as its room provides it. Lives as long as the program,
// is shared by all threads, and holds no state.
//
// A record has a version: 1 when it is new, and one more with every change of whatever kind. By it
// a commit finds out that a record changed since the plan, and an undo that it changed since the
// commit. What create, update, restore and remove refuse they name, and change nothing of it; they
// write all the rest, because the caller then takes back the whole transaction. They are given at
// most kBatch records, write search entries and counts along, but no event for each record: the
// import is one event, and its rows are the record of what changed.
class Target {
 public:
  static constexpr std::size_t kBatch = 500;

  virtual ~Target() = default;

  virtual std::string_view name() const = 0;      // "people". Never change: in the database
  virtual std::string_view label() const = 0;     // "People"
  virtual std::string_view singular() const = 0;  // "person"
  virtual std::string_view plural() const = 0;    // "people"
  virtual const std::vector<Field>& fields() const = 0;
  // The same target as an ecosystem has it, with fields of its own; nothing where it has none, and
  // this one serves. Good as long as the caller keeps it.
  virtual std::unique_ptr<const Target> of_ecosystem(store::Reader&, std::string_view) const {
    return nullptr;
  }
  // Used where the mapping does not say: tried in this order.
  virtual std::vector<Identity> identities() const = 0;
  // Whether rows that say the same of these fields are about the same record for certain, so that
  // they may go in as one; people of one name are not.
  virtual bool is_certain(const Identity&) const { return true; }
  // What a row says where that depends on what is on record (nullptr: the record is new), such as
  // a list that only grows; or a sentence why it cannot be said.
  virtual base::Result<Values> fitted(const Stored*, Values said) const { return said; }
  // Ready-made mappings, as files (mapping.h says what stands in them).
  virtual base::Assets mappings() const { return {}; }
  // The page of a record, or empty.
  virtual std::string url_of(std::string_view) const { return {}; }

  virtual std::unique_ptr<Planner> planner(store::Reader& reader, const Occasion& on) const = 0;
  // A text that is another one as soon as any record of the kind changed, such as the newest
  // event's id; empty where that cannot be told. Saves a commit from matching every row again.
  virtual std::string state(store::Reader&) const { return {}; }
  // Those that exist, in any order.
  virtual std::vector<Stored> load(store::Reader& reader,
                                   std::span<const std::string> ids) const = 0;

  // Refuses an id that is taken.
  virtual std::vector<Refusal> create(store::Writer& writer,
                                      std::span<const NewRecord> records,
                                      const Occasion& on) const = 0;
  virtual std::vector<Refusal> update(store::Writer& writer,
                                      std::span<const RecordChange> changes,
                                      const Occasion& on) const = 0;
  // An update that takes back what an import changed.
  virtual std::vector<Refusal> restore(store::Writer& writer,
                                       std::span<const RecordChange> changes,
                                       const Occasion& on) const {
    return update(writer, changes, on);
  }
  // Takes back what an import created. Refuses also what something else refers to by now.
  virtual std::vector<Refusal> remove(store::Writer& writer,
                                      std::span<const RecordVersion> records,
                                      const Occasion& on) const = 0;
  // Once at the end of a commit or an undo, in its transaction: for what is done for all at once.
  virtual void finish(store::Writer&, const Occasion&) const {}
};

const Field* find_field(const Target& target, std::string_view name);

// Whether a column of a file may go there.
inline bool is_offered(const Field& field) {
  return !field.is_gathered;
}

// A target as the ecosystem has it, with whatever must be kept for that.
class TargetOf {
 public:
  TargetOf(store::Reader& reader, const Target& target, std::string_view org)
      : own_(target.of_ecosystem(reader, org)), target_(own_ ? own_.get() : &target) {}
  operator const Target&() const { return *target_; }
  const Target& operator*() const { return *target_; }
  const Target* operator->() const { return target_; }

 private:
  std::shared_ptr<const Target> own_;
  const Target* target_;
};

// "1 person", "6,256 people".
std::string counted(const Target& target, long long n);

}  // namespace enact::imports
