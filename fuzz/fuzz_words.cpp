// SPDX-License-Identifier: Apache-2.0
// Words that were folded once are folded; none is empty, too long or holds a gap.
#include "fuzz.h"
#include "network/folding.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace enact;
  const auto text = fuzz::text_of(data, size);
  for (const auto& word : network::words_in(text)) {
    fuzz::must(!word.empty() && word.size() <= 64);
    fuzz::must(word.find_first_of(" \t\n\0", 0, 4) == std::string::npos);
  }
  const auto once = network::folded(text);
  fuzz::must(network::folded(once) == once);
  return 0;
}
