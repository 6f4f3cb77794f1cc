// SPDX-License-Identifier: Apache-2.0
// How well and how fast rows about the same person are found; started by bench/run.
//
//   bench_linkage files FOLDER    the public files in shared/linkage
//   bench_linkage people FOLDER   a.csv, b.csv and truth.csv of gen_people.py
//   bench_linkage made ROWS       people made here
//
// A line for each: what, precision, recall, F1, seconds, seconds of processor time, with tabs
// between; at the end the seconds that reading took and the peak of memory in MB.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <unordered_map>

#include "made_people.h"
#include "stats/clusters.h"
#include "stats/quality.h"
#include "stats/tests/shared_files.h"

namespace enact::bench {
namespace {

using namespace enact::stats;
using std::filesystem::path;

// Seconds by the clock, and of processor time, which others on the machine change less.
struct Seconds {
  double elapsed;
  double busy;
};

class Watch {
 public:
  Seconds seconds() const {
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - began_;
    return {elapsed.count(), busy() - busy_before_};
  }

 private:
  static double busy() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  double busy_before_ = busy();
};

void print(const std::string& what, const Quality& quality, const Seconds& seconds) {
  fmt::print("{}\t{:.4f}\t{:.4f}\t{:.4f}\t{:.2f}\t{:.2f}\n", what, quality.precision(),
             quality.recall(), quality.f1(), seconds.elapsed, seconds.busy);
  std::fflush(stdout);
}

double peak_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

Linkage answer(Estimate<Linkage> linkage) {
  if (!linkage) throw std::runtime_error(sentence(linkage.error()));
  return std::move(*linkage);
}

void time_dedupe(const std::string& what, const shared::People& people, LinkagePlan plan) {
  plan.threads = 2;
  const Watch watch;
  const auto linkage = answer(dedupe(people.records, plan));
  const auto pairs_took = watch.seconds();
  const auto groups = clusters(linkage, people.records);
  const auto groups_took = watch.seconds();
  print(what, quality_of_dedupe(linkage.pairs, people.truth), pairs_took);
  print(what + ", in groups", quality_of_dedupe(pairs_within(groups), people.truth), groups_took);
}

void time_link(const std::string& what,
               const shared::People& a,
               const shared::People& b,
               LinkagePlan plan) {
  plan.threads = 2;
  const Watch watch;
  const auto linkage = answer(link(a.records, b.records, plan));
  const auto pairs_took = watch.seconds();
  std::vector<Pair> chosen;
  for (const auto i : one_to_one(linkage)) chosen.push_back(linkage.pairs[i]);
  const auto chosen_took = watch.seconds();
  print(what, quality_of_link(linkage.pairs, a.truth, b.truth), pairs_took);
  print(what + ", one to one", quality_of_link(chosen, a.truth, b.truth), chosen_took);
}

void time_files(const path& folder) {
  for (const auto* name : {"RLdata500", "RLdata10000"})
    time_dedupe(name, shared::rldata(folder / fmt::format("{}.csv", name)), shared::rldata_plan());
  for (const int number : {1, 2, 3})
    time_dedupe(fmt::format("FEBRL {}", number),
                shared::febrl(folder / fmt::format("febrl_dataset{}.csv", number)),
                shared::febrl_plan());
  time_link("FEBRL 4", shared::febrl(folder / "febrl_dataset4a.csv"),
            shared::febrl(folder / "febrl_dataset4b.csv"), shared::febrl_plan());
  time_dedupe("fake_1000", shared::fake_1000(folder / "splink_fake_1000.csv"),
              shared::fake_1000_plan());
  time_dedupe("historical_50k", shared::historical(folder / "historical_50k.csv"),
              shared::historical_plan());
}

// One file of both, in which each key stands once, then one against the other.
void time_people(const shared::People& a, const shared::People& b) {
  shared::People both{Records::joined(a.records, b.records), a.truth};
  both.truth.insert(both.truth.end(), b.truth.begin(), b.truth.end());
  time_dedupe(fmt::format("Duplicates among {} people", both.records.size()), both,
              shared::people_plan());
  time_link(fmt::format("{} people against {}", a.records.size(), b.records.size()), a, b,
            shared::people_plan());
}

shared::People people_of(const path& file,
                         const std::unordered_map<std::string, std::string>& whom) {
  const auto table = shared::read(file);
  shared::People people{shared::records_of(table, "id"), {}};
  for (const auto& row : table.rows) {
    const auto known = whom.find(row[0]);
    people.truth.push_back(known == whom.end() ? row[0] : known->second);
  }
  return people;
}

void time_people_of(const path& folder) {
  const Watch watch;
  std::unordered_map<std::string, std::string> whom;
  for (const auto& row : shared::read(folder / "truth.csv").rows) whom[row[1]] = row[0];
  const auto a = people_of(folder / "a.csv", {});
  const auto b = people_of(folder / "b.csv", whom);
  const double seconds = watch.seconds().elapsed;
  time_people(a, b);
  fmt::print("Reading\t{:.2f}\n", seconds);
}

void time_made(std::size_t rows) {
  constexpr std::uint64_t kSeed = 7;
  auto made = made_people(rows / 2, kSeed);
  time_people({std::move(made.a), std::move(made.truth_a)},
              {std::move(made.b), std::move(made.truth_b)});
}

}  // namespace
}  // namespace enact::bench

int main(int count, char** words) {
  using namespace enact::bench;
  const std::string what = count == 3 ? words[1] : "";
  try {
    if (what == "files")
      time_files(words[2]);
    else if (what == "people")
      time_people_of(words[2]);
    else if (what == "made")
      time_made(std::stoul(words[2]));
    else
      throw std::runtime_error("usage: bench_linkage files FOLDER | people FOLDER | made ROWS");
  } catch (const std::exception& failure) {
    fmt::print(stderr, "bench_linkage: {}\n", failure.what());
    return 1;
  }
  fmt::print("Peak\t{:.0f}\n", peak_megabytes());
}
