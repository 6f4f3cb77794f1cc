// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, contact cards become rows of UTF-8 or are refused with a sentence; and a card
// that we write of any name is read again with that name.
#include "base/text.h"
#include "fuzz.h"
#include "imports/table_file.h"
#include "network/vcard.h"

namespace {

using namespace enact;

void must_be_rows(std::string text) {
  auto file = imports::TableFile::open(std::move(text), {.format = imports::Format::vcard});
  if (!file) {
    fuzz::must(!file.error().message.empty());
    return;
  }
  for (imports::TableRow row; file->next(row);)
    for (const auto& cell : row.cells) {
      fuzz::must(!base::invalid_utf8(cell));
      fuzz::must(cell.find('\0') == std::string::npos);
    }
}

// As the directory keeps a name: one line of UTF-8.
bool is_name(std::string_view text) {
  if (base::invalid_utf8(text) || base::trim(text) != text || text.empty()) return false;
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  return true;
}

void must_come_back(std::string_view name) {
  network::Card card;
  card.name = name;
  for (const auto version : {network::CardVersion::v3, network::CardVersion::v4}) {
    const auto text = network::card_text(card, version);
    for (const auto line : base::lines(text)) fuzz::must(line.size() <= 75);
    auto file = imports::TableFile::open(text);
    fuzz::must(file.has_value());
    fuzz::must(file->header().front() == "name");
    imports::TableRow row;
    fuzz::must(file->next(row) && row.fault.empty() && row.cells.front() == name);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  must_be_rows(std::string(text));
  if (is_name(text)) must_come_back(text);
  return 0;
}
