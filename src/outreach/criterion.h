// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace enact::outreach {

// What a program is judged by: a cut, which decides alone and is read from the directory, or a
// score, for which a person gives points.
struct Criterion {
  enum class Kind { cut, score };
  enum class Rule { at_least, at_most, is, includes };

  std::string key;  // a slug; stays the same when the criterion is worded anew
  std::string label;
  Kind kind = Kind::score;
  std::string field;                // of the directory; a score may have none
  Rule rule = Rule::is;             // of a cut
  std::string threshold;            // "100", "Summer", "biology; chemistry" (any of them)
  int weight = 1;                   // of a score
  std::vector<std::string> levels;  // of a score: what earns 0, 1, 2 ... points
  std::string source;               // where the criterion and its threshold come from

  int most_points() const { return levels.empty() ? 0 : static_cast<int>(levels.size()) - 1; }
};

std::string_view name_of(Criterion::Kind kind);
std::string_view name_of(Criterion::Rule rule);   // "at_least"
std::string_view words_of(Criterion::Rule rule);  // "at least"
std::optional<Criterion::Rule> rule_named(std::string_view name);

// All that is wrong with a set of criteria; `field` is "<key>.<column>".
std::vector<base::Fault> faults_of(const std::vector<Criterion>& criteria);

// What is known decides a cut only when it leaves no doubt: "90 to 120" neither meets nor fails
// "at least 100", and nothing known is unknown.
enum class Verdict { meets, fails, unknown };
Verdict verdict(const Criterion& cut, std::string_view known);

// The values of the directory by field, and the points given by key.
using Known = std::map<std::string, std::string, std::less<>>;
using Points = std::map<std::string, int, std::less<>>;

// How a program stands. What is unknown is left out of both sums, and counted.
struct Assessment {
  std::vector<Verdict> cuts;  // in the order of the criteria
  int points = 0;             // weighted
  int possible = 0;           // weighted, of the criteria that are known
  int known = 0;              // scores given
  int unknown = 0;            // scores not given yet

  bool is_cut() const;       // some cut fails
  bool is_in_doubt() const;  // some cut is unknown
  double share() const { return possible == 0 ? 0 : static_cast<double>(points) / possible; }
  // Too little is known to rank it beside one of which all is known.
  bool needs_finding_out() const;
};

Assessment assess(const std::vector<Criterion>& criteria, const Known& known, const Points& points);

}  // namespace enact::outreach
