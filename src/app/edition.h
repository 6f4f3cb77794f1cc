// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "store/database.h"
#include "web/response.h"

namespace enact::app {

// The public pages change only when somebody publishes, so each change counts up one number in
// the database: the edition. A page kept from the same edition is the page that would be made.

// To be called in every transaction that changes what a visitor without an account can read.
void touch_public_pages(store::Writer& writer);

std::int64_t public_edition(store::Reader& reader);

// Finished public pages of one edition, the least used dropped first. Only a saving: every process
// asks the database for the edition before it uses one, so that what is published through one
// process is read through all others at once. Thread-safe.
class PageCache {
 public:
  explicit PageCache(std::size_t bytes = 16 * 1024 * 1024) : most_bytes_(bytes) {}

  std::shared_ptr<const web::Response> find(const std::string& target, std::int64_t edition);
  void keep(const std::string& target, std::int64_t edition, web::Response response);

 private:
  struct Entry {
    std::string target;
    std::shared_ptr<const web::Response> response;
    std::size_t bytes;
  };
  void begin(std::int64_t edition);

  std::mutex mutex_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::int64_t edition_ = -1;
  std::list<Entry> entries_;  // most recently used first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_target_;
};

}  // namespace enact::app
