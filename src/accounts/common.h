// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/routes.h"
#include "app/visit.h"
#include "identity/sign_in.h"
#include "identity/user.h"

namespace enact::accounts {

// A page of this room. No cache keeps it, also for visitors: most show something that was meant
// for one person.
web::Response show(const app::Visit& visit,
                   std::string_view template_name,
                   web::View view,
                   app::PageOptions options);

// A form shown again: the status that goes with what was wrong.
int status_for(const base::Error& error);

identity::SignIn sign_in(const app::Visit& visit);
identity::Door door(const app::Visit& visit);

// Where a right password, link or invitation leads: to `next` with a session, or to the question
// for a code.
web::Response welcome(const app::Visit& visit,
                      const identity::Entry& entry,
                      const std::string& next);

// The viewer's own account. The route has made sure that there is one.
identity::User own_account(store::Reader& reader, const app::Visit& visit);

// By the visitor who turned out to be this user.
identity::Event event_by(const identity::User& user, const app::Visit& visit);

// "https://playbook.example.org/sign-in/link/..." for a mail.
std::string full_address(const app::Services& services, std::string_view path);

// What must not be in a password: the words around the person.
std::vector<std::string> own_words(std::string_view network,
                                   std::string_view name,
                                   std::string_view email);

// "ecosystem lead at Lakeside STEM Ecosystem"
std::string role_words(store::Reader& reader, const identity::Grant& grant);

// "<time datetime=...>22 November 2026, 09:30 UTC</time>"
web::SafeHtml time_html(base::Instant at);

// For people with access and the audit: the ecosystem that is looked at. The hub names one or
// none (all); a lead sees their own, the first one unless another is named.
app::Scope ecosystem_looked_at();

// Filter links to choose an ecosystem, for those who have more than one: `address` is completed
// with "?workspace=".
std::vector<web::View> ecosystem_links(store::Reader& reader,
                                       const app::Visit& visit,
                                       const std::string& address);

void sign_in_routes(app::Routes& routes);
void account_routes(app::Routes& routes);
void session_routes(app::Routes& routes);
void two_factor_routes(app::Routes& routes);
void access_routes(app::Routes& routes);
void invitation_routes(app::Routes& routes);
void audit_routes(app::Routes& routes);
void outbox_routes(app::Routes& routes);
std::vector<app::Command> commands();

}  // namespace enact::accounts
