// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit.h"
#include "base/result.h"
#include "playbook/items.h"

namespace enact::playbook {

// The page of a play: the hub's text, who enacted it, and beneath, for those who take part, their
// own ecosystem's runs and note.
base::Result<web::Response> play_page(app::Visit& visit, store::Reader& reader, const Item& play);

}  // namespace enact::playbook
