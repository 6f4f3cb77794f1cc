// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "base/date.h"

namespace enact::base {

// Where the time comes from. Rules take a Day or an Instant; only the outermost code asks a clock.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;

  Day today() const { return now().day(); }
};

class SystemClock : public Clock {
 public:
  Instant now() const override {
    return Instant(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
  }
};

// A clock that a test sets.
class FixedClock : public Clock {
 public:
  explicit FixedClock(Instant at) : at_(at) {}
  Instant now() const override { return at_; }
  void set(Instant at) { at_ = at; }
  void advance(std::chrono::milliseconds by) { at_ = at_ + by; }

 private:
  Instant at_;
};

}  // namespace enact::base
