// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "playbook/items.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::playbook {

// The make-believe network and two people at browsers: a visitor, and whoever signs in.
class PageWorld : public testing::Test {
 protected:
  // The body of a page that must be there.
  std::string page(support::Browser& who, const std::string& address) {
    const auto response = who.get(address);
    EXPECT_EQ(response.status, 200) << address << "\n" << support::body_of(response);
    return support::body_of(response);
  }
  std::string page(const std::string& address) { return page(browser, address); }

  std::string text_of(const std::string& id, long long number) {
    return program.db().read(
        [&](store::Reader& reader) { return find_revision(reader, id, number).value().text; });
  }

  // The stored text of an item with one word replaced, published through the pages.
  void publish_changed(const std::string& id, const std::string& from, const std::string& to) {
    const auto item = *program.db().read([&](store::Reader& r) { return find_item(r, id); });
    auto text = text_of(id, item.latest_revision);
    ASSERT_NE(text.find(from), std::string::npos);
    text.replace(text.find(from), from.size(), to);
    program.db().write([&](store::Writer& writer) {
      const auto saved = save_draft(
          writer, {.text = text, .based_on = item.latest_revision, .note = ""}, program.by("Rui"));
      ASSERT_TRUE(saved) << saved.error().message;
      ASSERT_TRUE(publish(writer, id, saved->number, program.by("Rui")));
    });
  }

  support::Program program;
  support::World world{support::make_world(program)};
  support::Browser browser{program};
  support::Browser visitor{program};
};

}  // namespace enact::playbook
