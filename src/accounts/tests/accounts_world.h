// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "app/mail.h"
#include "base/log.h"
#include "base/text.h"
#include "identity/access.h"
#include "identity/audit.h"
#include "identity/password.h"
#include "identity/users.h"
#include "network/network.h"
#include "support/browser.h"
#include "support/program.h"

namespace enact::accounts {

using namespace std::chrono_literals;
using support::body_of;
using support::header_of;

// Two ecosystems, a program of the first, a college of neither, and four people.
class AccountsTest : public testing::Test {
 protected:
  static inline const std::string kPassword = "four wet otters sing";

  AccountsTest() {
    base::set_log_level(base::LogLevel::error);
    const auto imported = program.db().write([&](store::Writer& writer) {
      return network::import_orgs(
          writer,
          "id,name,short_name,kind,parent,region,cohort,joined,about,priorities,source,as_of\n"
          "lakeside,Lakeside STEM Ecosystem,Lakeside,ecosystem,,Lakes,1,,,,,\n"
          "hillside,Hillside STEM Ecosystem,Hillside,ecosystem,,Hills,2,,,,,\n"
          "robotics-club,Lakeside Robotics Club,,pcsp,lakeside,Lakes,,,,,,\n"
          "lake-college,Lake College,,parent-organization,,Lakes,,,,,,\n",
          program.by("test"));
    });
    EXPECT_TRUE(imported) << imported.error().message;
    ana = program.add_user("Ana", identity::Role::ecosystem_lead, "lakeside");
    ben = program.add_user("Ben", identity::Role::member, "lakeside");
    dan = program.add_user("Dan", identity::Role::ecosystem_lead, "hillside");
    hana = program.add_user("Hana", identity::Role::hub);
  }

  void set_password(const std::string& id) {
    static const auto hash = identity::hash_password(kPassword);
    program.db().write([&](store::Writer& writer) {
      identity::change_password(writer, identity::find_user(writer, id).value(), hash,
                                program.by("test"));
    });
  }

  identity::User user(const std::string& id) {
    return program.db().read(
        [&](store::Reader& reader) { return identity::find_user(reader, id).value(); });
  }

  std::vector<identity::HeldRole> roles(const std::string& id) {
    return program.db().read([&](store::Reader& reader) { return identity::roles_of(reader, id); });
  }

  std::vector<app::StoredMail> mails() {
    return program.db().read([](store::Reader& reader) { return app::outbox(reader, 100); });
  }

  // The path of the first link in the newest message.
  std::string link_of_last_mail() {
    const auto sent = mails();
    std::smatch found;
    if (sent.empty() ||
        !std::regex_search(sent.front().text, found, std::regex("http://enact.test(/\\S+)")))
      return {};
    return found[1];
  }

  std::vector<std::string> verbs() {
    return program.db().read([](store::Reader& reader) {
      std::vector<std::string> found;
      for (const auto& event : identity::events(reader, {})) found.push_back(event.verb);
      return found;
    });
  }

  // The value of a hidden field.
  static std::string hidden(const web::Response& page, const std::string& name) {
    std::smatch found;
    const std::regex field("name=\"" + name + "\" value=\"([^\"]*)\"");
    return std::regex_search(body_of(page), found, field) ? found[1].str() : "";
  }

  bool is_signed_in(support::Browser& somebody) { return somebody.get("/account").status == 200; }

  support::Program program;
  std::string ana, ben, dan, hana;
  support::Browser browser{program};
};

}  // namespace enact::accounts
