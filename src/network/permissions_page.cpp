// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "network/form_views.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/permissions.h"
#include "network/person_pages.h"
#include "network/scopes.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

std::string_view answer_words(const Permission* said) {
  if (said == nullptr) return "Never asked";
  return said->answer == Permission::Answer::yes ? "Yes" : "No";
}

web::View said_view(const Permission& said) {
  web::View view;
  view.set("channel", words_of(said.channel))
      .set("answer", answer_words(&said))
      .set("how", said.how)
      .set("by", said.noted_by);
  set_date(view, "said_on", said.said_on);
  return view;
}

Permission draft_of(const Visit& visit) {
  const auto& form = visit.form();
  return {.person = visit.id(),
          .channel = channel_named(form.text("channel")).value_or(Channel::email),
          .answer = form.text("answer") == "yes" ? Permission::Answer::yes : Permission::Answer::no,
          .said_on = form.text("said_on"),
          .how = form.text("how")};
}

std::vector<Input> inputs_of(const Permission& draft) {
  std::vector<Choice> channels;
  for (const auto channel : kChannels)
    channels.push_back({std::string(name_of(channel)), std::string(words_of(channel))});
  return {{.name = "channel",
           .label = "May we",
           .value = std::string(name_of(draft.channel)),
           .help = "What the person was asked: to get e-mail from us, to be introduced, ...",
           .is_optional = false,
           .control = Input::Control::choice,
           .choices = std::move(channels)},
          {.name = "answer",
           .label = "The answer",
           .value = draft.answer == Permission::Answer::yes ? "yes" : "no",
           .is_optional = false,
           .control = Input::Control::choice,
           .choices = {{"yes", "Yes"}, {"no", "No"}}},
          {.name = "said_on",
           .label = "Said on",
           .value = draft.said_on,
           .is_optional = false,
           .type = "date"},
          {.name = "how",
           .label = "How you know",
           .value = draft.how,
           .help = "Such as: asked at the meeting in May, or: clicked Unsubscribe.",
           .is_optional = false}};
}

Answer permissions_page(Visit& visit, const Permission& draft, const base::Error* error) {
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto person = find_person_record(reader, visit.id());
    if (!person) return base::not_found("There is nobody at this address.");
    web::View view;
    show_permissions(view, permissions_of(reader, person->id));
    show_inputs(view, inputs_of(draft), error);
    view.set("name", person->name)
        .set("url", "/people/" + person->id)
        .set("may_edit", identity::meets(visit.viewer, Needs::contributor, visit.scope));
    return Filled{"permissions.html",
                  std::move(view),
                  {.title = "May we contact " + person->name + "?",
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "network"}};
  }));
}

// GET /people/{id}/permissions
Answer show_history(Visit& visit) {
  return permissions_page(visit, {.said_on = visit.today().iso()}, nullptr);
}

// POST /people/{id}/permissions
Answer note(Visit& visit) {
  const auto draft = draft_of(visit);
  const auto noted = visit.services.db.write([&](store::Writer& writer) {
    return note_permission(writer, draft, visit.today(), visit.event());
  });
  if (!noted && noted.error().kind == base::Error::Kind::not_found)
    return tl::unexpected(noted.error());
  if (!noted) return permissions_page(visit, draft, &noted.error());
  return app::redirect_with_notice(visit, "/people/" + visit.id() + "/permissions", "Noted.");
}

}  // namespace

void show_permissions(web::View& view, const std::vector<Permission>& history) {
  std::vector<web::View> standing, said;
  for (const auto channel : kChannels) {
    const auto* last = standing_on(history, channel);
    auto& item = standing.emplace_back();
    item.set("channel", words_of(channel)).set("answer", answer_words(last));
    item.set("how", last != nullptr ? last->how : "");
    set_date(item, "said_on", last != nullptr ? last->said_on : "");
  }
  for (const auto& one : history) said.push_back(said_view(one));
  view.set("standing", std::move(standing)).set_list("history", std::move(said));
}

void permissions_routes(app::Routes& routes) {
  routes.get("/people/{id}/permissions", Needs::participant, scopes::person(Needs::participant),
             show_history);
  routes.post("/people/{id}/permissions", Needs::contributor, scopes::person(Needs::contributor),
              note);
}

}  // namespace enact::network
