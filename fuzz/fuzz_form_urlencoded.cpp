// SPDX-License-Identifier: Apache-2.0
// A form holds nothing but text, within its bounds, whatever was posted.
#include "fuzz.h"
#include "web/clean_text.h"
#include "web/form.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace enact;
  const auto form =
      web::Form::parse("application/x-www-form-urlencoded", fuzz::text_of(data, size));
  if (!form) {
    fuzz::must(web::is_clean_text(form.error().message));
    return 0;
  }
  fuzz::must(form->fields().size() <= web::Form::kMostFields);
  for (const auto& [name, value] : form->fields()) {
    fuzz::must(web::is_clean_text(name) && web::is_clean_text(value));
    fuzz::must(value.find('\r') == std::string::npos);
    fuzz::must(form->has(name));
  }
  return 0;
}
