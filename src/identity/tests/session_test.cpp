// SPDX-License-Identifier: Apache-2.0
#include "identity/session.h"

#include <gtest/gtest.h>

namespace enact::identity {
namespace {

TEST(SessionCookie, IsBoundToTheHostByTls) {
  EXPECT_EQ(session_cookie_name(true), "__Host-enact");
  EXPECT_EQ(session_cookie("s3cret", true, std::chrono::seconds(60)),
            "__Host-enact=s3cret; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
}

TEST(SessionCookie, GoesWithoutSecureOnPlainHttp) {
  EXPECT_EQ(session_cookie("s3cret", false, std::chrono::seconds(60)),
            "enact=s3cret; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
  EXPECT_EQ(ended_session_cookie(false), "enact=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

TEST(AgentWords, NameTheBrowserAndTheSystem) {
  EXPECT_EQ(agent_words("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
            "Firefox on Linux");
  EXPECT_EQ(agent_words("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
                        "Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0"),
            "Edge on Windows");
  EXPECT_EQ(
      agent_words("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 "
                  "(KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1"),
      "Safari on iPhone");
  EXPECT_EQ(agent_words("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile"),
            "Chrome on Android");
  EXPECT_EQ(agent_words("<script>"), "a browser");
  EXPECT_EQ(agent_words(""), "a browser");
}

}  // namespace
}  // namespace enact::identity
