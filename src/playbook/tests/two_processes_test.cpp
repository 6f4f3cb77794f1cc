// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/dispatch.h"
#include "app/module.h"
#include "playbook/items.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::playbook {
namespace {

using support::body_of;
using testing::HasSubstr;
using testing::Not;

// Two processes on one database: each has its own cache and asks for the edition.
class TwoProcessesTest : public testing::TestWithParam<support::Backend> {};

TEST_P(TwoProcessesTest, WhatIsWrittenThroughOneIsReadThroughTheOther) {
  support::Program program(GetParam());
  support::make_world(program);
  const auto second_db = store::Database::open({program.db().url(), support::all_room_sql(), 2});
  const auto& services = program.services();
  app::Services second_services{services.config,    *second_db,      services.clock,
                                services.templates, services.signer, services.sessions,
                                services.metrics};
  web::Router second_router;
  app::Routes routes(second_router, second_services);
  for (const auto* module : app::modules())
    if (module->routes != nullptr) module->routes(routes);
  app::Dispatcher second(second_router, second_services);
  const auto page = [](app::Dispatcher& dispatcher) {
    web::Request request;
    request.path = "/plays/1-2";
    const auto response = dispatcher.answer(request);
    EXPECT_EQ(response.status, 200);
    return body_of(response);
  };
  EXPECT_THAT(page(program.dispatcher()), HasSubstr("A small ask."));
  EXPECT_EQ(page(second), page(program.dispatcher()));

  program.db().write([&](store::Writer& writer) {
    auto text = find_revision(writer, "plays/1-2", 1)->text;
    text.replace(text.find("A small ask."), 12, "A large ask.");
    const auto saved =
        save_draft(writer, {.text = text, .based_on = 1, .note = ""}, program.by("Rui"));
    ASSERT_TRUE(saved);
    ASSERT_TRUE(publish(writer, "plays/1-2", 2, program.by("Rui")));
  });
  EXPECT_THAT(page(second), HasSubstr("A large ask."));
  EXPECT_THAT(page(second), Not(HasSubstr("A small ask.")));
  EXPECT_EQ(page(second), page(program.dispatcher()));
}

std::vector<support::Backend> shared_backends() {
  auto all = support::backends();
  std::erase(all, support::Backend::sqlite_memory);
  return all;
}

INSTANTIATE_TEST_SUITE_P(On,
                         TwoProcessesTest,
                         testing::ValuesIn(shared_backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
