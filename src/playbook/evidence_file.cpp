// SPDX-License-Identifier: Apache-2.0
#include "playbook/evidence_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kLongestUrl = 2000;

bool is_zip_with(std::string_view content, std::string_view entry) {
  return content.starts_with("PK\x03\x04") && content.find(entry) != std::string_view::npos;
}

// OpenDocument (ODF 1.2 part 3, 3.3): the first entry is "mimetype", stored as it is.
bool is_open_document(std::string_view content, std::string_view type) {
  constexpr std::size_t kNameAt = 30;
  return content.starts_with("PK\x03\x04") && content.size() > kNameAt &&
         content.substr(kNameAt).starts_with("mimetype" + std::string(type));
}

bool is_plain_text(std::string_view content) {
  return !base::invalid_utf8(content) && content.find('\0') == std::string_view::npos;
}

struct FileKind {
  std::string_view ending;
  std::string_view type;
  bool (*is_one)(std::string_view content);
};

constexpr std::string_view kText = "text/plain; charset=utf-8";
constexpr std::string_view kOdt = "application/vnd.oasis.opendocument.text";
constexpr std::string_view kOds = "application/vnd.oasis.opendocument.spreadsheet";

constexpr FileKind kKinds[] = {
    {"pdf", "application/pdf", [](std::string_view c) { return c.starts_with("%PDF-"); }},
    {"png", "image/png", [](std::string_view c) { return c.starts_with("\x89PNG\r\n\x1a\n"); }},
    {"jpg", "image/jpeg", [](std::string_view c) { return c.starts_with("\xFF\xD8\xFF"); }},
    {"jpeg", "image/jpeg", [](std::string_view c) { return c.starts_with("\xFF\xD8\xFF"); }},
    {"gif", "image/gif",
     [](std::string_view c) { return c.starts_with("GIF87a") || c.starts_with("GIF89a"); }},
    {"webp", "image/webp",
     [](std::string_view c) {
       return c.starts_with("RIFF") && c.size() > 12 && c.substr(8).starts_with("WEBP");
     }},
    {"txt", kText, is_plain_text},
    {"csv", kText, is_plain_text},
    {"md", kText, is_plain_text},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     [](std::string_view c) { return is_zip_with(c, "word/"); }},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     [](std::string_view c) { return is_zip_with(c, "xl/"); }},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     [](std::string_view c) { return is_zip_with(c, "ppt/"); }},
    {"odt", kOdt, [](std::string_view c) { return is_open_document(c, kOdt); }},
    {"ods", kOds, [](std::string_view c) { return is_open_document(c, kOds); }},
};

std::string ending_of(std::string_view file_name) {
  const auto dot = file_name.rfind('.');
  return dot == std::string_view::npos ? std::string() : base::lower(file_name.substr(dot + 1));
}

}  // namespace

base::Result<std::string> evidence_type(std::string_view file_name, std::string_view content) {
  constexpr std::string_view kField = "evidence_file";
  if (content.empty())
    return base::invalid(std::string(kField), "The file is empty. Choose it again.");
  if (content.size() > kLargestEvidence)
    return base::invalid(std::string(kField),
                         fmt::format("The file has {}; 5 MB are the most. Make it smaller, or put "
                                     "it on a shared drive and add the link.",
                                     size_words(static_cast<long long>(content.size()))));
  const auto ending = ending_of(file_name);
  const auto* kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                  [&](const FileKind& k) { return k.ending == ending; });
  if (kind == std::end(kKinds))
    return base::invalid(std::string(kField),
                         "Files of this kind are not kept here. Save it as PDF, a picture, plain "
                         "text or an office document (docx, xlsx, pptx, odt, ods) and add that.");
  if (!kind->is_one(content))
    return base::invalid(
        std::string(kField),
        fmt::format("The name ends in .{} but the file is none of that kind. Open it, save it "
                    "again as what it is, and add that.",
                    ending));
  return std::string(kind->type);
}

std::string evidence_endings() {
  std::vector<std::string> endings;
  for (const auto& kind : kKinds) endings.push_back("." + std::string(kind.ending));
  return base::join(endings, ",");
}

base::Result<void> check_evidence_url(std::string_view url) {
  const auto lower = base::lower(url);
  const auto scheme = lower.starts_with("https://") ? 8u : lower.starts_with("http://") ? 7u : 0u;
  if (scheme == 0 || url.size() == scheme || url[scheme] == '/')
    return base::invalid("evidence_url",
                         "A link begins with https:// or http://, as in https://example.org/page.");
  const bool is_odd = std::any_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' ||
           c == '\x7f';
  });
  if (is_odd || url.size() > kLongestUrl)
    return base::invalid("evidence_url",
                         "This link has blanks or quotes in it, or is cut off. Copy it again from "
                         "the address bar.");
  return {};
}

std::string size_words(long long bytes) {
  if (bytes < 1024) return fmt::format("{} bytes", bytes);
  if (bytes < 1024 * 1024) return fmt::format("{} KB", (bytes + 512) / 1024);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / (1024 * 1024));
}

}  // namespace enact::playbook
