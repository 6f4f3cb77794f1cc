// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "imports/import.h"
#include "imports/row.h"
#include "store/database.h"

namespace enact::imports {

// What a person says of a row that asks.
struct Decision {
  enum class Choice { record, fresh, leave_out };

  std::int64_t position = 0;
  Choice choice = Choice::leave_out;
  std::string record = {};  // which of its matches it is about
};

// As pages write it: "new", "skip" or "record:<id>"; nothing for anything else.
std::optional<Decision> decision_from(std::int64_t position, std::string_view text);

// Settles a row, or settles it anew as long as the import is only planned. The row then does what
// was chosen with the record as it is now. Refused where another row is settled on that record.
base::Result<void> decide(store::Writer& writer,
                          const Import& import,
                          const Target& target,
                          const Decision& decision,
                          const Deed& by);

// One answer for all rows that ask the same.
enum class AnswerForAll {
  leave_out,
  fresh,          // each a record of its own
  best_match,     // each the first record that it fits
  first_of_each,  // of rows about the same record the first; the others stay out
  last_of_each,
};

// Never change: in forms.
std::string_view name_of(AnswerForAll answer);
std::optional<AnswerForAll> answer_named(std::string_view name);

// The answers that make sense for a question, and what they are called.
std::vector<AnswerForAll> answers_to(Question question);
std::string words_for(AnswerForAll answer, const Target& target);

// Says how many rows it settled; those that it cannot settle, since another row has the record, ask
// as before.
base::Result<std::int64_t> decide_alike(store::Writer& writer,
                                        const Import& import,
                                        const Target& target,
                                        Question question,
                                        AnswerForAll answer,
                                        const Deed& by);

}  // namespace enact::imports
