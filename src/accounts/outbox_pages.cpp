// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "accounts/common.h"
#include "app/mail.h"
#include "base/text.h"

namespace enact::accounts {
namespace {

using web::Needs;
using Answer = base::Result<web::Response>;
using State = app::StoredMail::State;

constexpr int kShown = 100;

// Escaped, with the addresses in it made links.
web::SafeHtml with_links(std::string_view text) {
  std::string html;
  while (!text.empty()) {
    const auto at = std::min(text.find("https://"), text.find("http://"));
    html += base::escape_html(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    const auto address = text.substr(0, text.find_first_of(" \t\r\n<>\""));
    const auto escaped = base::escape_html(address);
    html.append("<a rel=\"noopener\" href=\"").append(escaped).append("\">");
    html.append(escaped).append("</a>");
    text.remove_prefix(address.size());
  }
  return web::SafeHtml::made_by_us(std::move(html));
}

struct StateWords {
  std::string_view mark;
  std::string_view words;
};

StateWords state_words(State state) {
  switch (state) {
    case State::queued:
      return {"waiting", "waiting to be sent"};
    case State::sent:
      return {"done", "sent"};
    case State::failed:
      return {"overdue", "could not be sent"};
    case State::kept:
      break;
  }
  return {"quiet", "kept here"};
}

web::View mail_view(const app::StoredMail& mail) {
  const auto state = state_words(mail.state);
  web::View view;
  view.set("subject", mail.subject)
      .set("to", mail.to)
      .set("at", time_html(base::Instant::parse(mail.created_at).value_or(base::Instant())))
      .set("mark", state.mark)
      .set("state", state.words)
      .set_maybe("reason", mail.reason)
      .set("text", with_links(mail.text));
  return view;
}

Answer show_outbox(app::Visit& visit) {
  const bool demo = visit.services.config.demo;
  std::vector<web::View> mails;
  visit.services.db.read([&](store::Reader& reader) {
    for (const auto& mail : app::outbox(reader, kShown)) mails.push_back(mail_view(mail));
  });
  web::View view;
  view.set("demo", demo)
      .set("has_server", !visit.services.config.smtp.url.empty())
      .set_list("mails", std::move(mails));
  return show(visit, "outbox.html", std::move(view),
              {.title = "Messages sent", .section = "account.outbox"});
}

}  // namespace

void outbox_routes(app::Routes& routes) {
  // The hub's, but in the demo everybody's, so that every link in it can be followed.
  const auto needs = routes.config().demo ? Needs::nothing : Needs::hub;
  routes.get("/outbox", needs, show_outbox);
}

}  // namespace enact::accounts
