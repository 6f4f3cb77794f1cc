// SPDX-License-Identifier: Apache-2.0
#include "programs/kind.h"

namespace enact::programs {
namespace {

struct KindWords {
  Kind kind;
  std::string_view name;
  std::string_view words;
};

constexpr KindWords kWords[] = {
    {Kind::people, "people", "People"},
    {Kind::space, "space", "Space and equipment"},
    {Kind::data, "data", "Data"},
    {Kind::funding, "funding", "Money"},
    {Kind::training, "training", "Training"},
    {Kind::introductions, "introductions", "Introductions"},
    {Kind::other, "other", "Something else"},
};

}  // namespace

std::string_view name_of(Kind kind) {
  return kWords[static_cast<std::size_t>(kind)].name;
}

std::string_view words_of(Kind kind) {
  return kWords[static_cast<std::size_t>(kind)].words;
}

std::optional<Kind> kind_named(std::string_view name) {
  for (const auto& line : kWords)
    if (line.name == name) return line.kind;
  return std::nullopt;
}

bool is_tied_to_a_place(Kind kind) {
  return kind == Kind::people || kind == Kind::space || kind == Kind::training;
}

bool is_used_up(Kind kind) {
  return kind == Kind::funding;
}

}  // namespace enact::programs
