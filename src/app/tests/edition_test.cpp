// SPDX-License-Identifier: Apache-2.0
#include "app/edition.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "services.h"

namespace enact::app {
namespace {

web::Response page_of(std::size_t bytes) {
  web::Response response;
  auto body = std::make_shared<web::KeptBody>();
  body->plain = std::string(bytes, 'x');
  response.kept = std::move(body);
  return response;
}

TEST(PageCache, ForgetsEveryPageOfAnotherEdition) {
  PageCache cache;
  EXPECT_EQ(cache.find("/", 1), nullptr);
  cache.keep("/", 1, page_of(10));
  EXPECT_NE(cache.find("/", 1), nullptr);
  EXPECT_EQ(cache.find("/", 2), nullptr);
  EXPECT_EQ(cache.find("/", 1), nullptr) << "also of an earlier one";
}

TEST(PageCache, DoesNotKeepAPageThatWasMadeWhileSomebodyPublished) {
  PageCache cache;
  cache.find("/", 1);  // begins to be made
  cache.find("/", 2);  // somebody published
  cache.keep("/", 1, page_of(10));
  EXPECT_EQ(cache.find("/", 2), nullptr);
}

TEST(PageCache, DropsTheLeastUsedFirstWhenItIsFull) {
  PageCache cache(100);
  cache.find("", 1);
  cache.keep("/a", 1, page_of(40));
  cache.keep("/b", 1, page_of(40));
  EXPECT_NE(cache.find("/a", 1), nullptr);
  cache.keep("/c", 1, page_of(40));
  EXPECT_NE(cache.find("/a", 1), nullptr);
  EXPECT_EQ(cache.find("/b", 1), nullptr);
  EXPECT_NE(cache.find("/c", 1), nullptr);
}

TEST(PageCache, KeepsTheFirstOfTwoPagesThatWereMadeAtOnce) {
  PageCache cache(1000);
  cache.find("", 1);
  cache.keep("/a", 1, page_of(10));
  cache.keep("/a", 1, page_of(20));
  EXPECT_EQ(cache.find("/a", 1)->kept->plain.size(), 10u);
}

TEST(PageCache, IsUsedByManyThreads) {
  PageCache cache(2000);
  std::atomic<int> found = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 2000; ++i) {
        const auto target = "/" + std::to_string(i % 30);
        const std::int64_t edition = i / 500 + thread % 2;
        if (const auto page = cache.find(target, edition)) found += page->kept ? 1 : 0;
        cache.keep(target, edition, page_of(50));
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_GT(found, 0);
}

class EditionTest : public testing::TestWithParam<support::Backend> {
 protected:
  World world{GetParam()};
};

TEST_P(EditionTest, MovesWithEveryTouchAndStaysWhenTheWriteFails) {
  const auto edition = [&] {
    return world.read([](store::Reader& r) { return public_edition(r); });
  };
  const auto before = edition();
  world.write([](store::Writer& writer) { touch_public_pages(writer); });
  EXPECT_EQ(edition(), before + 1);
  world.write([](store::Writer& writer) -> base::Result<void> {
    touch_public_pages(writer);
    return base::conflict("No.");
  });
  EXPECT_EQ(edition(), before + 1);
}

INSTANTIATE_TEST_SUITE_P(On,
                         EditionTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::app
