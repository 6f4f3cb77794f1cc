// SPDX-License-Identifier: Apache-2.0
#include "imports/table_file.h"

#include <fmt/format.h>

#include "base/text.h"
#include "imports/csv_table.h"
#include "imports/encoding.h"
#include "imports/file_kind.h"
#include "imports/json_table.h"
#include "imports/vcard_table.h"
#include "imports/yaml_table.h"

namespace enact::imports {
namespace {

// What is known of the bytes before anybody looks for rows.
struct Source {
  std::string bytes;
  std::size_t begin = 0;  // behind a byte-order mark
  bool was_utf16 = false;
};

Source without_mark(std::string bytes, const ReadOptions& options) {
  const bool is_told = options.encoding == Encoding::utf16;
  const bool is_big = bytes.starts_with("\xFE\xFF");
  if (is_told || is_big || bytes.starts_with("\xFF\xFE")) {
    const bool has_mark = is_big || bytes.starts_with("\xFF\xFE");
    const auto rest = std::string_view(bytes).substr(has_mark ? 2 : 0);
    return {utf8_from_utf16(rest, is_big ? ByteOrder::big : ByteOrder::little), 0, true};
  }
  const bool has_mark = bytes.starts_with("\xEF\xBB\xBF");
  return {std::move(bytes), has_mark ? std::size_t{3} : 0, false};
}

// YAML and JSON are turned line by line, because a file may be put together from several.
std::string whole_text(std::string text,
                       Encoding& encoding,
                       const ReadOptions& options,
                       std::vector<base::Fault>& warnings) {
  const auto found = detect_encoding(text);
  encoding = options.encoding.value_or(found.encoding);
  if (found.is_clean && encoding == Encoding::utf8) return text;
  std::string turned;
  int line = 0;
  int first_other = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto part = text.substr(at, text.find('\n', at) - at);
    at += part.size() + 1;
    ++line;
    const auto decoded = options.encoding ? decode_as_told(part, encoding) : decode(part, encoding);
    if (decoded == Decoded::as_another && first_other == 0) first_other = line;
    turned += part;
    if (at <= text.size()) turned += '\n';
  }
  if (first_other != 0)
    warnings.push_back({.field = {},
                        .message = fmt::format("The file is in {}, but what stands on line {} is "
                                               "not. Check what was made of it.",
                                               words(encoding), first_other),
                        .file = {},
                        .line = first_other});
  return turned;
}

base::Result<Opened> open_records(Source source,
                                  Format format,
                                  const ReadOptions& options,
                                  const TableLimits& limits) {
  source.bytes.erase(0, source.begin);
  auto encoding = Encoding::utf8;
  std::vector<base::Fault> warnings;
  const auto text = whole_text(std::move(source.bytes), encoding, options, warnings);
  auto opened = format == Format::json    ? open_json(text, encoding, options, limits)
                : format == Format::vcard ? open_vcards(text, encoding, limits)
                                          : open_yaml(text, encoding, options, limits);
  if (opened)
    opened->facts.warnings.insert(opened->facts.warnings.begin(), warnings.begin(), warnings.end());
  return opened;
}

base::Result<Opened> open_any(std::string bytes,
                              const ReadOptions& options,
                              const TableLimits& limits) {
  if (bytes.size() > limits.file_bytes)
    return base::invalid("", fmt::format("This file is larger than {} MB. Split it, and bring the "
                                         "parts one after another.",
                                         limits.file_bytes >> 20));
  auto told = options;
  auto source = without_mark(std::move(bytes), options);
  if (source.was_utf16) told.encoding = Encoding::utf8;
  const auto text = std::string_view(source.bytes).substr(source.begin);
  if (base::trim(text).empty()) return base::invalid("", "The file is empty.");
  if (auto why = why_no_table(text)) return base::invalid("", std::move(*why));
  const auto format = options.format.value_or(detect_format(text));
  const bool was_utf16 = source.was_utf16;
  auto opened = format == Format::csv
                    ? open_csv(std::move(source.bytes), source.begin, told, limits)
                    : open_records(std::move(source), format, told, limits);
  if (opened && was_utf16) {
    auto& facts = opened->facts;
    facts.words = base::replace_all(facts.words, words(facts.encoding), words(Encoding::utf16));
    facts.encoding = Encoding::utf16;
  }
  return opened;
}

}  // namespace

base::Result<TableFile> TableFile::open(std::string bytes,
                                        const ReadOptions& options,
                                        const TableLimits& limits) {
  auto opened = open_any(std::move(bytes), options, limits);
  if (!opened) return tl::unexpected(opened.error());
  TableFile file;
  file.facts_ = std::move(opened->facts);
  file.header_ = std::move(opened->header);
  file.rows_ = std::move(opened->rows);
  return file;
}

TableFile::TableFile() = default;
TableFile::TableFile(TableFile&&) noexcept = default;
TableFile& TableFile::operator=(TableFile&&) noexcept = default;
TableFile::~TableFile() = default;

bool TableFile::next(TableRow& row) {
  return rows_->next(row);
}

void TableFile::rewind() {
  rows_->rewind();
}

}  // namespace enact::imports
