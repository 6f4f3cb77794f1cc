// SPDX-License-Identifier: Apache-2.0
#include "network/short_ask.h"

#include "base/text.h"

namespace enact::network {
namespace {

constexpr std::string_view kSubject = "**Subject:**";
constexpr std::string_view kPerson = "[person]";

constexpr std::string_view kOurOwn =
    "**Subject:** Would you introduce me to [person]?\n\n"
    "Hi [name],\n\n"
    "would you introduce me to [person] at [organization]? I would like to ask how they work, for "
    "half an hour, and nothing else. Two lines by e-mail to both of us are enough.\n\n"
    "If you would rather not, just say so: I will not chase you.\n\n"
    "[your name], [Your ecosystem], [e-mail]\n";

// The text under a heading that has a subject and speaks of a person.
std::string_view message_in(std::string_view markdown) {
  while (!markdown.empty()) {
    const auto next = markdown.find("\n## ", 1);
    const auto section = markdown.substr(0, next);
    const auto subject = section.find(kSubject);
    if (subject != std::string_view::npos && section.find(kPerson) != std::string_view::npos)
      return section.substr(subject);
    if (next == std::string_view::npos) break;
    markdown.remove_prefix(next + 1);
  }
  return kOurOwn;
}

std::string filled(std::string text, const AskNames& names) {
  const auto put = [&](std::string_view place, const std::string& value) {
    text = base::replace_all(std::move(text), place, value);
  };
  if (names.office.empty()) put(" at [organization]", "");
  put("[name]", names.introducer.substr(0, names.introducer.find(' ')));
  put("[person]", names.via.empty() ? names.target : names.target + " (over " + names.via + ")");
  put("[organization]", names.office);
  put("[Your ecosystem]", names.ecosystem);
  put("[your ecosystem]", names.ecosystem);
  put("[your name]", names.asker);
  put("[e-mail]", names.asker_email);
  return text;
}

}  // namespace

AskText short_ask(std::string_view markdown, const AskNames& names) {
  auto message = message_in(markdown);
  message.remove_prefix(kSubject.size());
  const auto line = message.find('\n');
  const auto text = line == std::string_view::npos ? std::string_view() : message.substr(line);
  return {filled(std::string(base::trim(message.substr(0, line))), names),
          filled(std::string(base::trim(text)), names)};
}

}  // namespace enact::network
