// SPDX-License-Identifier: Apache-2.0
#include "playbook/playbook.h"

#include "playbook/items.h"

namespace enact::playbook {

std::string play_title(store::Reader& reader, std::string_view play_id) {
  const auto play = find_item(reader, play_id);
  return play ? play->slug + " " + play->title : std::string(play_id);
}

}  // namespace enact::playbook
