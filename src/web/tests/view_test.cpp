// SPDX-License-Identifier: Apache-2.0
#include "web/view.h"

#include <gtest/gtest.h>

namespace enact::web {
namespace {

template <class T>
T value_of(const View& view, std::string_view name) {
  return std::get<T>(view.find(name)->second);
}

TEST(View, HasNothingThatWasNotSet) {
  EXPECT_EQ(View().find("name"), nullptr);
}

TEST(View, HoldsEachNameOnceAndTheLastValueWins) {
  View view;
  view.set("name", "a").set("name", true).set("name", 7);
  EXPECT_EQ(view.items().size(), 1u);
  EXPECT_EQ(value_of<std::string>(view, "name"), "7");
}

TEST(View, TakesACharacterTextForATextNotForATruth) {
  const char* words = "words";
  EXPECT_EQ(value_of<std::string>(View().set("name", words), "name"), "words");
  EXPECT_EQ(value_of<std::string>(View().set("name", std::string_view(words)), "name"), "words");
}

TEST(View, SaysWhetherThereIsATextOrAList) {
  View view;
  view.set_maybe("note", "")
      .set_maybe("title", "x")
      .set_list("runs", {})
      .set_list("plays", {View()});
  EXPECT_FALSE(value_of<bool>(view, "has_note"));
  EXPECT_EQ(value_of<std::string>(view, "note"), "");
  EXPECT_TRUE(value_of<bool>(view, "has_title"));
  EXPECT_FALSE(value_of<bool>(view, "has_runs"));
  EXPECT_TRUE(value_of<bool>(view, "has_plays"));
}

TEST(View, TakesAPartAsAListOfOne) {
  View part;
  part.set("name", "x");
  EXPECT_EQ(value_of<std::vector<View>>(View().set("part", part), "part").size(), 1u);
}

}  // namespace
}  // namespace enact::web
