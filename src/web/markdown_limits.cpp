// SPDX-License-Identifier: Apache-2.0
#include "web/markdown_limits.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "web/markdown_lines.h"

namespace enact::web {
namespace {

constexpr std::size_t kDeepest = 32;                // containers: lists and quotes in one another
constexpr std::size_t kMostMarks = 2000;            // in one block
constexpr std::size_t kMostMarkPairs = 64'000'000;  // the squares of all blocks' marks, added up
constexpr std::size_t kMostTableRules = 8;          // in one block
constexpr std::size_t kMostColumns = 64;            // of a table
constexpr std::size_t kMostCells = 200'000;         // of all tables, missing ones filled in
constexpr int kMostAddressesInWord = 8;
constexpr std::size_t kMostLinkBytes = 2'000'000;  // of addresses, as often as referred to

class Measure {
 public:
  explicit Measure(const MarkdownLimits& limits) : limits_(limits) {}

  std::optional<base::Fault> read(std::string_view text) {
    for (const auto line : base::lines(text)) {
      ++line_;
      if (ends_block(line))
        end_block();
      else
        add(line);
      if (depth_of(line) > kDeepest)
        report(line_, fmt::format("Lists and quotes may stand {} deep in one another. Move this "
                                  "line to the left.",
                                  kDeepest));
      if (fault_) return fault_;
    }
    end_block();
    if (!fault_ && links_ * longest_link_ > kMostLinkBytes)
      report(longest_link_line_, "A long link address is referred to too often. Shorten it.");
    return fault_;
  }

 private:
  void add(std::string_view line) {
    if (bytes_ == 0) first_line_ = line_;
    bytes_ += line.size() + 1;
    lines_ += 1;
    marks_ += static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_mark));
    const auto pipes = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
    pipes_ = std::max(pipes_, pipes);
    table_rules_ += is_table_rule(line) ? 1 : 0;
    add_links(line);
    if (bytes_ > limits_.block_bytes)
      report(first_line_, fmt::format("The paragraph, list or table that starts here is over {} KB "
                                      "long. Put a blank line into it.",
                                      limits_.block_bytes / 1024));
    else if (marks_ > kMostMarks)
      report(first_line_, fmt::format("The paragraph, list or table that starts here holds over {} "
                                      "marks such as * or \". Put a blank line into it.",
                                      kMostMarks));
    else if (table_rules_ > kMostTableRules)
      report(first_line_,
             fmt::format("The block that starts here holds over {} lines of dashes and "
                         "bars. Put blank lines between its tables.",
                         kMostTableRules));
    else if (pipes > kMostColumns)
      report(line_, fmt::format("A table may have {} columns. Make two of it.", kMostColumns));
    else if (longest_address_chain(line) > kMostAddressesInWord)
      report(line_, "Too many addresses stand in one word. Put spaces between them.");
  }

  // The bytes of a link's definition, "[name]: address title", run to the next one or to the end
  // of the block.
  void add_links(std::string_view line) {
    while (true) {
      const auto at = line.find(']');
      if (at == std::string_view::npos) break;
      ++links_;
      definition_ += in_definition_ ? at : 0;
      line.remove_prefix(at + 1);
      if (line.starts_with(':')) {
        end_definition();
        in_definition_ = true;
      }
    }
    if (in_definition_) definition_ += line.size() + 1;
  }

  void end_definition() {
    if (definition_ > longest_link_) {
      longest_link_ = definition_;
      longest_link_line_ = line_;
    }
    definition_ = 0;
    in_definition_ = false;
  }

  void end_block() {
    end_definition();
    mark_pairs_ += marks_ * marks_;
    if (pipes_ > 0) cells_ += lines_ * (pipes_ + 1);
    if (mark_pairs_ > kMostMarkPairs)
      report(first_line_,
             "The text up to here holds too many marks such as * or \". Put blank "
             "lines between its paragraphs, or make two texts of it.");
    else if (cells_ > kMostCells)
      report(first_line_, "The tables up to here hold too many cells. Make two texts of it.");
    bytes_ = lines_ = marks_ = pipes_ = table_rules_ = 0;
  }

  void report(int line, std::string_view what) {
    fault_ = {
        .field = {}, .message = fmt::format("Line {}: {}", line, what), .file = {}, .line = line};
  }

  const MarkdownLimits& limits_;
  std::optional<base::Fault> fault_;
  int line_ = 0;

  // Of the block at hand.
  int first_line_ = 0;
  std::size_t bytes_ = 0, lines_ = 0, marks_ = 0, pipes_ = 0, table_rules_ = 0;
  std::size_t definition_ = 0;
  bool in_definition_ = false;

  // Of the text so far.
  std::size_t mark_pairs_ = 0, cells_ = 0, links_ = 0, longest_link_ = 0;
  int longest_link_line_ = 0;
};

}  // namespace

std::optional<base::Fault> over_markdown_limits(std::string_view text,
                                                const MarkdownLimits& limits) {
  if (text.size() > limits.bytes)
    return base::Fault{
        .field = {},
        .message = fmt::format("The text is over {} KB long. Make two of it.", limits.bytes / 1024),
        .file = {},
        .line = 0};
  return Measure(limits).read(text);
}

}  // namespace enact::web
