// SPDX-License-Identifier: Apache-2.0
#include "web/form.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "web/clean_text.h"
#include "web/http_text.h"
#include "web/multipart.h"

namespace enact::web {
namespace {

// Calls `take` with the still encoded name and value of each pair.
template <class Take>
void for_each_pair(std::string_view text, Take take) {
  while (!text.empty()) {
    const auto pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    if (pair.empty()) continue;
    const auto name = pair.substr(0, pair.find('='));
    take(name, pair.substr(std::min(name.size() + 1, pair.size())));
  }
}

std::string decoded(std::string_view text) {
  return base::url_decode(text, base::Plus::space);
}

base::Fault fault(std::string field, std::string message) {
  return {.field = std::move(field), .message = std::move(message), .file = {}, .line = 0};
}

void add_text(Form& form,
              std::vector<base::Fault>& faults,
              std::string name,
              std::string_view value) {
  if (!is_clean_text(name)) {
    faults.push_back(fault({}, "The name of a field is not UTF-8 text. Send the form as UTF-8."));
  } else if (!is_clean_text(value)) {
    auto message = fmt::format(
        "The field \"{}\" holds bytes that are not UTF-8 text. Type it again or paste it as plain "
        "text.",
        name);
    faults.push_back(fault(std::move(name), std::move(message)));
  } else {
    form.add(std::move(name), with_lf(value));
  }
}

// Some browsers send the whole path. Marks that turn the writing direction would let "exe.txt"
// show for "txt.exe".
std::string shown_file_name(std::string_view as_sent) {
  const auto folder = as_sent.find_last_of("/\\");
  if (folder != std::string_view::npos) as_sent.remove_prefix(folder + 1);
  const auto text = with_valid_utf8(as_sent);
  std::string name;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    const auto byte = [&](std::size_t n) {
      return n < rest.size() ? static_cast<unsigned char>(rest[n]) : 0u;
    };
    const bool c1 = byte(0) == 0xC2 && byte(1) < 0xA0;
    const bool turns = (rest.starts_with("\xE2\x80") && (byte(2) == 0x8E || byte(2) == 0x8F ||
                                                         (byte(2) >= 0xAA && byte(2) <= 0xAE))) ||
                       (rest.starts_with("\xE2\x81") && byte(2) >= 0xA6 && byte(2) <= 0xA9);
    if (byte(0) < 0x20 || byte(0) == 0x7F) continue;
    if (c1 || turns)
      i += c1 ? 1 : 2;
    else
      name += rest.front();
  }
  return std::string(base::trim(name));
}

base::Result<Form> checked(Form form, std::vector<base::Fault> faults) {
  if (!faults.empty()) return base::invalid(std::move(faults));
  return form;
}

base::Result<Form> from_urlencoded(std::string_view body) {
  std::size_t count = 0;
  for_each_pair(body, [&](std::string_view, std::string_view) { ++count; });
  if (count > Form::kMostFields)
    return base::invalid("",
                         fmt::format("The form has more than {} fields. Send it in smaller pieces.",
                                     Form::kMostFields));
  Form form;
  std::vector<base::Fault> faults;
  for_each_pair(body, [&](std::string_view name, std::string_view value) {
    add_text(form, faults, decoded(name), decoded(value));
  });
  return checked(std::move(form), std::move(faults));
}

base::Result<Form> from_multipart(std::string_view content_type, std::string_view body) {
  auto parts = parse_multipart(content_type, body, Form::kMostFields);
  if (!parts) return tl::unexpected(parts.error());
  Form form;
  std::vector<base::Fault> faults;
  for (auto& part : *parts) {
    if (!part.file_name) {
      add_text(form, faults, std::move(part.name), part.content);
    } else if (!is_clean_text(part.name)) {
      faults.push_back(fault({}, "The name of a field is not UTF-8 text. Send the form as UTF-8."));
    } else if (!part.file_name->empty() || !part.content.empty()) {
      // A file field where nothing was chosen is sent as an empty file without a name.
      form.add(Upload{.field = std::move(part.name),
                      .file_name = shown_file_name(*part.file_name),
                      .content_type = with_valid_utf8(part.content_type),
                      .content = std::string(part.content)});
    }
  }
  return checked(std::move(form), std::move(faults));
}

}  // namespace

base::Result<Form> Form::parse(std::string_view content_type, std::string_view body) {
  const auto type = base::trim(content_type.substr(0, content_type.find(';')));
  if (type.empty() && body.empty()) return Form();
  if (equal_ignoring_case(type, "application/x-www-form-urlencoded")) return from_urlencoded(body);
  if (equal_ignoring_case(type, "multipart/form-data")) return from_multipart(content_type, body);
  return base::invalid("",
                       "This page takes a form. Send it as application/x-www-form-urlencoded or "
                       "multipart/form-data.");
}

std::string Form::text(std::string_view name) const {
  return std::string(base::trim(raw(name)));
}

std::string Form::raw(std::string_view name) const {
  for (const auto& [field, value] : fields_)
    if (field == name) return value;
  return {};
}

std::vector<std::string> Form::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [field, value] : fields_)
    if (field == name) values.emplace_back(base::trim(value));
  return values;
}

bool Form::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [&](const auto& field) { return field.first == name; });
}

std::vector<std::pair<std::string, std::string>> parse_urlencoded(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for_each_pair(text, [&](std::string_view name, std::string_view value) {
    pairs.emplace_back(decoded(name), decoded(value));
  });
  return pairs;
}

}  // namespace enact::web
