// SPDX-License-Identifier: Apache-2.0
#include "network/org.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/date.h"
#include "base/text.h"
#include "network/plain_text.h"

namespace enact::network {
namespace {

using base::Fault;

// Generous for a name, and short enough for a row of a table.
constexpr std::size_t kLongestLine = 200;
constexpr std::size_t kLongestCohort = 20;
constexpr std::size_t kLongestAbout = 20'000;

class Check {
 public:
  Check(const OrgRecord& org, const std::vector<Kind>& kinds, const OrgTree& tree)
      : org_(org), kinds_(kinds), tree_(tree) {}

  std::vector<Fault> run() {
    lines();
    kind();
    parent();
    dates();
    address();
    return std::move(faults_);
  }

 private:
  void add(std::string field, std::string message) {
    faults_.push_back({.field = std::move(field), .message = std::move(message), .file = {}});
  }

  void no_longer_than(std::size_t most, std::string field, std::string_view text) {
    if (text.size() > most)
      add(std::move(field),
          fmt::format("This is longer than {} characters; say it more briefly.", most));
  }

  void lines() {
    if (!base::is_slug(org_.id))
      add("id",
          "An id is made of small letters, digits and hyphens, at most 80, such as lakeside.");
    if (org_.name.empty()) add("name", "Give the organization a name.");
    no_longer_than(kLongestLine, "name", org_.name);
    no_longer_than(kLongestLine, "short_name", org_.short_name);
    no_longer_than(kLongestLine, "region", org_.region);
    no_longer_than(kLongestCohort, "cohort", org_.cohort);
    no_longer_than(kLongestAbout, "about", org_.about);
    no_longer_than(kLongestAbout, "priorities", words_of(org_.priorities));
    no_longer_than(kLongestAbout, "source", org_.source);
  }

  void kind() {
    const bool is_known =
        std::any_of(kinds_.begin(), kinds_.end(), [&](const Kind& k) { return k.id == org_.kind; });
    if (org_.kind.empty())
      add("kind", "Say what kind of organization this is.");
    else if (!is_known)
      add("kind", fmt::format("The network has no kind \"{}\". Choose one of the list, or ask the "
                              "hub to add it.",
                              base::shorten(org_.kind, 60)));
  }

  void parent() {
    if (org_.parent.empty()) return;
    if (tree_.find(org_.parent) == nullptr) {
      add("parent", fmt::format("There is no organization \"{}\" to belong to. Add it first, or "
                                "leave this empty.",
                                base::shorten(org_.parent, 80)));
    } else if (org_.parent == org_.id) {
      add("parent", "An organization cannot belong to itself.");
    } else if (const auto circle = tree_.circle_through(org_.id); !circle.empty()) {
      add("parent", "These would belong to each other in a circle: " + circle_words(circle) +
                        " Choose another parent, or change one of the others first.");
    }
  }

  void dates() {
    constexpr std::string_view kSentence =
        "Write the date as 2021, 2021-07 or 2021-07-27, as much of it as you know.";
    if (!org_.joined.empty() && !base::is_partial_date(org_.joined))
      add("joined", std::string(kSentence));
    if (!org_.as_of.empty() && !base::is_partial_date(org_.as_of))
      add("as_of", std::string(kSentence));
  }

  void address() {
    if (org_.url.empty()) return;
    if (!is_web_address(org_.url))
      add("url", "A web address begins with https:// or http:// and has no spaces.");
    no_longer_than(kLongestLine * 2, "url", org_.url);
  }

  const OrgRecord& org_;
  const std::vector<Kind>& kinds_;
  const OrgTree& tree_;
  std::vector<Fault> faults_;
};

auto as_tuple(const OrgRecord& o) {
  return std::tie(o.id, o.name, o.short_name, o.kind, o.parent, o.region, o.cohort, o.joined,
                  o.about, o.priorities, o.url, o.source, o.as_of);
}

}  // namespace

std::vector<std::string> priorities_from(std::string_view text) {
  std::vector<std::string> priorities;
  for (const auto line : base::split(text, '\n'))
    for (const auto part : base::split(line, ';')) {
      auto priority = one_line(part);
      const bool is_new =
          std::find(priorities.begin(), priorities.end(), priority) == priorities.end();
      if (!priority.empty() && is_new) priorities.push_back(std::move(priority));
    }
  return priorities;
}

std::string words_of(const std::vector<std::string>& priorities) {
  return base::join(priorities, "; ");
}

OrgRecord tidied(OrgRecord org) {
  for (auto* line : {&org.id, &org.name, &org.short_name, &org.kind, &org.parent, &org.region,
                     &org.cohort, &org.joined, &org.url, &org.source, &org.as_of})
    *line = one_line(*line);
  org.about = several_lines(org.about);
  org.priorities = priorities_from(words_of(org.priorities));
  return org;
}

bool says_the_same(const OrgRecord& a, const OrgRecord& b) {
  return as_tuple(a) == as_tuple(b);
}

std::vector<Fault> faults_of(const OrgRecord& org,
                             const std::vector<Kind>& kinds,
                             const OrgTree& tree) {
  return Check(org, kinds, tree).run();
}

base::Json to_json(const OrgRecord& org) {
  auto priorities = base::Json::array();
  for (const auto& priority : org.priorities) priorities.add(priority);
  auto json = base::Json::object();
  json.set("id", org.id).set("name", org.name).set("short_name", org.short_name);
  json.set("kind", org.kind).set("parent", org.parent).set("region", org.region);
  json.set("cohort", org.cohort).set("joined", org.joined).set("about", org.about);
  json.set("priorities", std::move(priorities)).set("url", org.url);
  json.set("source", org.source).set("as_of", org.as_of);
  return json;
}

}  // namespace enact::network
