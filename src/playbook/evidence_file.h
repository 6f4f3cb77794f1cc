// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace enact::playbook {

inline constexpr std::size_t kLargestEvidence = 5 * 1024 * 1024;

// The media type under which a file is given out again: by its ending, if its first bytes say the
// same. Anything else, or too large or empty, is refused with a sentence (field "evidence_file").
base::Result<std::string> evidence_type(std::string_view file_name, std::string_view content);

// ".pdf,.png,...": for the file field of a form.
std::string evidence_endings();

// An address that a page may link to: http or https, with a host, without blanks or quotes. Field
// "evidence_url".
base::Result<void> check_evidence_url(std::string_view url);

// "84 KB", "1.2 MB".
std::string size_words(long long bytes);

}  // namespace enact::playbook
