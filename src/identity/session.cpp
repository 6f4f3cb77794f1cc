// SPDX-License-Identifier: Apache-2.0
#include "identity/session.h"

#include <fmt/format.h>

#include "identity/sign_in.h"

namespace enact::identity {
namespace {

// A "__Host-" name makes the browser insist on Secure, Path=/ and no Domain.
std::string cookie(std::string_view name,
                   std::string_view value,
                   bool secure,
                   std::chrono::seconds max_age) {
  return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", name, value,
                     max_age.count(), secure ? "; Secure" : "");
}

struct Hint {
  std::string_view mark;
  std::string_view words;
};

// Browsers claim to be each other, so the order decides: the more particular mark first.
constexpr Hint kBrowsers[] = {
    {"Edg", "Edge"},       {"OPR/", "Opera"},        {"SamsungBrowser", "Samsung Internet"},
    {"CriOS", "Chrome"},   {"FxiOS", "Firefox"},     {"Firefox/", "Firefox"},
    {"Chrome/", "Chrome"}, {"Chromium", "Chromium"}, {"Safari/", "Safari"},
    {"curl/", "curl"},
};

constexpr Hint kSystems[] = {
    {"iPhone", "iPhone"},   {"iPad", "iPad"},       {"Android", "Android"}, {"CrOS", "ChromeOS"},
    {"Windows", "Windows"}, {"Macintosh", "macOS"}, {"Linux", "Linux"},
};

template <std::size_t n>
std::string_view first_hint(std::string_view user_agent, const Hint (&hints)[n]) {
  for (const auto& hint : hints)
    if (user_agent.find(hint.mark) != std::string_view::npos) return hint.words;
  return {};
}

}  // namespace

bool Session::is_fresh_link(base::Instant now) const {
  return proof == Proof::link && now < started + kLinkLife;
}

std::string_view session_cookie_name(bool secure) {
  return secure ? "__Host-enact" : "enact";
}

std::string session_cookie(std::string_view secret, bool secure, std::chrono::seconds max_age) {
  return cookie(session_cookie_name(secure), secret, secure, max_age);
}

std::string ended_session_cookie(bool secure) {
  return cookie(session_cookie_name(secure), "", secure, std::chrono::seconds(0));
}

std::string_view half_way_cookie_name(bool secure) {
  return secure ? "__Host-enact-code" : "enact-code";
}

std::string half_way_cookie(std::string_view token, bool secure) {
  return cookie(half_way_cookie_name(secure), token, secure, kHalfWayLife);
}

std::string ended_half_way_cookie(bool secure) {
  return cookie(half_way_cookie_name(secure), "", secure, std::chrono::seconds(0));
}

std::string agent_words(std::string_view user_agent) {
  const auto browser = first_hint(user_agent, kBrowsers);
  const auto system = first_hint(user_agent, kSystems);
  const auto what = browser.empty() ? std::string_view("a browser") : browser;
  return system.empty() ? std::string(what) : fmt::format("{} on {}", what, system);
}

}  // namespace enact::identity
