// SPDX-License-Identifier: Apache-2.0
#include "network/warm_path.h"

#include <gmock/gmock.h>

#include <functional>
#include <map>
#include <random>
#include <set>

#include "network/links.h"
#include "network/people.h"
#include "network/warm_paths.h"
#include "world.h"

namespace enact::network {
namespace {

using testing::ElementsAre;

const base::Day kToday = *base::Day::parse("2026-11-22");

Acquaintance step(std::string from, std::string to, Strength strength, std::string last = "") {
  const auto link = from + "-" + to;
  return {std::move(from), std::move(to), strength, std::move(last), link};
}

std::vector<std::string> people_of(const WarmPath& path) {
  std::vector<std::string> people{path.steps.front().from};
  for (const auto& walked : path.steps) people.push_back(walked.to);
  return people;
}

TEST(Warmth, GrowsWithHowWellAndHowRecentlyTwoKnowEachOther) {
  const auto of = [](Strength strength, const char* last) {
    return warmth(step("a", "b", strength, last), kToday);
  };
  EXPECT_GT(of(Strength::know_well, "2026-10"), of(Strength::work_together, "2026-10"));
  EXPECT_GT(of(Strength::work_together, "2026"), of(Strength::have_met, "2026"));
  EXPECT_GT(of(Strength::have_met, "2026-10"), of(Strength::have_met, "2025-10"));
  EXPECT_GT(of(Strength::have_met, "2025-10"), of(Strength::have_met, "2012"));
  EXPECT_GT(of(Strength::have_met, "2026-10"), of(Strength::have_met, "")) << "unknown is between";
  EXPECT_LT(of(Strength::have_met, "2012"), of(Strength::have_met, ""));
}

// All simple paths up to `degree`, by trying every one.
std::vector<double> brute_force(const std::vector<Acquaintance>& links,
                                const std::set<std::string>& from,
                                const std::set<std::string>& to,
                                std::size_t degree) {
  std::map<std::pair<std::string, std::string>, double> best;  // by the first two people
  std::function<void(const std::string&, std::vector<std::string>, double)> walk =
      [&](const std::string& at, std::vector<std::string> path, double so_far) {
        if (path.size() > 1 && to.count(at) != 0) {
          auto& known = best[{path[0], path[1]}];
          known = std::max(known, so_far);
          return;
        }
        if (path.size() > degree) return;
        for (const auto& link : links)
          for (const auto& [near, far] : {std::pair{link.from, link.to}, {link.to, link.from}}) {
            const bool is_new = std::find(path.begin(), path.end(), far) == path.end();
            if (near != at || !is_new || from.count(far) != 0) continue;
            auto longer = path;
            longer.push_back(far);
            walk(far, longer, so_far * warmth(link, kToday));
          }
      };
  for (const auto& start : from) walk(start, {start}, 1);
  std::vector<double> found;
  for (const auto& [ends, warm] : best) found.push_back(warm);
  std::sort(found.rbegin(), found.rend());
  return found;
}

std::vector<Acquaintance> both_ways(const std::vector<Acquaintance>& links) {
  auto all = links;
  for (auto link : links) {
    std::swap(link.from, link.to);
    all.push_back(link);
  }
  return all;
}

TEST(WarmPaths, AreThoseOfTryingEveryChain) {
  std::mt19937 dice(20261122);
  for (int round = 0; round < 200; ++round) {
    const auto roll = [&](unsigned sides) { return static_cast<int>(dice() % sides); };
    std::vector<Acquaintance> links;
    std::set<std::pair<int, int>> linked;
    for (int i = 0; i < 14; ++i) {
      const auto a = roll(9), b = roll(9);
      if (a == b || !linked.emplace(std::min(a, b), std::max(a, b)).second) continue;
      links.push_back(step(std::to_string(a), std::to_string(b), static_cast<Strength>(1 + roll(3)),
                           std::to_string(2015 + roll(12))));
    }
    for (std::size_t ahead = 0; ahead <= 3; ++ahead) {
      WarmSearch us(WarmSearch::From::us, {"0", "1"}, {"7", "8"});
      WarmSearch them(WarmSearch::From::them, {"7", "8"}, {"0", "1"});
      for (std::size_t i = 0; i < ahead; ++i) us.grow(both_ways(links), kToday);
      for (std::size_t i = ahead; i < 3; ++i) them.grow(both_ways(links), kToday);
      std::vector<double> found;
      for (const auto& path : meet(us, them, 100)) found.push_back(path.warmth);
      const auto expected = brute_force(links, {"0", "1"}, {"7", "8"}, 3);
      ASSERT_EQ(found.size(), expected.size()) << "round " << round << ", ahead " << ahead;
      for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-12);
    }
  }
}

class WarmPathsOnRecord : public testing::TestWithParam<support::Backend> {
 protected:
  std::string add(const std::string& name) {
    return world.write(
        [&](store::Writer& w) { return add_person(w, person_called(name), world.by("Hana"))->id; });
  }
  Link know(const std::string& a, const std::string& b, bool is_private = false) {
    Link link;
    link.from = {Thing::person, a};
    link.to = {Thing::person, b};
    link.is_private = is_private;
    link.workspace = "lakeside";
    return *world.write([&](store::Writer& w) { return note_link(w, link, world.by("Hana")); });
  }
  std::vector<WarmPath> paths(const std::string& viewer) {
    return world.read([&](store::Reader& r) {
      return warm_paths(
          r, {.from = {ana}, .to = {dora}, .viewer = viewer, .workspaces = workspaces}, kToday);
    });
  }

  World world{GetParam()};
  std::vector<std::string> workspaces{"hillside", "lakeside"};
  std::string ana = add("Ana"), ben = add("Ben"), carl = add("Carl"), dora = add("Dora");
};

INSTANTIATE_TEST_SUITE_P(Backends,
                         WarmPathsOnRecord,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

TEST_P(WarmPathsOnRecord, LeadOverFriendsOfFriendsWhicheverWayTheyWereNoted) {
  know(ana, ben);
  know(carl, ben);
  know(carl, dora);
  const auto found = paths("user-Ben");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(people_of(found[0]), ElementsAre(ana, ben, carl, dora));
}

TEST_P(WarmPathsOnRecord, DoNotUseWhatSomebodyElseKeepsPrivateOrWhatHasEnded) {
  const auto link = know(ana, ben);
  know(ben, dora, true);
  EXPECT_TRUE(paths("user-Ben").empty());
  EXPECT_EQ(paths("user-Hana").size(), 1U);
  ASSERT_TRUE(world.write(
      [&](store::Writer& w) { return end_link(w, link.id, "2026", world.by("Hana")); }));
  EXPECT_TRUE(paths("user-Hana").empty());
}

TEST_P(WarmPathsOnRecord, UseWhatOwnEcosystemsKnowOnly) {
  know(ana, dora);
  EXPECT_EQ(paths("user-Ben").size(), 1U);
  workspaces = {"hillside"};
  EXPECT_TRUE(paths("user-Ben").empty());
}

TEST_P(WarmPathsOnRecord, LeadOverSomebodyWhoKnowsVeryManyToTheWarmestOfThem) {
  world.write([&](store::Writer& w) {
    for (int i = 0; i < 150; ++i) {
      Link link;
      link.from = {Thing::person, carl};
      link.to = {Thing::person, add_person(w, person_called("Guest"), world.by("Hana"))->id};
      link.workspace = "lakeside";
      EXPECT_TRUE(note_link(w, link, world.by("Hana")));
    }
  });
  know(ana, carl);
  know(ben, dora);
  Link warm;
  warm.from = {Thing::person, carl};
  warm.to = {Thing::person, ben};
  warm.strength = Strength::know_well;
  warm.workspace = "lakeside";
  ASSERT_TRUE(world.write([&](store::Writer& w) { return note_link(w, warm, world.by("Hana")); }));
  const auto found = paths("user-Hana");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(people_of(found[0]), ElementsAre(ana, carl, ben, dora));
}

TEST_P(WarmPathsOnRecord, GoNoFurtherThanTheThirdDegree) {
  const auto eve = add("Eve");
  know(ana, ben);
  know(ben, carl);
  know(carl, eve);
  know(eve, dora);
  EXPECT_TRUE(paths("user-Hana").empty());
}

}  // namespace
}  // namespace enact::network
