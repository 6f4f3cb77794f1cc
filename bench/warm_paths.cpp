// SPDX-License-Identifier: Apache-2.0
//
// warm_paths_bench DATABASE [TIMES]: looks for the warmest ways up to the third degree in a
// database that seed_links.py filled, from the people of one ecosystem after another to somebody
// else each time, and prints how long the median and the slowest hundredth took.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <random>
#include <string>

#include "app/assets.h"
#include "identity/assets.h"
#include "imports/assets.h"
#include "network/assets.h"
#include "network/warm_paths.h"

namespace enact::network {
namespace {

constexpr int kEcosystems = 100;
constexpr int kPeople = 1'000'000;

struct Measured {
  std::vector<double> ms;
  std::vector<double> busy;  // processor time alone
  std::size_t found = 0;
  std::size_t paths = 0;
};

double at(std::vector<double>& all, double part) {
  std::sort(all.begin(), all.end());
  return all[static_cast<std::size_t>(part * static_cast<double>(all.size() - 1))];
}

void say(const std::string& what, Measured& measured) {
  fmt::print("{}\t{:.1f}\t{:.1f}\t{:.1f}\t{:.1f}\t{} of {} reached, {:.1f} ways each\n", what,
             at(measured.ms, 0.5), at(measured.ms, 0.99), at(measured.ms, 1),
             at(measured.busy, 0.99), measured.found, measured.ms.size(),
             static_cast<double>(measured.paths) /
                 static_cast<double>(std::max<std::size_t>(measured.found, 1)));
  std::fflush(stdout);
}

// Whose knowledge is used: one ecosystem's, or everybody's, as the hub may.
enum class Knows { own, all };

Measured measure(store::Database& db, int times, Knows knows, std::size_t offices) {
  const auto today = *base::Day::parse("2026-11-22");
  std::mt19937 dice(7);
  Measured measured;
  for (int i = 0; i < times; ++i) {
    const auto ecosystem = fmt::format("bench-region-{}", i % kEcosystems);
    WarmPathQuery query;
    for (std::size_t n = 0; n < offices; ++n)
      query.to.push_back(fmt::format("bench-{:07}", dice() % kPeople));
    query.viewer = "somebody";
    query.workspaces = {ecosystem};
    query.everywhere = knows == Knows::all;
    const auto since = std::chrono::steady_clock::now();
    const auto busy_since = std::clock();
    const auto paths = db.read([&](store::Reader& reader) {
      query.from = people_at(reader, ecosystem);
      return warm_paths(reader, query, today);
    });
    measured.ms.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since)
            .count());
    measured.busy.push_back(1000.0 * static_cast<double>(std::clock() - busy_since) /
                            CLOCKS_PER_SEC);
    measured.found += paths.empty() ? 0 : 1;
    measured.paths += paths.size();
  }
  return measured;
}

void run(const std::string& url, int times) {
  auto db = store::Database::open({.url = url,
                                   .rooms = {{"identity", identity::assets()},
                                             {"app", app::assets()},
                                             {"imports", imports::assets()},
                                             {"network", assets()}}});
  fmt::print("what\tmedian ms\tp99 ms\tslowest ms\tprocessor p99 ms\n");
  measure(*db, std::min(times, 50), Knows::all, 1);  // warm
  for (const auto& [what, knows, offices] :
       {std::tuple("a person", Knows::all, 1), std::tuple("an office", Knows::all, 5),
        std::tuple("anybody", Knows::all, 200), std::tuple("own links", Knows::own, 1)}) {
    auto measured = measure(*db, times, knows, static_cast<std::size_t>(offices));
    say(what, measured);
  }
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  fmt::print("memory\t{} MB\n", used.ru_maxrss / 1024);
}

}  // namespace
}  // namespace enact::network

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: warm_paths_bench DATABASE [TIMES]\n");
    return 2;
  }
  try {
    enact::network::run(argv[1], argc > 2 ? std::atoi(argv[2]) : 1'000);
  } catch (const std::exception& failure) {
    fmt::print(stderr, "{}\n", failure.what());
    return 1;
  }
  return 0;
}
