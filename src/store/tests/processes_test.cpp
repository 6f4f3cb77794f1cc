// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "shop.h"
#include "store/database.h"
#include "support/database.h"

namespace enact::store {
namespace {

using support::Backend;

constexpr int kEach = 25;

void write_all(const std::string& url, const std::string& prefix) {
  const auto database = Database::open({url, {shop::room()}});
  for (int i = 0; i < kEach; ++i)
    database->write([&](Writer& writer) { shop::add(writer, prefix + std::to_string(i)); });
}

// Reads the address of a database from a pipe and writes to it; 0 when all went well.
int write_as_child(int pipe) {
  std::array<char, 1000> url{};
  const auto size = ::read(pipe, url.data(), url.size());
  if (size <= 0) return 1;
  try {
    write_all(std::string(url.data(), static_cast<std::size_t>(size)), "child-");
    return 0;
  } catch (const std::exception&) {
    return 2;
  }
}

class ProcessesTest : public testing::TestWithParam<Backend> {};

INSTANTIATE_TEST_SUITE_P(,
                         ProcessesTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

// The other process begins before there is a database, because threads do not survive a fork.
TEST_P(ProcessesTest, TwoWriteToTheSameDatabase) {
  if (GetParam() == Backend::sqlite_memory) GTEST_SKIP() << "memory belongs to one process";
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  const auto child = ::fork();
  if (child == 0) ::_exit(write_as_child(pipe[0]));

  support::TestDatabase database(GetParam(), {.rooms = {shop::room()}});
  ASSERT_EQ(::write(pipe[1], database.url().data(), database.url().size()),
            static_cast<ssize_t>(database.url().size()));
  write_all(database.url(), "parent-");

  int status = -1;
  ::waitpid(child, &status, 0);
  ::close(pipe[0]);
  ::close(pipe[1]);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(shop::ids(*database).size(), 2u * kEach);
}

}  // namespace
}  // namespace enact::store
