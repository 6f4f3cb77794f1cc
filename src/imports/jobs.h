// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "imports/committing.h"
#include "imports/imports.h"

namespace enact::imports {

const Target* find_target(const Setup& setup, std::string_view name);

// To be called in the transaction that asks for the work.
void enqueue_plan(store::Writer& writer, const std::string& import, base::Instant now);
void enqueue_commit(store::Writer& writer, const std::string& import, const Deed& by);
void enqueue_undo(store::Writer& writer,
                  const std::string& import,
                  const Deed& by,
                  ChangedSince changed);

}  // namespace enact::imports
