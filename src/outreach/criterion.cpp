// SPDX-License-Identifier: Apache-2.0
#include "outreach/criterion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/amount.h"
#include "base/text.h"

namespace enact::outreach {
namespace {

using Kind = Criterion::Kind;
using Rule = Criterion::Rule;

constexpr int kMostWeight = 10;
constexpr std::size_t kMostLevels = 10;
// The rubric of the network says so: three unknown, and a rank would mislead.
constexpr int kTooManyUnknown = 3;

struct RuleName {
  Rule rule;
  std::string_view name, words;
};
constexpr std::array kRules{
    RuleName{Rule::at_least, "at_least", "at least"}, RuleName{Rule::at_most, "at_most", "at most"},
    RuleName{Rule::is, "is", "is"}, RuleName{Rule::includes, "includes", "includes one of"}};

Verdict compare(Rule rule, const base::Amount& known, double bound) {
  const bool is_least = rule == Rule::at_least;
  if (is_least ? known.is_at_least(bound) : known.is_at_most(bound)) return Verdict::meets;
  const bool is_out = is_least ? known.high < bound : known.low > bound;
  return is_out ? Verdict::fails : Verdict::unknown;
}

bool holds_one_of(std::string_view known, std::string_view wanted) {
  for (const auto item : base::split(known, ';'))
    for (const auto other : base::split(wanted, ';'))
      if (base::lower(base::trim(item)) == base::lower(base::trim(other))) return true;
  return false;
}

class Check {
 public:
  std::vector<base::Fault> run(const std::vector<Criterion>& criteria) {
    if (criteria.empty()) add("", "Give at least one criterion.");
    for (const auto& criterion : criteria) check(criterion);
    return std::move(faults_);
  }

 private:
  void add(std::string field, std::string message) {
    faults_.push_back({.field = std::move(field), .message = std::move(message), .file = {}});
  }

  void check(const Criterion& c) {
    const auto at = [&](std::string_view column) { return fmt::format("{}.{}", c.key, column); };
    if (!base::is_slug(c.key) || c.label.empty())
      add(at("label"), "Give each criterion a label.");
    else if (!keys_.insert(c.key).second)
      add(at("label"), fmt::format("\"{}\" stands here twice.", c.label));
    if (c.kind == Kind::score) {
      if (c.weight < 1 || c.weight > kMostWeight)
        add(at("weight"),
            fmt::format("The weight of \"{}\" is a number from 1 to {}.", c.label, kMostWeight));
      if (c.levels.size() < 2 || c.levels.size() > kMostLevels)
        add(at("levels"),
            fmt::format("Say for \"{}\" what earns 0, 1 and more points: 2 to {} lines.", c.label,
                        kMostLevels));
      return;
    }
    if (c.field.empty())
      add(at("field"),
          fmt::format("Choose the fact of the directory that \"{}\" looks at.", c.label));
    const bool is_number = c.rule == Rule::at_least || c.rule == Rule::at_most;
    const auto bound = base::read_amount(c.threshold);
    if (c.threshold.empty() ||
        (is_number && (!bound || bound->exactness != base::Amount::Exactness::exact)))
      add(at("threshold"), fmt::format("Write for \"{}\" what is asked for{}.", c.label,
                                       is_number ? ", as one number" : ""));
  }

  std::vector<base::Fault> faults_;
  std::set<std::string> keys_;
};

}  // namespace

std::string_view name_of(Kind kind) {
  return kind == Kind::cut ? "cut" : "score";
}

std::string_view name_of(Rule rule) {
  return kRules[static_cast<std::size_t>(rule)].name;
}

std::string_view words_of(Rule rule) {
  return kRules[static_cast<std::size_t>(rule)].words;
}

std::optional<Rule> rule_named(std::string_view name) {
  for (const auto& rule : kRules)
    if (rule.name == name) return rule.rule;
  return std::nullopt;
}

std::vector<base::Fault> faults_of(const std::vector<Criterion>& criteria) {
  return Check().run(criteria);
}

Verdict verdict(const Criterion& cut, std::string_view known) {
  if (known.empty()) return Verdict::unknown;
  if (cut.rule == Rule::is)
    return base::lower(known) == base::lower(cut.threshold) ? Verdict::meets : Verdict::fails;
  if (cut.rule == Rule::includes)
    return holds_one_of(known, cut.threshold) ? Verdict::meets : Verdict::fails;
  const auto amount = base::read_amount(known), bound = base::read_amount(cut.threshold);
  return amount && bound ? compare(cut.rule, *amount, bound->low) : Verdict::unknown;
}

bool Assessment::is_cut() const {
  return std::find(cuts.begin(), cuts.end(), Verdict::fails) != cuts.end();
}

bool Assessment::is_in_doubt() const {
  return std::find(cuts.begin(), cuts.end(), Verdict::unknown) != cuts.end();
}

bool Assessment::needs_finding_out() const {
  return known == 0 || unknown >= kTooManyUnknown;
}

Assessment assess(const std::vector<Criterion>& criteria,
                  const Known& known,
                  const Points& points) {
  Assessment result;
  for (const auto& criterion : criteria) {
    if (criterion.kind == Kind::cut) {
      const auto value = known.find(criterion.field);
      result.cuts.push_back(verdict(criterion, value != known.end() ? value->second : ""));
      continue;
    }
    const auto given = points.find(criterion.key);
    if (given == points.end()) {
      ++result.unknown;
      continue;
    }
    ++result.known;
    result.points += criterion.weight * std::min(given->second, criterion.most_points());
    result.possible += criterion.weight * criterion.most_points();
  }
  return result;
}

}  // namespace enact::outreach
