// SPDX-License-Identifier: Apache-2.0
#include "web/template_check.h"

#include <gtest/gtest.h>

namespace enact::web {
namespace {

View sample() {
  View row;
  row.set("title", "One");
  View view;
  view.set("name", "text")
      .set("html", SafeHtml::escaped("x"))
      .set("yes", true)
      .set("no", false)
      .set("rows", std::vector<View>{row})
      .set("none", std::vector<View>{});
  return view;
}

TEST(TemplateFault, NamesWhatTheViewLacks) {
  EXPECT_EQ(template_fault("{{nmae}}", sample()), "the view has no \"nmae\"");
  EXPECT_EQ(template_fault("{{#missing}}x{{/missing}}", sample()), "the view has no \"missing\"");
  EXPECT_EQ(template_fault("{{#rows}}{{titel}}{{/rows}}", sample()), "the view has no \"titel\"");
  EXPECT_EQ(template_fault("{{title}}", sample()), "the view has no \"title\"") << "outside of it";
}

TEST(TemplateFault, RefusesTextThatWouldNotBeEscapedAndHtmlThatWouldBeTwice) {
  EXPECT_EQ(template_fault("{{{name}}}", sample()), "\"name\" needs {{ }}");
  EXPECT_EQ(template_fault("{{html}}", sample()), "\"html\" needs {{{ }}}");
  EXPECT_FALSE(template_fault("{{&name}}", sample()).empty());
  EXPECT_FALSE(template_fault("{{=<% %>=}}<%name%>", sample()).empty());
}

TEST(TemplateFault, RefusesASectionOnATextAndATruthAsAText) {
  EXPECT_EQ(template_fault("{{#name}}x{{/name}}", sample()),
            "\"name\" opens a section but is a text");
  EXPECT_EQ(template_fault("{{yes}}", sample()), "\"yes\" is no text");
}

TEST(TemplateFault, LooksOnlyAtWhatTheViewMakesTheTemplateReach) {
  EXPECT_EQ(template_fault("{{#no}}{{missing}}{{/no}}{{#none}}{{missing}}{{/none}}"
                           "{{^yes}}{{missing}}{{/yes}}{{^rows}}{{missing}}{{/rows}}",
                           sample()),
            "");
  EXPECT_NE(template_fault("{{^no}}{{missing}}{{/no}}", sample()), "");
  EXPECT_NE(template_fault("{{^none}}{{missing}}{{/none}}", sample()), "");
}

TEST(TemplateFault, FindsNothingInASoundTemplate) {
  EXPECT_EQ(template_fault("{{! a word }}{{ name }} {{{html}}} {{#rows}}{{title}} {{name}}"
                           "{{#yes}}x{{#yes}}y{{/yes}}{{/yes}}{{/rows}}",
                           sample()),
            "");
}

}  // namespace
}  // namespace enact::web
