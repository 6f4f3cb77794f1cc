// SPDX-License-Identifier: Apache-2.0
#include "app/job.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "app/job_runner.h"
#include "app/tests/services.h"

namespace enact::app {
namespace {

using namespace std::chrono_literals;

class Jobs : public testing::TestWithParam<support::Backend> {};
INSTANTIATE_TEST_SUITE_P(, Jobs, testing::ValuesIn(support::backends()), support::backend_name);

void add(World& world, const std::string& kind, const base::Json& payload = base::Json::object()) {
  world.write([&](store::Writer& writer) { enqueue(writer, kind, payload, world.clock.now()); });
}

JobCounts counts(World& world) {
  return world.read([](store::Reader& reader) { return job_counts(reader); });
}

TEST_P(Jobs, AreRunOnceWithTheirPayloadAndThenGone) {
  World world(GetParam());
  std::vector<std::string> seen;
  const Job job{.kind = "greet", .run = [&](const base::Json& payload, Services&) {
                  seen.push_back(payload["name"].text());
                  return base::Result<void>();
                }};
  add(world, "greet", base::Json::object().set("name", "Ana"));
  EXPECT_EQ(world.run_jobs({job}), 1);
  EXPECT_EQ(seen, std::vector<std::string>{"Ana"});
  EXPECT_EQ(counts(world).waiting, 0);
}

TEST_P(Jobs, AreNotRunBeforeTheirTime) {
  World world(GetParam());
  world.write([&](store::Writer& writer) {
    enqueue(writer, "later", base::Json::object(), world.clock.now() + 1h);
  });
  const Job job{.kind = "later", .run = [](const auto&, auto&) { return base::Result<void>(); }};
  EXPECT_EQ(world.run_jobs({job}), 0);
  world.clock.advance(1h);
  EXPECT_EQ(world.run_jobs({job}), 1);
}

TEST_P(Jobs, AreTriedFiveTimesLaterEachTimeAndThenKept) {
  World world(GetParam());
  int ran = 0;
  const Job job{.kind = "fails", .run = [&](const auto&, auto&) -> base::Result<void> {
                  if (++ran % 2 == 0) throw std::runtime_error("The disk is full.");
                  return base::conflict("The server is away.");
                }};
  add(world, "fails");
  EXPECT_EQ(world.run_jobs({job}), 1);
  EXPECT_EQ(world.run_jobs({job}), 0);
  auto pause = 1min;
  for (int tries = 1; tries < kMostTries; ++tries) {
    int waited = 0;
    while (ran == tries && ++waited < 1000) {
      world.clock.advance(1min);
      world.run_jobs({job});
    }
    EXPECT_GE(std::chrono::minutes(waited), pause);
    pause = std::chrono::minutes(waited);
  }
  EXPECT_EQ(ran, kMostTries);
  world.clock.advance(24h * 30);
  EXPECT_EQ(world.run_jobs({job}), 0);

  const auto failed = world.read([](store::Reader& reader) { return failed_jobs(reader); });
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0].kind, "fails");
  EXPECT_EQ(failed[0].jobs, 1);
  EXPECT_EQ(failed[0].failure, "The server is away.");
  EXPECT_EQ(counts(world).failed, 1);
}

TEST_P(Jobs, OfAKindThatNobodyKnowsAreKeptAsFailed) {
  World world(GetParam());
  add(world, "unheard.of");
  for (int i = 0; i < kMostTries; ++i) {
    EXPECT_EQ(world.run_jobs({}), 1);
    world.clock.advance(24h);
  }
  EXPECT_EQ(counts(world).failed, 1);
}

// The process dies in the middle: the claim is never finished.
TEST_P(Jobs, OfAProcessThatDiedAreRunAgainAfterTheLease) {
  World world(GetParam());
  int ran = 0;
  bool dying = true;
  std::vector<Job> jobs;
  jobs.push_back({.kind = "long", .run = [&](const auto&, auto&) -> base::Result<void> {
                    if (++ran == 1) {
                      // What another process finds meanwhile.
                      while (dying) {
                        EXPECT_EQ(world.run_jobs(jobs), 0);
                        world.clock.advance(kLease);
                        dying = false;
                        EXPECT_EQ(world.run_jobs(jobs), 1);
                      }
                      return base::conflict("I come back too late to have a say.");
                    }
                    return {};
                  }});
  add(world, "long");
  world.run_jobs(jobs);
  EXPECT_EQ(ran, 2);
  EXPECT_EQ(counts(world).waiting, 0);
  EXPECT_EQ(counts(world).failed, 0);
}

TEST_P(Jobs, ThatAreAddedInATransactionThatFailsNeverRun) {
  World world(GetParam());
  const auto result = world.write([&](store::Writer& writer) -> base::Result<void> {
    enqueue(writer, "greet", base::Json::object(), world.clock.now());
    return base::conflict("No.");
  });
  EXPECT_FALSE(result);
  EXPECT_EQ(counts(world).waiting, 0);
}

TEST_P(Jobs, ThatArePeriodicRunOnceATimeForAllRunners) {
  World world(GetParam());
  int ran = 0;
  const Job job{.kind = "remind",
                .run =
                    [&](const auto&, auto&) {
                      ++ran;
                      return base::Result<void>();
                    },
                .every = 60min};
  EXPECT_EQ(world.run_jobs({job}), 1);
  EXPECT_EQ(world.run_jobs({job}), 0);
  world.clock.advance(59min);
  EXPECT_EQ(world.run_jobs({job}), 0);
  world.clock.advance(1min);
  EXPECT_EQ(world.run_jobs({job}), 1);
  // After a night switched off it runs once, not eight times.
  world.clock.advance(8h);
  EXPECT_EQ(world.run_jobs({job}), 1);
  EXPECT_EQ(ran, 3);
}

TEST_P(Jobs, AreNeverRunTwiceByRunnersSideBySide) {
  World world(GetParam());
  constexpr int kJobs = 60;
  world.write([&](store::Writer& writer) {
    for (int i = 0; i < kJobs; ++i)
      enqueue(writer, "count", base::Json::object().set("n", i), world.clock.now());
  });
  std::mutex mutex;
  std::multiset<long long> seen;
  const Job job{.kind = "count", .run = [&](const base::Json& payload, Services&) {
                  const std::lock_guard lock(mutex);
                  seen.insert(payload["n"].integer());
                  return base::Result<void>();
                }};
  std::vector<std::thread> runners;
  for (int i = 0; i < 3; ++i) runners.emplace_back([&] { world.run_jobs({job}); });
  for (auto& runner : runners) runner.join();
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(kJobs));
  EXPECT_EQ(std::set<long long>(seen.begin(), seen.end()).size(), static_cast<std::size_t>(kJobs));
}

TEST_P(Jobs, RunnerRunsWhatIsQueuedAndStops) {
  World world(GetParam());
  std::atomic<int> ran = 0;
  JobRunner runner(world.services, {{.kind = "greet", .run = [&](const auto&, auto&) {
                                       ++ran;
                                       ran.notify_all();
                                       return base::Result<void>();
                                     }}});
  add(world, "greet");
  runner.start();
  ran.wait(0);
  runner.stop();
  EXPECT_EQ(ran, 1);
  EXPECT_EQ(counts(world).waiting, 0);
}

}  // namespace
}  // namespace enact::app
