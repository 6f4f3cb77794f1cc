// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/mail.h"
#include "identity/user.h"
#include "network/questions.h"

namespace enact::network {

std::string name_for_mail(store::Reader& reader, const Subject& subject);

// What we have on record that the one who is asked may read: label and value.
std::vector<std::pair<std::string, std::string>> on_record(store::Reader& reader,
                                                           const Subject& subject,
                                                           std::string_view workspace);

app::Mail question_mail(store::Reader& reader,
                        const Question& question,
                        std::string_view url,
                        base::Instant now);

// Each change on a line, with what stood there before; to be asked before it is made.
std::string changes_in_words(store::Reader& reader,
                             const Question& question,
                             const Correction& correction);

// To whoever asked: what came back.
app::Mail reply_mail(store::Reader& reader,
                     const app::Services& services,
                     const Question& question,
                     const Answered& answer,
                     std::string_view changes,
                     const identity::User& asker);

}  // namespace enact::network
