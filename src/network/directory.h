// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "network/directory_index.h"
#include "store/database.h"

namespace enact::network {

// The directory of this process. Filled when it is first asked; before every answer it asks the
// database what has changed since, so that what is saved through one process is found through all
// others at once. Thread-safe. Not to be called from inside a read or write.
class Directory {
 public:
  DirectoryAnswer find(store::Database& db, const DirectoryQuestion& question);

  // As of the index.
  std::map<std::string, std::vector<std::string>> first_in_each(store::Database& db,
                                                                std::string_view kind,
                                                                std::size_t most);

  std::size_t bytes();    // of memory, roughly
  std::size_t entries();  // 0 before it is first asked

 private:
  void refresh(store::Database& db);
  void fill(store::Database& db, std::int64_t number);

  std::mutex refreshing_;          // one at a time reads what changed
  std::shared_mutex index_mutex_;  // held by all who read the index
  std::unique_ptr<DirectoryIndex> index_;
  std::atomic<std::int64_t> number_{-1};  // of the last change that the index knows
};

}  // namespace enact::network
