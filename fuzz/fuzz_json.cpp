// SPDX-License-Identifier: Apache-2.0
// What can be read can be written and read again, and is then the same.
#include "base/json.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace enact;
  const auto value = base::Json::parse(fuzz::text_of(data, size));
  if (!value) return 0;
  const auto text = value->dump();
  const auto again = base::Json::parse(text);
  fuzz::must(again.has_value());
  fuzz::must(again->dump() == text);
  return 0;
}
