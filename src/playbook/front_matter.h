// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace enact::playbook {

// One `key: value` or `key: [a, b]` of a document's head.
struct FrontMatterEntry {
  std::string key;
  std::vector<std::string> values;  // one for a scalar
  bool is_list = false;
  int line = 0;

  std::string text() const { return values.empty() ? std::string() : values.front(); }
};

struct FrontMatter {
  std::vector<FrontMatterEntry> entries;
  std::string_view body;  // after the closing line and one empty line; part of the text given
  int body_line = 1;

  const FrontMatterEntry* find(std::string_view key) const;
};

// Splits `---` / YAML 1.2 mapping of scalars and lists of scalars / `---` from the body. Anything
// deeper, anchors and doubled keys are faults, each with its line. At most 64 KB of head.
base::Result<FrontMatter> parse_front_matter(std::string_view text, std::string_view file = {});

// A value as it may stand after "key: ", quoted where YAML would read it as something else.
std::string yaml_scalar(std::string_view value);
std::string yaml_list(const std::vector<std::string>& values);

}  // namespace enact::playbook
