// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace enact::web {

// Counters of one process, written as Prometheus text (exposition format 0.0.4). Thread-safe.
class Metrics {
 public:
  void request_done(int status, std::chrono::microseconds took);
  void connection_opened() { open_connections_.fetch_add(1); }
  void connection_closed() { open_connections_.fetch_sub(1); }
  void connection_refused() { refused_.fetch_add(1); }

  // A number that is asked for when the text is written, such as waiting jobs.
  void gauge(std::string name, std::string help, std::function<double()> value);

  std::string prometheus() const;

 private:
  // Upper bounds of the duration buckets, in microseconds.
  static constexpr std::array<std::int64_t, 10> kBounds{
      500, 1'000, 2'500, 5'000, 10'000, 25'000, 50'000, 100'000, 500'000, 2'500'000};
  struct Gauge {
    std::string name, help;
    std::function<double()> value;
  };

  std::array<std::atomic<std::int64_t>, 6> by_status_class_{};
  std::array<std::atomic<std::int64_t>, kBounds.size() + 1> buckets_{};
  std::atomic<std::int64_t> total_microseconds_{0};
  std::atomic<std::int64_t> open_connections_{0};
  std::atomic<std::int64_t> refused_{0};
  mutable std::mutex mutex_;
  std::vector<Gauge> gauges_;
};

}  // namespace enact::web
