// SPDX-License-Identifier: Apache-2.0
#include "app/health.h"

#include <gmock/gmock.h>

#include "app/job.h"
#include "app/tests/services.h"

namespace enact::app {
namespace {

using testing::HasSubstr;

class Health : public testing::TestWithParam<support::Backend> {};
INSTANTIATE_TEST_SUITE_P(, Health, testing::ValuesIn(support::backends()), support::backend_name);

TEST_P(Health, KnowsTheTimeOfTheDatabase) {
  World world(GetParam());
  const auto before = base::SystemClock().now();
  const auto time = world.read([](store::Reader& reader) { return database_time(reader); });
  ASSERT_TRUE(time);
  EXPECT_GE(*time, before - std::chrono::seconds(1));
  EXPECT_LE(*time, base::SystemClock().now() + std::chrono::seconds(1));
}

TEST_P(Health, CountsWhatWaits) {
  World world(GetParam());
  add_gauges(world.services);
  world.write([&](store::Writer& writer) {
    enqueue(writer, "greet", base::Json::object(), world.clock.now());
  });
  const auto text = world.metrics.prometheus();
  EXPECT_THAT(text, HasSubstr("enact_jobs_waiting 1"));
  EXPECT_THAT(text, HasSubstr("enact_jobs_failed 0"));
}

}  // namespace
}  // namespace enact::app
