// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <gtest/gtest.h>

namespace enact::base {
namespace {

TEST(Invalid, TakesFieldAndMessageFromItsFirstFault) {
  const Error error =
      invalid({{.field = "when", .message = "Say when.", .file = "plays/1-1.md", .line = 4},
               {.field = "title", .message = "Say what.", .file = {}, .line = 2}})
          .value();
  EXPECT_EQ(error.kind, Error::Kind::invalid);
  EXPECT_EQ(error.field, "when");
  EXPECT_EQ(error.message, "Say when.");
  ASSERT_EQ(error.faults.size(), 2u);
  EXPECT_EQ(error.faults[0].line, 4);
}

TEST(Invalid, WithOneFieldHasOneFault) {
  const Error error = invalid("when", "Say when.").value();
  ASSERT_EQ(error.faults.size(), 1u);
  EXPECT_EQ(error.faults[0].field, "when");
  EXPECT_EQ(error.faults[0].line, 0);
}

TEST(Failure, KeepsItsKindAndHasNoField) {
  EXPECT_EQ(not_found("x").value().kind, Error::Kind::not_found);
  EXPECT_EQ(conflict("x").value().kind, Error::Kind::conflict);
  EXPECT_EQ(forbidden("x").value().kind, Error::Kind::forbidden);
  EXPECT_EQ(too_many("x").value().kind, Error::Kind::too_many);
  EXPECT_EQ(conflict("x").value().field, "");
  EXPECT_TRUE(conflict("x").value().faults.empty());
}

TEST(Result, HoldsAValueOrAFailure) {
  const Result<int> wrong = not_found("There is none.");
  const Result<int> right = 3;
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message, "There is none.");
  EXPECT_EQ(right.value(), 3);
}

}  // namespace
}  // namespace enact::base
