// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/database.h"

namespace enact::exchange {

// Which of our things has a UUID, which alone does not say so. In memory; before each answer it
// reads which organizations are new, as the directory does. Thread-safe.
class UuidIndex {
 public:
  // The organization whose service, or who as an organization, has this UUID. It may be gone.
  std::optional<std::string> org_of(store::Reader& reader,
                                    std::string_view kind,
                                    std::string_view uuid);

 private:
  void refresh(store::Reader& reader);
  void fill(store::Reader& reader);
  void add(const std::string& org, const std::string& parent);

  std::mutex mutex_;
  std::int64_t number_ = 0;  // of the last change that was read; 0: nothing was
  std::unordered_map<std::string, std::string> orgs_;  // by UUID
};

}  // namespace enact::exchange
