// SPDX-License-Identifier: Apache-2.0
#include "web/clean_text.h"

#include "base/text.h"

namespace enact::web {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void add_without_nul(std::string& to, std::string_view text) {
  for (auto nul = text.find('\0'); nul != std::string_view::npos; nul = text.find('\0')) {
    to.append(text.substr(0, nul)).append(kReplacement);
    text.remove_prefix(nul + 1);
  }
  to.append(text);
}

}  // namespace

std::string with_lf(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (auto cr = text.find('\r'); cr != std::string_view::npos; cr = text.find('\r')) {
    result.append(text.substr(0, cr)).append("\n");
    text.remove_prefix(cr + (text.substr(cr).starts_with("\r\n") ? 2 : 1));
  }
  return result.append(text);
}

std::string with_valid_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (auto bad = base::invalid_utf8(text); bad; bad = base::invalid_utf8(text)) {
    add_without_nul(result, text.substr(0, *bad));
    result.append(kReplacement);
    text.remove_prefix(*bad + 1);
  }
  add_without_nul(result, text);
  return result;
}

bool is_clean_text(std::string_view text) {
  return !base::invalid_utf8(text) && text.find('\0') == std::string_view::npos;
}

}  // namespace enact::web
