// SPDX-License-Identifier: Apache-2.0
#include "web/metrics.h"

#include <gmock/gmock.h>

#include <thread>

namespace enact::web {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

TEST(Metrics, CountRequestsByClassOfStatus) {
  Metrics metrics;
  metrics.request_done(200, 1ms);
  metrics.request_done(204, 1ms);
  metrics.request_done(503, 1ms);

  const auto text = metrics.prometheus();

  EXPECT_THAT(text, HasSubstr("# TYPE enact_http_requests_total counter\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_requests_total{status=\"2xx\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_requests_total{status=\"4xx\"} 0\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_requests_total{status=\"5xx\"} 1\n"));
}

TEST(Metrics, BucketsHoldAllThatTookNoLonger) {
  Metrics metrics;
  metrics.request_done(200, 500us);
  metrics.request_done(200, 501us);
  metrics.request_done(200, 30ms);
  metrics.request_done(200, 10s);

  const auto text = metrics.prometheus();

  EXPECT_THAT(text, HasSubstr("\nenact_http_request_seconds_bucket{le=\"0.0005\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_request_seconds_bucket{le=\"0.001\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_request_seconds_bucket{le=\"0.05\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_request_seconds_bucket{le=\"2.5\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_request_seconds_bucket{le=\"+Inf\"} 4\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_request_seconds_sum 10.031001\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_request_seconds_count 4\n"));
}

TEST(Metrics, ShowConnectionsTheProcessAndGauges) {
  Metrics metrics;
  metrics.connection_opened();
  metrics.connection_opened();
  metrics.connection_closed();
  metrics.connection_refused();
  metrics.gauge("enact_jobs_waiting", "Jobs that wait.", [] { return 2.5; });

  const auto text = metrics.prometheus();

  EXPECT_THAT(text, HasSubstr("\nenact_http_connections 1\n"));
  EXPECT_THAT(text, HasSubstr("\nenact_http_connections_refused_total 1\n"));
  EXPECT_THAT(text, testing::ContainsRegex("\nprocess_resident_memory_bytes [1-9][0-9]+\n"));
  EXPECT_THAT(text, testing::ContainsRegex("\nprocess_start_time_seconds [1-9][0-9]+\\.[0-9]+\n"));
  EXPECT_THAT(text, HasSubstr("# HELP enact_jobs_waiting Jobs that wait.\n"
                              "# TYPE enact_jobs_waiting gauge\nenact_jobs_waiting 2.5\n"));
}

TEST(Metrics, LoseNothingWhenManyCountAtOnce) {
  Metrics metrics;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 1000; ++n) metrics.request_done(200, 1us);
    });
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(metrics.prometheus(), HasSubstr("enact_http_request_seconds_count 4000\n"));
}

}  // namespace
}  // namespace enact::web
