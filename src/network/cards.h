// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/visit.h"
#include "network/vcard.h"
#include "store/database.h"

namespace enact::network {

// The card of a person, without a channel on which the person does not want to be contacted.
// `site` is our public address. Nothing where there is nobody of that id.
std::optional<Card> card_of_person(store::Reader& reader,
                                   std::string_view id,
                                   const std::string& site);
std::optional<Card> card_of_org(store::Reader& reader,
                                std::string_view id,
                                const std::string& site);

// "E-mail address and telephone are not in the card": what a person's permissions keep out of it.
std::string left_out_of_card(store::Reader& reader, std::string_view person);

// The answer to an address that ends in .vcf; `?version=3` asks for the older form, which old
// address books need. A version that there is none of is refused.
base::Result<web::Response> cards_response(const app::Visit& visit,
                                           const std::vector<Card>& cards,
                                           std::string_view file_name);

}  // namespace enact::network
