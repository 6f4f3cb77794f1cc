// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace enact::programs {

// What a need asks for and an asset gives.
enum class Kind { people, space, data, funding, training, introductions, other };
inline constexpr std::array kKinds{Kind::people,   Kind::space,         Kind::data, Kind::funding,
                                   Kind::training, Kind::introductions, Kind::other};

std::string_view name_of(Kind kind);   // "people": in the database, so it never changes
std::string_view words_of(Kind kind);  // "Space and equipment"
std::optional<Kind> kind_named(std::string_view name);

// Whether it matters for the kind where it is: a classroom does not travel, money does.
bool is_tied_to_a_place(Kind kind);

// Whether what was given once is gone. A room is free again after its Saturdays, a grant is not.
bool is_used_up(Kind kind);

}  // namespace enact::programs
