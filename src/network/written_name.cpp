// SPDX-License-Identifier: Apache-2.0
#include "network/written_name.h"

#include <fmt/format.h>

#include "base/text.h"
#include "network/plain_text.h"
#include "network/queries.h"

namespace enact::network {

base::Result<std::string> id_written(store::Reader& reader,
                                     Thing thing,
                                     std::string_view written,
                                     std::string_view field) {
  const auto words = one_line(written);
  if (words.empty()) return std::string();
  const auto found =
      reader.all(thing == Thing::person ? sql::people_written_like : sql::orgs_written_like,
                 {{"written", words}});
  for (const auto& row : found)
    if (row.text("id") == words) return words;
  if (found.size() == 1) return found.front().text("id");
  const auto shown = base::shorten(words, 80);
  if (found.empty())
    return base::invalid(std::string(field),
                         fmt::format("There is no {} called \"{}\" on record. Add it first, or "
                                     "write the name as it stands there.",
                                     name_of(thing), shown));
  return base::invalid(
      std::string(field),
      fmt::format("More than one {} is called \"{}\". Write the last part of the address of the "
                  "page that you mean, such as {}.",
                  name_of(thing), shown, found.front().text("id")));
}

}  // namespace enact::network
