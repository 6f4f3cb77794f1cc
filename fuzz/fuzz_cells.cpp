// SPDX-License-Identifier: Apache-2.0
// Each reader refuses a cell with a sentence, or makes of it what its name says.
#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "base/text.h"
#include "fuzz.h"
#include "imports/contact_cell.h"
#include "imports/date_cell.h"
#include "imports/encoding.h"
#include "imports/grade_cell.h"
#include "imports/html_text.h"
#include "imports/number_cell.h"
#include "imports/place_cell.h"

namespace {

using namespace enact;

template <class T>
bool is_read(const imports::Read<T>& read) {
  if (!read) {
    fuzz::must(!read.error().message.empty());
    fuzz::must(!base::invalid_utf8(read.error().message));
  }
  return read.has_value();
}

void read_dates(std::string_view cell) {
  for (const auto order : {imports::DateOrder::month_first, imports::DateOrder::day_first}) {
    const auto date = imports::read_date(
        cell, {.order = order, .two_digits_until = 30, .serials = imports::Serials::read});
    if (is_read(date)) fuzz::must(base::is_partial_date(date->value.date));
  }
  imports::OrderEvidence evidence;
  evidence.add(cell);
}

void read_numbers(std::string_view cell) {
  for (const auto style : {imports::NumberStyle::point, imports::NumberStyle::comma}) {
    const auto amount = imports::read_amount(cell, style);
    if (is_read(amount)) {
      fuzz::must(std::isfinite(amount->value.number) && std::isfinite(amount->value.upper));
      fuzz::must(amount->value.number <= amount->value.upper);
    }
    const auto count = imports::read_count(cell, style);
    if (is_read(count)) fuzz::must(count->value >= 0);
  }
}

void read_contacts(std::string_view cell) {
  const auto url = imports::read_url(cell);
  if (is_read(url)) {
    fuzz::must(url->value.starts_with("https://") || url->value.starts_with("http://"));
    fuzz::must(url->value.find_first_of("\"'<> \t\n\r") == std::string::npos ||
               url->value.find_first_of("\"<> \t\n\r") == std::string::npos);
  }
  const auto email = imports::read_email(cell);
  if (is_read(email)) {
    fuzz::must(std::count(email->value.begin(), email->value.end(), '@') == 1);
    fuzz::must(email->value.find_first_of("\"<> ,;\t\n\r") == std::string::npos);
  }
  const auto phone = imports::read_phone(cell);
  if (is_read(phone)) fuzz::must(phone->value.number.size() == 12);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string cell(fuzz::text_of(data, size));
  imports::decode(cell, imports::Encoding::utf8);
  read_dates(cell);
  read_numbers(cell);
  read_contacts(cell);
  is_read(imports::read_yes_no(cell));
  is_read(imports::read_state(cell));
  const auto zip = imports::read_zip(cell, "MA");
  if (is_read(zip)) fuzz::must(zip->value.size() == 5 || zip->value.size() == 10);
  const auto grades = imports::read_grades(cell);
  if (is_read(grades)) fuzz::must(-1 <= grades->value.lowest && grades->value.highest <= 12);
  fuzz::must(!base::invalid_utf8(imports::text_of_html(cell)));
  fuzz::must(imports::text_of_html(base::escape_html(cell)) == cell);
  const auto mended = imports::mended(cell);
  fuzz::must(!base::invalid_utf8(mended));
  return 0;
}
