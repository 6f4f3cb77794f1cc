// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/structure.h"

namespace enact::network {
namespace {

// In units of the picture, which are CSS pixels at its natural size.
constexpr int kLine = 20;
constexpr int kGap = 14;
constexpr int kRootX = 8;
constexpr int kCohortX = 200;
constexpr int kEcosystemX = 300;
constexpr int kProgramX = 620;
constexpr int kWidth = 1000;
constexpr int kTextLift = 4;  // from the middle of a line to where its letters stand

constexpr std::size_t kRootLetters = 20;
constexpr std::size_t kEcosystemLetters = 36;
constexpr std::size_t kProgramLetters = 52;

std::string brief(const Org& org, std::size_t letters) {
  return base::shorten(org.name.size() > letters ? org.short_name : org.name, letters);
}

class Drawing {
 public:
  std::string draw(const Structure& structure) {
    int y = kGap + kLine / 2;
    const int top = y;
    std::vector<int> cohort_middles;
    for (const auto& cohort : structure.cohorts) {
      const int cohort_y = y;
      text(kCohortX, cohort_y, cohort.title, "600");
      for (const auto& ecosystem : cohort.ecosystems) {
        bend(kCohortX + 72, cohort_y, kEcosystemX - 6, y);
        y = this->ecosystem(ecosystem, y) + kGap;
      }
      cohort_middles.push_back(cohort_y);
    }
    text(kRootX, top, base::shorten(structure.root_short, kRootLetters), "600");
    for (const int middle : cohort_middles) bend(kCohortX - 24, top, kCohortX - 6, middle);
    return framed(std::max(y, top + kLine));
  }

 private:
  // Gives the first line under it.
  int ecosystem(const Structure::Ecosystem& ecosystem, int y) {
    text(kEcosystemX, y, brief(ecosystem.org, kEcosystemLetters), "600");
    int left = y + kLine;
    if (!ecosystem.parent.id.empty()) {
      text(kEcosystemX, left, "with " + brief(ecosystem.parent, kEcosystemLetters), "400");
      left += kLine;
    }
    int right = y;
    for (const auto& program : ecosystem.programs) {
      bend(kProgramX - 30, y, kProgramX - 6, right);
      text(kProgramX, right, brief(program, kProgramLetters), "400");
      right += kLine;
    }
    if (const auto more = ecosystem.program_count - ecosystem.programs.size(); more > 0) {
      text(kProgramX, right, fmt::format("and {} more", more), "400");
      right += kLine;
    }
    return std::max(left, right);
  }

  void text(int x, int y, const std::string& words, std::string_view weight) {
    texts_ += fmt::format("<text x=\"{}\" y=\"{}\" font-weight=\"{}\">{}</text>\n", x,
                          y + kTextLift, weight, base::escape_html(words));
  }

  // From one point to another by a level line, an upright and a level line.
  void bend(int from_x, int from_y, int to_x, int to_y) {
    lines_ += fmt::format("M{} {}H{}V{}H{}", from_x, from_y, (from_x + to_x) / 2, to_y, to_x);
  }

  std::string framed(int height) const {
    return fmt::format(
        "<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
        "aria-labelledby=\"structure-title structure-desc\" font-size=\"13\">\n"
        "<title id=\"structure-title\">How the network is built</title>\n"
        "<desc id=\"structure-desc\">A tree from the hub by cohorts and ecosystems to the "
        "programs. The list and the table below say the same.</desc>\n"
        "<path d=\"{2}\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.55\" "
        "shape-rendering=\"crispEdges\"/>\n"
        "<g fill=\"currentColor\">\n{3}</g>\n</svg>\n",
        kWidth, height, lines_, texts_);
  }

  std::string lines_;
  std::string texts_;
};

}  // namespace

web::SafeHtml drawing(const Structure& structure) {
  return web::SafeHtml::made_by_us(Drawing().draw(structure));
}

}  // namespace enact::network
