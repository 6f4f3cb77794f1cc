// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/id.h"
#include "base/text.h"
#include "network/affiliations.h"
#include "network/csv_file.h"
#include "network/merge_references.h"
#include "network/network.h"
#include "network/people.h"
#include "network/people_export.h"
#include "network/people_index.h"
#include "network/person_rows.h"

namespace enact::network {
namespace {

const Columns& columns() {
  static const Columns all{.all = people_columns(), .required = {"id", "name"}};
  return all;
}

struct AffiliationLine {
  int number;
  Affiliation affiliation;
};

struct PersonLines {
  int number;  // of the first line
  PersonRecord person;
  std::vector<AffiliationLine> affiliations;
};

bool begin_alike(const Affiliation& a, const Affiliation& b) {
  return a.org == b.org && a.role == b.role && a.from == b.from;
}

bool are_alike(const Affiliation& a, const Affiliation& b) {
  return begin_alike(a, b) && a.until == b.until && a.has_ended == b.has_ended;
}

bool are_both_open(const Affiliation& a, const Affiliation& b) {
  return !a.has_ended && !b.has_ended && a.org == b.org && a.role == b.role;
}

bool has_alike(const std::vector<Affiliation>& all, const Affiliation& affiliation) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Affiliation& other) { return are_alike(other, affiliation); });
}

class Import {
 public:
  Import(store::Writer& writer, const identity::Event& by) : writer_(writer), by_(by) {}

  base::Result<ImportCount> run(const CsvFile& file) {
    for (std::size_t row = 0; row < file.size(); ++row) read(file, row);
    for (const auto& id : order_) check(people_.at(id));
    if (!faults_.empty()) {
      std::stable_sort(faults_.begin(), faults_.end(),
                       [](const base::Fault& a, const base::Fault& b) { return a.line < b.line; });
      return base::invalid(std::move(faults_));
    }
    ImportCount count;
    for (const auto& id : order_) save(people_.at(id), count);
    return count;
  }

 private:
  void add_fault(int line, std::string field, std::string message) {
    faults_.push_back(
        {.field = std::move(field), .message = std::move(message), .file = {}, .line = line});
  }

  void read(const CsvFile& file, std::size_t row) {
    const int line = file.line(row);
    const auto id = file.one_line(row, "id");
    if (!base::is_slug(id)) {
      add_fault(line, "id",
                "Give each person an id of small letters, digits and hyphens, the same in all "
                "lines of that person.");
      return;
    }
    if (const auto stands = standing_id(writer_, Thing::person, id);
        !stands.empty() && stands != id) {
      add_fault(line, "id",
                fmt::format("\"{}\" was merged into \"{}\". Give that id.", id, stands));
      return;
    }
    auto person = person_in(file, row, id);
    auto found = people_.find(id);
    if (found == people_.end()) {
      order_.push_back(id);
      found = people_.emplace(id, PersonLines{line, person, {}}).first;
    } else if (!says_the_same(found->second.person, person)) {
      add_fault(line, "name",
                fmt::format("This line says something else about the person than line {}. Name, "
                            "e-mail, phone and note are the same in all lines of a person.",
                            found->second.number));
    }
    Affiliation affiliation;
    affiliation.person = id;
    affiliation.person_name = person.name;
    affiliation.org = file.one_line(row, "org");
    affiliation.role = file.one_line(row, "role");
    affiliation.from = file.one_line(row, "from");
    affiliation.until = file.one_line(row, "until");
    affiliation.has_ended = !affiliation.until.empty();
    const bool is_there = !affiliation.org.empty() || !affiliation.role.empty() ||
                          !affiliation.from.empty() || !affiliation.until.empty();
    if (is_there) found->second.affiliations.push_back({line, std::move(affiliation)});
  }

  PersonRecord person_in(const CsvFile& file, std::size_t row, const std::string& id) {
    auto person = find_person_record(writer_, id).value_or(PersonRecord{});
    person.id = id;
    person.name = file.one_line(row, "name");
    if (file.has("email")) person.email = file.one_line(row, "email");
    if (file.has("phone")) person.phone = file.one_line(row, "phone");
    if (file.has("note")) person.note = file.several_lines(row, "note");
    if (file.has("make_believe")) {
      const auto cell = file.one_line(row, "make_believe");
      if (!cell.empty() && cell != "yes")
        add_fault(file.line(row), "make_believe",
                  "Write \"yes\" for a person who is made up, or nothing.");
      person.make_believe = cell == "yes";
    }
    return person;
  }

  void check(const PersonLines& lines) {
    for (auto& fault : faults_of(lines.person))
      add_fault(lines.number, std::move(fault.field), std::move(fault.message));
    const auto stored = affiliations_of(writer_, lines.person.id);
    for (const auto& line : lines.affiliations) check(line, lines, stored);
  }

  void check(const AffiliationLine& line,
             const PersonLines& lines,
             const std::vector<Affiliation>& stored) {
    const auto& affiliation = line.affiliation;
    auto faults = faults_of(affiliation);
    if (faults.empty() && affiliation.has_ended) faults = faults_of_end(affiliation, by_.at.day());
    if (!affiliation.org.empty() && !find_org(writer_, affiliation.org))
      faults.push_back({.field = "org",
                        .message = fmt::format("There is no organization \"{}\". Import the "
                                               "organizations first.",
                                               base::shorten(affiliation.org, 80)),
                        .file = {}});
    for (auto& fault : faults) add_fault(line.number, fault.field, fault.message);
    if (!faults.empty()) return;

    for (const auto& other : lines.affiliations)
      if (other.number < line.number && (are_alike(other.affiliation, affiliation) ||
                                         are_both_open(other.affiliation, affiliation)))
        add_fault(line.number, "role",
                  fmt::format("The person has this role there already by line {}.", other.number));
    if (!has_alike(stored, affiliation)) check_against(stored, line, lines);
  }

  void check_against(const std::vector<Affiliation>& stored,
                     const AffiliationLine& line,
                     const PersonLines& lines) {
    const auto is_in_file = [&](const Affiliation& other) {
      return std::any_of(lines.affiliations.begin(), lines.affiliations.end(),
                         [&](const auto& l) { return are_alike(l.affiliation, other); });
    };
    for (const auto& other : stored) {
      const bool is_same_beginning = begin_alike(other, line.affiliation);
      if (is_same_beginning && other.has_ended && !is_in_file(other))
        add_fault(line.number, "until",
                  fmt::format("On record this ended: {}. A file cannot take an end back; begin "
                              "anew with a later start.",
                              base::partial_date_words(other.until)));
      if (!is_same_beginning && are_both_open(other, line.affiliation))
        add_fault(line.number, "from",
                  "On record the person has this role there with another start. End that first.");
    }
  }

  void save(const PersonLines& lines, ImportCount& count) {
    const auto stored = find_person_record(writer_, lines.person.id);
    const bool is_new = !stored;
    bool is_changed = is_new || !says_the_same(*stored, lines.person);
    if (is_changed) save_row(writer_, lines.person, by_);
    const auto before = affiliations_of(writer_, lines.person.id);
    for (const auto& line : lines.affiliations)
      is_changed = save(line.affiliation, before) || is_changed;
    if (is_changed) index_person(writer_, lines.person.id);
    ++(is_new ? count.created : is_changed ? count.updated : count.unchanged);
  }

  // False where there was nothing to do.
  bool save(Affiliation affiliation, const std::vector<Affiliation>& stored) {
    if (has_alike(stored, affiliation)) return false;
    const auto open = std::find_if(stored.begin(), stored.end(), [&](const Affiliation& other) {
      return other.is_current() && begin_alike(other, affiliation);
    });
    if (open != stored.end()) {
      affiliation.id = open->id;
      return end_row(writer_, affiliation, by_);
    }
    affiliation.id = base::new_id();
    insert_row(writer_, affiliation, by_);
    return true;
  }

  store::Writer& writer_;
  const identity::Event& by_;
  std::map<std::string, PersonLines> people_;
  std::vector<std::string> order_;
  std::vector<base::Fault> faults_;
};

}  // namespace

base::Result<ImportCount> import_people(store::Writer& writer,
                                        std::string_view csv,
                                        const identity::Event& by) {
  const auto file = CsvFile::read(csv, columns());
  if (!file) return tl::unexpected(file.error());
  return Import(writer, by).run(*file);
}

}  // namespace enact::network
