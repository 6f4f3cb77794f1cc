// SPDX-License-Identifier: Apache-2.0
//
// people_bench [ROWS] [DATABASE]: hands in a file of people at 2,000 organizations, of whom one in
// twenty stands there twice, looks through it, decides, imports it, looks through it again, and
// takes it back. Prints what each took and how much memory the process held at most.
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "app/assets.h"
#include "base/clock.h"
#include "base/csv.h"
#include "identity/assets.h"
#include "imports/assets.h"
#include "imports/committing.h"
#include "imports/deciding.h"
#include "imports/guess.h"
#include "imports/journal.h"
#include "imports/planning.h"
#include "imports/rows.h"
#include "network/assets.h"
#include "network/orgs.h"
#include "network/person_target.h"
#include "store/migrate.h"

namespace enact::imports {
namespace {

constexpr int kOneInSoManyStandsTwice = 20;
constexpr int kOrgs = 2'000;

const base::CsvRow& header() {
  static const base::CsvRow columns{"number", "name", "email", "org",   "role",
                                    "from",   "note", "party", "source"};
  return columns;
}

std::string people(int rows) {
  constexpr const char* kFirst[] = {"Ana", "Ben", "Cleo", "Dan", "Ada", "Hana", "Rui", "Rosa"};
  constexpr const char* kLast[] = {"Alvarez", "Brook", "Castillo", "Duarte", "Eriksen", "Fox"};
  base::CsvWriter csv(header());
  for (int row = 0; row < rows; ++row) {
    const bool is_double = row % kOneInSoManyStandsTwice == kOneInSoManyStandsTwice - 1;
    const int person = is_double ? row - 7 : row;
    const std::string name =
        fmt::format("{} {} {}", kFirst[person % 8], kLast[person / 8 % 6], person);
    csv.add({std::to_string(person), is_double ? name + " (again)" : name,
             fmt::format("person{}@example.org", person), fmt::format("lab-{}", person % kOrgs),
             "Program director", std::to_string(1990 + person % 30),
             "Met at the spring fair; wants to hear about programs for girls.",
             person % 3 == 0 ? "Independent" : "", "The list of the spring fair"});
  }
  return csv.text();
}

class Stopwatch {
 public:
  void say(const std::string& what) {
    const auto now = std::chrono::steady_clock::now();
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    fmt::print("{:<16} {:>7.2f} s  {:>5} MB\n", what,
               std::chrono::duration<double>(now - since_).count(), used.ru_maxrss / 1024);
    std::fflush(stdout);
    since_ = std::chrono::steady_clock::now();
  }

 private:
  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

void must(const base::Result<void>& done) {
  if (!done) throw std::runtime_error(done.error().message);
}

void add_orgs(store::Database& db, const Deed& by) {
  db.write([&](store::Writer& writer) {
    identity::Event event;
    event.actor_name = by.name;
    event.at = by.at;
    network::OrgRecord ecosystem;
    ecosystem.id = "lakeside";
    ecosystem.name = "Lakeside";
    ecosystem.kind = "ecosystem";
    (void)network::add_org(writer, ecosystem, event);
    for (int n = 0; n < kOrgs; ++n) {
      network::OrgRecord org;
      org.id = fmt::format("lab-{}", n);
      org.name = fmt::format("Lab {}", n);
      org.kind = "pcsp";
      org.parent = "lakeside";
      (void)network::add_org(writer, org, event);
    }
  });
}

void run(int rows, const std::string& url) {
  auto db = store::Database::open({.url = url,
                                   .rooms = {{"identity", identity::assets()},
                                             {"app", app::assets()},
                                             {"imports", assets()},
                                             {"network", network::assets()}}});
  const base::SystemClock clock;
  if (const auto done = store::migrate(*db, clock.now()); !done)
    throw std::runtime_error(done.error().message);
  const auto& target = network::person_target();
  const Deed by{"ana", "Ana", clock.now()};
  add_orgs(*db, by);
  auto csv = people(rows);
  fmt::print("{} rows, {:.1f} MB\n", rows, double(csv.size()) / 1e6);
  Stopwatch watch;

  const auto mapping = guessed_mapping(target, header());
  const auto hand_in = [&] {
    return begin_import(*db, {.org = "lakeside", .file_name = "people.csv", .mapping = mapping},
                        csv, by)
        .value();
  };
  const auto plan = [&](const std::string& id) {
    db->write([&](store::Writer& writer) { ask_for_plan(writer, id, clock.now()); });
    plan_import(*db, clock, target, id);
  };
  const auto counts = [&](const std::string& id) {
    for (const auto& [action, count] :
         db->read([&](store::Reader& reader) { return count_actions(reader, id); }))
      fmt::print("  {} {}", name_of(action), count);
    fmt::print("\n");
  };
  const auto id = hand_in();
  watch.say("hand in");
  plan(id);
  watch.say("dry run");
  counts(id);
  db->write([&](store::Writer& writer) {
    const auto import = *find_import(writer, id);
    (void)decide_alike(writer, import, target, Question::same_record, AnswerForAll::first_of_each,
                       by);
  });
  watch.say("decide");
  db->write([&](store::Writer& writer) {
    ask_for_commit(writer, *find_import(writer, id), clock.now());
  });
  must(commit_import(*db, clock, target, id, by));
  watch.say("commit");
  const auto again = hand_in();
  plan(again);
  watch.say("dry run again");
  counts(again);
  db->write([&](store::Writer& writer) { ask_for_undo(writer, id, clock.now()); });
  must(undo_import(*db, clock, target, id, by, ChangedSince::refuse));
  watch.say("undo");
  const auto third = hand_in();
  plan(third);
  const auto left = rows - db->read([&](store::Reader& reader) {
    return count_actions(reader, third)[Action::create] + count_actions(reader, third)[Action::ask];
  });
  fmt::print("{} people left\n", left);
}

}  // namespace
}  // namespace enact::imports

int main(int argc, char** argv) {
  try {
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100'000;
    if (argc > 2) {
      enact::imports::run(rows, argv[2]);
      return 0;
    }
    char folder[] = "/tmp/enact-people.XXXXXX";
    if (::mkdtemp(folder) == nullptr) return 2;
    const std::string file = std::string(folder) + "/people.db";
    enact::imports::run(rows, file);
    for (const char* ending : {"", "-wal", "-shm"}) ::unlink((file + ending).c_str());
    ::rmdir(folder);
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "people_bench: %s\n", failure.what());
    return 2;
  }
}
