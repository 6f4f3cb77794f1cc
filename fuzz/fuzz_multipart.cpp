// SPDX-License-Identifier: Apache-2.0
// The first line is the Content-Type, the rest the body.
#include <algorithm>

#include "fuzz.h"
#include "web/clean_text.h"
#include "web/form.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace enact;
  auto body = fuzz::text_of(data, size);
  const auto type = fuzz::cut_line(body);
  const auto form = web::Form::parse(type, body);
  if (!form) {
    fuzz::must(web::is_clean_text(form.error().message));
    return 0;
  }
  fuzz::must(form->fields().size() + form->uploads().size() <= web::Form::kMostFields);
  for (const auto& [name, value] : form->fields())
    fuzz::must(web::is_clean_text(name) && web::is_clean_text(value));
  std::size_t bytes = 0;
  for (const auto& upload : form->uploads()) {
    bytes += upload.content.size();
    fuzz::must(web::is_clean_text(upload.field) && web::is_clean_text(upload.file_name) &&
               web::is_clean_text(upload.content_type));
    fuzz::must(std::none_of(upload.file_name.begin(), upload.file_name.end(), [](char c) {
      return c == '/' || c == '\\' || (static_cast<unsigned char>(c) < 0x20) || c == 0x7F;
    }));
  }
  fuzz::must(bytes <= body.size());
  return 0;
}
