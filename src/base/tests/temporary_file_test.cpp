// SPDX-License-Identifier: Apache-2.0
#include "base/temporary_file.h"

#include <gtest/gtest.h>

#include <string>

namespace enact::base {
namespace {

TEST(TemporaryFile, GivesBackWhatWasAppended) {
  TemporaryFile file;
  file.append("robots ");
  file.append("and rivers");
  std::string read(100, '\0');
  EXPECT_EQ(file.size(), 17U);
  read.resize(file.read(7, read.data(), read.size()));
  EXPECT_EQ(read, "and rivers");
  EXPECT_EQ(file.read(17, read.data(), 1), 0U);
  EXPECT_EQ(file.read(4000, read.data(), 1), 0U);
}

}  // namespace
}  // namespace enact::base
