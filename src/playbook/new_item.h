// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "playbook/document.h"
#include "playbook/editor.h"

namespace enact::playbook {

// The editor for an item that is not there yet, with a text to begin from that has every key the
// kind needs.
Editor new_item_editor(Kind kind);

}  // namespace enact::playbook
