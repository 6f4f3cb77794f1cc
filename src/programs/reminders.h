// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/job.h"
#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

// Once a week the leads of an ecosystem get one message that names the programs to check in with;
// none where nobody is due, where they switched it off, and where nobody ever checked in.
namespace enact::programs {

inline constexpr std::chrono::days kBetweenReminders{7};

bool is_reminded(store::Reader& reader, std::string_view workspace);
void switch_reminders(store::Writer& writer,
                      const std::string& workspace,
                      bool is_on,
                      identity::Event by);

// Runs daily, so that a week in which the server slept a day is not lost.
app::Job reminder_job();

}  // namespace enact::programs
