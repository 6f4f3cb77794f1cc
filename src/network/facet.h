// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace enact::network {

// By what the directory is narrowed. `changed` is the year in which anybody last saved something
// about it: which entries need looking after, said so that a page kept for days stays true.
enum class Facet { kind, state, ecosystem, field, changed, cohort };
inline constexpr std::size_t kFacets = 6;
inline constexpr Facet kAllFacets[kFacets] = {Facet::kind,  Facet::state,   Facet::ecosystem,
                                              Facet::field, Facet::changed, Facet::cohort};

template <class T>
using PerFacet = std::array<T, kFacets>;

constexpr std::size_t place_of(Facet facet) {
  return static_cast<std::size_t>(facet);
}

// As in the address of a page; never change: addresses are for ever.
std::string_view name_of(Facet facet);

// The kind under which people stand among the kinds of organizations.
inline constexpr std::string_view kPeople = "people";

}  // namespace enact::network
