// SPDX-License-Identifier: Apache-2.0
#include "web/metrics.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace enact::web {
namespace {

const auto kStarted = std::chrono::system_clock::now();

double start_seconds() {
  return std::chrono::duration<double>(kStarted.time_since_epoch()).count();
}

// Second number of /proc/self/statm, in pages; 0 where there is no such file.
long long resident_bytes() {
  long long all = 0, resident = 0;
  std::ifstream statm("/proc/self/statm");
  if (!(statm >> all >> resident)) return 0;
  return resident * sysconf(_SC_PAGESIZE);
}

class Text {
 public:
  void head(std::string_view name, std::string_view type, std::string_view help) {
    fmt::format_to(out(), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
  }
  template <class Value>
  void sample(std::string_view name, const Value& value) {
    fmt::format_to(out(), "{} {}\n", name, value);
  }
  template <class Value>
  void alone(std::string_view name,
             std::string_view type,
             std::string_view help,
             const Value& value) {
    head(name, type, help);
    sample(name, value);
  }
  std::string take() { return std::move(text_); }

 private:
  std::back_insert_iterator<std::string> out() { return std::back_inserter(text_); }
  std::string text_;
};

}  // namespace

void Metrics::request_done(int status, std::chrono::microseconds took) {
  constexpr auto kRelaxed = std::memory_order_relaxed;
  const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 0, 5));
  const auto bucket = std::lower_bound(kBounds.begin(), kBounds.end(), took.count());
  by_status_class_[status_class].fetch_add(1, kRelaxed);
  buckets_[static_cast<std::size_t>(bucket - kBounds.begin())].fetch_add(1, kRelaxed);
  total_microseconds_.fetch_add(took.count(), kRelaxed);
}

void Metrics::gauge(std::string name, std::string help, std::function<double()> value) {
  const std::lock_guard lock(mutex_);
  gauges_.push_back({std::move(name), std::move(help), std::move(value)});
}

std::string Metrics::prometheus() const {
  Text text;
  text.head("enact_http_requests_total", "counter", "Requests answered, by class of status.");
  for (std::size_t i = 1; i < by_status_class_.size(); ++i)
    text.sample(fmt::format("enact_http_requests_total{{status=\"{}xx\"}}", i),
                by_status_class_[i].load());

  text.head("enact_http_request_seconds", "histogram",
            "From the last byte of the request to the answer being ready.");
  std::int64_t count = 0;
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    count += buckets_[i].load();
    text.sample(fmt::format("enact_http_request_seconds_bucket{{le=\"{}\"}}",
                            static_cast<double>(kBounds[i]) / 1e6),
                count);
  }
  count += buckets_.back().load();
  text.sample("enact_http_request_seconds_bucket{le=\"+Inf\"}", count);
  text.sample("enact_http_request_seconds_sum",
              static_cast<double>(total_microseconds_.load()) / 1e6);
  text.sample("enact_http_request_seconds_count", count);

  text.alone("enact_http_connections", "gauge", "Connections that are open.",
             open_connections_.load());
  text.alone("enact_http_connections_refused_total", "counter",
             "Connections closed at once because their address, or all, held too many.",
             refused_.load());
  text.alone("process_resident_memory_bytes", "gauge", "Memory in use.", resident_bytes());
  text.alone("process_start_time_seconds", "gauge", "When the process began, in Unix time.",
             fmt::format("{:.3f}", start_seconds()));

  const std::lock_guard lock(mutex_);
  for (const auto& gauge : gauges_) text.alone(gauge.name, "gauge", gauge.help, gauge.value());
  return text.take();
}

}  // namespace enact::web
