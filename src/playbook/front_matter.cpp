// SPDX-License-Identifier: Apache-2.0
#include "playbook/front_matter.h"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

#include "base/text.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kLongestHead = 64 * 1024;
constexpr int kDeepest = 16;  // yaml-cpp recurses, so a head of brackets could end the program

base::Fault fault(std::string_view file, int line, std::string field, std::string message) {
  return {.field = std::move(field),
          .message = std::move(message),
          .file = std::string(file),
          .line = line};
}

struct TooDeep {
  int line;
};

// Sees the whole head before anything is built from it: throws TooDeep, and notes what a head of
// plain texts has no use for.
class Guard : public YAML::EventHandler {
 public:
  std::vector<std::pair<int, std::string>> found;  // line, what is wrong

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1)
      found.emplace_back(line_of(mark),
                         "A second YAML document begins here; one head is all a file has.");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { note(mark, anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { note(mark, anchor); }
  void OnScalar(const YAML::Mark& mark,
                const std::string&,
                YAML::anchor_t anchor,
                const std::string&) override {
    note(mark, anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark,
                       const std::string&,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    enter(mark, anchor);
  }
  void OnSequenceEnd() override { --depth_; }
  void OnMapStart(const YAML::Mark& mark,
                  const std::string&,
                  YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    enter(mark, anchor);
  }
  void OnMapEnd() override { --depth_; }

 private:
  static int line_of(const YAML::Mark& mark) { return std::max(mark.line, 0) + 2; }

  void note(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0)
      found.emplace_back(line_of(mark),
                         "Anchors (&name) and references to them (*name) are not read here; write "
                         "the text out, or put quotes around it.");
  }

  void enter(const YAML::Mark& mark, YAML::anchor_t anchor) {
    note(mark, anchor);
    if (++depth_ > kDeepest) throw TooDeep{line_of(mark)};
  }

  int documents_ = 0;
  int depth_ = 0;
};

std::vector<base::Fault> guard(const std::string& head, std::string_view file) {
  Guard guard;
  std::istringstream in(head);
  YAML::Parser parser(in);
  // No more than two: behind a stray bracket the parser finds documents without end.
  if (parser.HandleNextDocument(guard)) parser.HandleNextDocument(guard);
  std::vector<base::Fault> faults;
  for (auto& [line, message] : guard.found)
    faults.push_back(fault(file, line, "", std::move(message)));
  return faults;
}

void read_entries(const YAML::Node& map,
                  std::string_view file,
                  FrontMatter& into,
                  std::vector<base::Fault>& faults) {
  for (const auto& pair : map) {
    const int line = pair.first.Mark().line + 2;  // after the opening ---
    if (!pair.first.IsScalar()) {
      faults.push_back(fault(file, line, "", "A key must be a single word."));
      continue;
    }
    FrontMatterEntry entry{
        .key = pair.first.Scalar(), .values = {}, .is_list = false, .line = line};
    if (into.find(entry.key) != nullptr) {
      faults.push_back(fault(file, line, entry.key,
                             fmt::format("The key \"{}\" stands here a second time.", entry.key)));
    } else if (pair.second.IsScalar()) {
      entry.values.push_back(pair.second.Scalar());
      into.entries.push_back(std::move(entry));
    } else if (pair.second.IsNull()) {
      into.entries.push_back(std::move(entry));
    } else if (pair.second.IsSequence()) {
      entry.is_list = true;
      for (const auto& item : pair.second) {
        if (item.IsScalar())
          entry.values.push_back(item.Scalar());
        else
          faults.push_back(fault(file, line, entry.key,
                                 fmt::format("\"{}\" may be a list of texts only.", entry.key)));
      }
      into.entries.push_back(std::move(entry));
    } else {
      faults.push_back(fault(file, line, entry.key,
                             fmt::format("\"{}\" may be a text or a list of texts.", entry.key)));
    }
  }
}

}  // namespace

const FrontMatterEntry* FrontMatter::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const FrontMatterEntry& e) { return e.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

base::Result<FrontMatter> parse_front_matter(std::string_view text, std::string_view file) {
  const auto refuse = [&](int line, std::string message) {
    return base::invalid(std::vector{fault(file, line, "", std::move(message))});
  };
  if (const auto at = base::invalid_utf8(text)) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(*at), '\n');
    return refuse(static_cast<int>(line),
                  "There is a character here that is not UTF-8. Save the file as UTF-8.");
  }
  if (text.starts_with("---\r\n"))
    return refuse(1, "The file has Windows line ends. Save it with LF line ends.");
  if (text.starts_with("\xEF\xBB\xBF"))
    return refuse(1, "The file begins with a byte-order mark. Save it as UTF-8 without one.");
  if (const auto at = text.find('\r'); at != std::string_view::npos) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
    return refuse(static_cast<int>(line),
                  "Lines end with carriage returns here (CRLF, as on Windows). Save the file with "
                  "LF line ends.");
  }
  if (!text.starts_with("---\n"))
    return refuse(1, "The file must begin with a line of three hyphens, then the front matter.");
  const auto end = text.find("\n---\n", 3);
  if (end == std::string_view::npos)
    return refuse(1,
                  "The front matter is never closed: a second line of three hyphens is missing.");
  const auto head = text.substr(4, end + 1 - 4);
  if (head.size() > kLongestHead) return refuse(2, "The front matter is longer than 64 KB.");

  FrontMatter result;
  result.body = text.substr(end + 5);
  result.body_line =
      1 + static_cast<int>(std::count(text.begin(), text.begin() + long(end) + 5, '\n'));
  if (result.body.starts_with('\n')) {
    result.body.remove_prefix(1);
    ++result.body_line;
  }
  std::vector<base::Fault> faults;
  try {
    const std::string yaml(head);
    faults = guard(yaml, file);
    const auto node = YAML::Load(yaml);
    if (!node.IsMap()) return refuse(2, "The front matter must be lines of \"key: value\".");
    read_entries(node, file, result, faults);
  } catch (const TooDeep& deep) {
    return refuse(deep.line, "The front matter is too deeply nested.");
  } catch (const YAML::Exception& error) {
    return refuse(std::max(error.mark.line, 0) + 2,
                  "This line cannot be read as YAML. Put quotes around the value if it holds a "
                  "colon or begins with a special character.");
  }
  if (!faults.empty()) return base::invalid(std::move(faults));
  return result;
}

std::string yaml_scalar(std::string_view value) {
  constexpr std::string_view kSpecialStarts = "-?:,[]{}#&*!|>'\"%@` 0123456789.~+";
  constexpr std::string_view kWords[] = {"true", "false", "yes", "no", "null", "on", "off"};
  const auto lower = base::lower(value);
  const bool plain = !value.empty() &&
                     kSpecialStarts.find(value.front()) == std::string_view::npos &&
                     value.find(": ") == std::string_view::npos && !value.ends_with(':') &&
                     value.find(" #") == std::string_view::npos && !value.ends_with(' ') &&
                     value.find('\n') == std::string_view::npos &&
                     std::find(std::begin(kWords), std::end(kWords), lower) == std::end(kWords);
  if (plain) return std::string(value);
  auto escaped = base::replace_all(std::string(value), "\\", "\\\\");
  escaped = base::replace_all(std::move(escaped), "\"", "\\\"");
  return '"' + base::replace_all(std::move(escaped), "\n", " ") + '"';
}

std::string yaml_list(const std::vector<std::string>& values) {
  std::string text = "[";
  for (const auto& value : values) {
    if (&value != &values.front()) text += ", ";
    auto escaped = base::replace_all(std::string(value), "\\", "\\\\");
    text += '"' + base::replace_all(std::move(escaped), "\"", "\\\"") + '"';
  }
  return text + ']';
}

}  // namespace enact::playbook
