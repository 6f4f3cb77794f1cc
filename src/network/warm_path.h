// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "network/link.h"

namespace enact::network {

// One person who knows another, as a step of a path.
struct Acquaintance {
  std::string from;
  std::string to;
  Strength strength = Strength::have_met;
  std::string last_contact;  // partial date, or empty: unknown
  std::string link;          // id
  std::string workspace;     // whose knowledge it is
  bool is_private = false;   // of the viewer alone
};

// How likely such a step is to carry a request, from 0 to 1: by how well the two know each other,
// and by how long ago they were last in touch. A weight for ranking, not a measured probability.
double warmth(const Acquaintance& step, base::Day today);

// A chain of acquaintance: somebody of ours, whom they know, and so on to whom we want to reach.
struct WarmPath {
  std::vector<Acquaintance> steps;
  double warmth = 1;  // the product of its steps'

  std::size_t degree() const { return steps.size(); }
};

// What was found of who knows whom on the way from one side: for each person reached in just so
// many steps, the warmest way to get there over each of those whom we would ask first. Grows a
// layer at a time, so that whoever reads the acquaintances can fetch those of a whole layer at
// once.
class WarmSearch {
 public:
  enum class From { us, them };  // where a path begins, or where it ends
  // `end` is where the other search begins: nobody is asked to lead on from there.
  WarmSearch(From side, const std::vector<std::string>& start, const std::vector<std::string>& end);

  // Whom the last layer reached: their acquaintances come next. Of more than `most` the warmest.
  std::vector<std::string> frontier(std::size_t most = SIZE_MAX) const;
  // `steps` lead on from the frontier; others are ignored.
  void grow(const std::vector<Acquaintance>& steps, base::Day today);

  // The ways to somebody in exactly `depth` steps, the warmest first, each in the order of walking.
  std::vector<WarmPath> ways_to(const std::string& person, std::size_t depth) const;
  std::size_t depth() const { return layers_.size() - 1; }
  bool starts_with(const std::string& person) const { return layers_[0].count(person) != 0; }
  std::vector<std::string> reached(std::size_t depth) const;
  std::vector<std::string> all_reached() const;

 private:
  struct Way {
    Acquaintance step;
    std::size_t way_before;  // which of the ways to step.from
    double warmth;
  };
  using Layer = std::unordered_map<std::string, std::vector<Way>>;
  WarmPath path_of(const Way& way, std::size_t depth) const;
  std::pair<std::string, std::string> asked_first(const WarmPath& path) const;
  void keep_warmest(std::vector<Way>& ways) const;

  From side_;
  std::set<std::string> end_;
  std::vector<Layer> layers_;
};

// The warmest paths from the start of one search to the start of the other, over whom both reached,
// at most `most`, the warmest first; of equal ones the shorter, then by ids. None visits anybody
// twice or passes by somebody from whom either search began; of those that begin with the same two
// people only the warmest is given.
std::vector<WarmPath> meet(const WarmSearch& from_us,
                           const WarmSearch& from_them,
                           std::size_t most);

}  // namespace enact::network
