// SPDX-License-Identifier: Apache-2.0
#include "network/cards.h"

#include "network/affiliations.h"
#include "network/facts.h"
#include "network/orgs.h"
#include "network/people.h"
#include "network/permissions.h"

namespace enact::network {
namespace {

bool refuses(const std::vector<Permission>& history, Channel channel) {
  const auto* standing = standing_on(history, channel);
  return standing != nullptr && standing->answer == Permission::Answer::no;
}

}  // namespace

std::optional<Card> card_of_person(store::Reader& reader,
                                   std::string_view id,
                                   const std::string& site) {
  const auto person = find_person_record(reader, id);
  if (!person) return std::nullopt;
  Card card;
  card.uid = site + "/people/" + person->id;
  card.name = person->name;
  const auto said = permissions_of(reader, person->id);
  if (!refuses(said, Channel::email)) card.email = person->email;
  if (!refuses(said, Channel::phone)) card.phone = person->phone;
  for (const auto& affiliation : affiliations_of(reader, person->id)) {
    if (!affiliation.is_current()) continue;
    card.organization = affiliation.org_name;
    card.role = affiliation.role;
    break;
  }
  if (person->make_believe) card.note = "A make-believe person, invented for a demo.";
  card.revised = person->updated_at;
  return card;
}

std::optional<Card> card_of_org(store::Reader& reader,
                                std::string_view id,
                                const std::string& site) {
  const auto org = find_record(reader, id);
  if (!org) return std::nullopt;
  const auto facts = facts_of(reader, {Thing::organization, org->id});
  const auto fact = [&](std::string_view field) {
    const auto found = facts.find(field);
    return found == facts.end() ? std::string() : found->second.value;
  };
  Card card;
  card.kind = Card::Kind::organization;
  card.uid = site + "/orgs/" + org->id;
  card.name = org->name;
  card.email = fact("email");
  card.phone = fact("phone");
  card.url = org->url;
  card.street = fact("street");
  card.city = fact("city");
  card.state = fact("state");
  card.zip = fact("zip");
  card.revised = org->updated_at;
  return card;
}

std::string left_out_of_card(store::Reader& reader, std::string_view person) {
  const auto said = permissions_of(reader, person);
  const bool email = refuses(said, Channel::email), phone = refuses(said, Channel::phone);
  if (email && phone) return "without e-mail address and telephone, as this person wishes";
  if (email) return "without the e-mail address, as this person wishes";
  if (phone) return "without the telephone, as this person wishes";
  return {};
}

base::Result<web::Response> cards_response(const app::Visit& visit,
                                           const std::vector<Card>& cards,
                                           std::string_view file_name) {
  const auto asked = visit.request.query_value("version");
  const auto version = asked.empty() ? CardVersion::v4 : card_version_named(asked);
  if (!version) return base::invalid("version", "There are cards of version 3 and of version 4.");
  web::Response response;
  response.type = "text/vcard; charset=utf-8";
  for (const auto& card : cards) response.body += card_text(card, *version);
  response.header("Content-Disposition", "attachment; filename=\"" + std::string(file_name) + "\"");
  return response;
}

}  // namespace enact::network
