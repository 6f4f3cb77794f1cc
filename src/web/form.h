// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace enact::web {

struct Upload {
  std::string field;
  std::string file_name;     // as the browser said, without folders; only ever shown, never opened
  std::string content_type;  // as the browser said
  std::string content;
};

// What was posted: application/x-www-form-urlencoded or multipart/form-data (RFC 7578). Line ends
// in values are made LF. All text is valid UTF-8.
class Form {
 public:
  static constexpr std::size_t kMostFields = 1000;

  // `content_type` is the request's header. Errors name the field where they can.
  static base::Result<Form> parse(std::string_view content_type, std::string_view body);

  std::string text(std::string_view name) const;              // trimmed; "" when absent
  std::string raw(std::string_view name) const;               // as typed
  std::vector<std::string> all(std::string_view name) const;  // of repeated fields, trimmed
  bool has(std::string_view name) const;
  const std::vector<Upload>& uploads() const { return uploads_; }
  const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }

  void add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }
  void add(Upload upload) { uploads_.push_back(std::move(upload)); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
  std::vector<Upload> uploads_;
};

// "a=1&b=two+words" -> decoded pairs, in order.
std::vector<std::pair<std::string, std::string>> parse_urlencoded(std::string_view text);

}  // namespace enact::web
