// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace enact::stats {

// Calls work(0) ... work(parts - 1), each once, on so many threads. The parts must not touch what
// another one writes; what they give is put together by part, never by thread, so that the number
// of threads cannot show in a result.
template <class Work>
void in_parallel(int threads, std::size_t parts, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto helpers = std::min<std::size_t>(threads > 1 ? threads - 1 : 0, parts);
  std::vector<std::exception_ptr> failures(helpers + 1);
  const auto run = [&](std::size_t who) {
    try {
      for (std::size_t part = next++; part < parts; part = next++) work(part);
    } catch (...) {
      failures[who] = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  for (std::size_t i = 0; i < helpers; ++i) others.emplace_back(run, i + 1);
  run(0);
  for (auto& other : others) other.join();
  for (const auto& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

}  // namespace enact::stats
