// SPDX-License-Identifier: Apache-2.0
#include "web/markdown_limits.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"

namespace enact::web {
namespace {

constexpr std::size_t kDeepest = 32;                // containers: lists and quotes in one another
constexpr std::size_t kMostMarks = 2000;            // in one block
constexpr std::size_t kMostMarkPairs = 64'000'000;  // the squares of all blocks' marks, added up
constexpr std::size_t kMostTableRules = 8;          // in one block
constexpr std::size_t kMostColumns = 64;            // of a table
constexpr std::size_t kMostCells = 200'000;         // of all tables, missing ones filled in
constexpr int kMostAddressesInWord = 8;
constexpr std::size_t kMostLinkBytes = 2 * 1024 * 1024;  // addresses, as often as referred to

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

// "---", "* * *": a line across the page and no list, however often the mark is repeated.
bool is_rule(std::string_view line) {
  const char mark = line.empty() ? '\0' : line.front();
  return (mark == '-' || mark == '*' || mark == '_') &&
         std::count(line.begin(), line.end(), mark) >= 3 &&
         std::all_of(line.begin(), line.end(), [&](char c) { return c == mark || is_blank(c); });
}

// The length of a list item's mark ("-", "12.") at the start of `text`, or 0.
std::size_t list_mark(std::string_view text) {
  constexpr std::size_t kMostDigits = 9;
  std::size_t length = 0;
  if (text.starts_with('-') || text.starts_with('+') || text.starts_with('*')) {
    length = 1;
  } else {
    while (length < text.size() && length < kMostDigits && text[length] >= '0' &&
           text[length] <= '9')
      ++length;
    const bool ends =
        length > 0 && length < text.size() && (text[length] == '.' || text[length] == ')');
    length = ends ? length + 1 : 0;
  }
  return length < text.size() && !is_blank(text[length]) ? 0 : length;
}

// At least the number of lists and quotes that stand open in a line which opens one: each is a
// mark in this line or, for a list, two columns of indentation.
std::size_t depth_of(std::string_view line) {
  std::size_t marks = 0, columns = 0;
  while (!line.empty() && marks <= kDeepest) {
    std::size_t length = 1;
    if (is_blank(line.front())) {
      columns += line.front() == '\t' ? 4 : 1;
    } else if (line.front() == '>') {
      ++marks;
    } else {
      length = is_rule(line) ? 0 : list_mark(line);
      if (length == 0) break;
      ++marks;
    }
    line.remove_prefix(length);
  }
  return marks == 0 ? 0 : marks + columns / 2;
}

// A line that ends a block for the parser too: nothing, or nothing but quote marks. Further in
// than three columns a quote mark can be text.
bool ends_block(std::string_view line) {
  std::size_t indent = 0;
  for (const char c : line) {
    if (c != '>' && !is_blank(c)) return false;
    if (c == '>' && indent > 3) return false;
    indent = c == '>' ? 0 : indent + (c == '\t' ? 4 : 1);
  }
  return true;
}

// Characters at which the parser looks far ahead or back.
bool is_mark(char c) {
  constexpr std::string_view kMarks = "\"'*_~[]()<`@:&";
  return kMarks.find(c) != std::string_view::npos;
}

// The parser measures a word to its end at each "www." and each "@" in it.
bool chains_addresses(std::string_view line) {
  constexpr std::string_view kWordEnds = " \t!\"#$%&'()*+,/:;<=>?[]^`{|}~";
  int found = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (kWordEnds.find(line[i]) != std::string_view::npos) found = 0;
    if (line[i] == '@' || (line[i] == 'w' && line.substr(i).starts_with("www."))) ++found;
    if (found > kMostAddressesInWord) return true;
  }
  return false;
}

// A line that may be the second of a table. At each the parser reads its block again from the
// start.
bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_of("|:\v\f") != std::string_view::npos &&
         line.find_first_not_of("|-:> \t\v\f") == std::string_view::npos;
}

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
    else if (chains_addresses(line))
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
