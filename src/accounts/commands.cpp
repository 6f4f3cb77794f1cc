// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "accounts/common.h"
#include "accounts/invite_form.h"
#include "base/text.h"
#include "identity/access.h"
#include "identity/password.h"
#include "identity/users.h"

namespace enact::accounts {
namespace {

using app::CommandLine;
using app::Services;
using Done = base::Result<void>;

identity::Event by_command(const Services& services) {
  identity::Event event;
  event.actor = "command";
  event.actor_name = "the operator";
  event.at = services.clock.now();
  return event;
}

base::Result<identity::User> user_of(store::Reader& reader, const std::string& typed) {
  const auto email = identity::email_address(typed);
  if (!email) return tl::unexpected(email.error());
  auto user = identity::find_user_by_email(reader, *email);
  if (!user) return base::not_found("No account has the address " + *email + ".");
  return *std::move(user);
}

std::string link_for(store::Writer& writer, const Services& services, const identity::User& user) {
  const auto token = identity::make_link(writer, user, services.clock.now());
  return full_address(services, "/sign-in/link/" + token);
}

void print_link(const CommandLine& line, const std::string& link) {
  line.out << "Open this within 15 minutes to sign in; it works once:\n" << link << "\n";
}

base::Result<identity::Grant> wanted_grant(store::Reader& reader,
                                           const CommandLine& line,
                                           const Services& services) {
  const auto role = identity::role_named(line.text("role"));
  if (!role) {
    std::vector<std::string> names;
    for (const auto known : identity::kRoles) names.emplace_back(identity::name_of(known));
    return base::invalid("role", "The role is one of " + base::join(names, ", ") + ".");
  }
  return grant_at(reader, services, *role, line.text("org"), {});
}

base::Result<std::string> password_hash(const CommandLine& line, const Services& services) {
  if (!line.has("password-from-stdin")) return std::string();
  std::string password;
  std::getline(std::cin, password);
  if (password.ends_with('\r')) password.pop_back();
  const auto good = identity::check_new_password(
      password, own_words(services.network_name(), line.text("name"), line.text("email")));
  if (!good) return tl::unexpected(good.error());
  return identity::hash_password(password);
}

Done add(const CommandLine& line, Services& services) {
  const auto hash = password_hash(line, services);
  if (!hash) return tl::unexpected(hash.error());
  struct Added {
    identity::User user;
    std::string link;
  };
  const auto added = services.db.write([&](store::Writer& writer) -> base::Result<Added> {
    const auto grant = wanted_grant(writer, line, services);
    if (!grant) return tl::unexpected(grant.error());
    const auto by = by_command(services);
    const auto user =
        identity::add_user(writer, {line.text("email"), line.text("name"), *hash}, by);
    if (!user) return tl::unexpected(user.error());
    identity::give_role(writer, *user, *grant, by);
    return Added{*user, hash->empty() ? link_for(writer, services, *user) : std::string()};
  });
  if (!added) return tl::unexpected(added.error());
  line.out << "Added " << added->user.email << ".\n";
  if (!added->link.empty()) print_link(line, added->link);
  return {};
}

Done list(const CommandLine& line, Services& services) {
  services.db.read([&](store::Reader& reader) {
    for (const auto& user : identity::all_users(reader)) {
      std::vector<std::string> roles;
      for (const auto& held : identity::roles_of(reader, user.id))
        roles.push_back(role_words(reader, held));
      line.out << fmt::format("{}\t{}\t{}{}\n", user.email, user.name, base::join(roles, "; "),
                              user.is_disabled() ? "\tclosed" : "");
    }
  });
  return {};
}

Done disable(const CommandLine& line, Services& services) {
  const auto done = services.db.write([&](store::Writer& writer) -> Done {
    const auto user = user_of(writer, line.text("email"));
    if (!user) return tl::unexpected(user.error());
    return identity::disable_user(writer, *user, by_command(services));
  });
  if (done) line.out << "The account is closed, and all its sessions are over.\n";
  return done;
}

Done link(const CommandLine& line, Services& services) {
  const auto made = services.db.write([&](store::Writer& writer) -> base::Result<std::string> {
    const auto user = user_of(writer, line.text("email"));
    if (!user) return tl::unexpected(user.error());
    if (user->is_disabled()) return base::conflict("This account is closed.");
    record(writer, identity::about(*user, "identity.link.made", by_command(services)));
    return link_for(writer, services, *user);
  });
  if (!made) return tl::unexpected(made.error());
  print_link(line, *made);
  return {};
}

}  // namespace

std::vector<app::Command> commands() {
  const app::Argument email{.name = "email", .help = "The account's e-mail address"};
  return {
      {.name = "user add",
       .summary = "Add an account with a role",
       .help = "Without a password, prints a link to sign in with once:\n"
               "  enact user add --email hana@example.org --name Hana --role hub\n"
               "Roles other than hub, reviewer and researcher are held at an organization:\n"
               "  enact user add --email ana@example.org --name Ana --role ecosystem_lead "
               "--org lakeside",
       .flags = {{"email", "E-mail address to sign in with", "ADDRESS"},
                 {"name", "The person's name", "NAME"},
                 {"role", "hub, ecosystem_lead, member, program_lead, ...", "ROLE"},
                 {"org", "The organization's id", "ID"},
                 {"password-from-stdin", "Read the password from the first line of the input", ""}},
       .run = add},
      {.name = "user list",
       .summary = "List all accounts",
       .help = "One line each: e-mail address, name, roles, and whether it is closed.",
       .run = list},
      {.name = "user disable",
       .summary = "Close an account and end its sessions",
       .help = "The account stays in the audit; the hub can open it again on the page of the "
               "people with access.",
       .arguments = {email},
       .run = disable},
      {.name = "user link",
       .summary = "Print a fresh link to sign in with",
       .help = "For somebody who is locked out. It works once, within 15 minutes:\n"
               "  enact user link ana@example.org",
       .arguments = {email},
       .run = link},
  };
}

}  // namespace enact::accounts
