// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/asset.h"
#include "web/view.h"

namespace enact::web {

struct RoomPages {
  std::string_view room;
  base::Assets assets;  // those under pages/ are templates
};

// The mustache templates of all rooms, parsed once at start. A template is named "play.html" in
// its own room; a name that starts with "_" is a partial, which every room may use, so that
// partials have names of their own.
class Templates {
 public:
  // Throws std::runtime_error naming the file of a template that does not parse. Where
  // `override_folder` holds <room>/<file>, that is used instead: an operator's own wording.
  explicit Templates(const std::vector<RoomPages>& rooms,
                     const std::filesystem::path& override_folder = {});
  ~Templates();

  // Throws std::logic_error for an unknown template and, when strict, for a name that the view
  // lacks.
  SafeHtml render(std::string_view room, std::string_view name, const View& view) const;

  // Tests are strict: a template may use only names that the view has.
  void be_strict() { strict_ = true; }

  std::vector<std::string> names() const;  // "playbook/play.html"

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
  bool strict_ = false;
};

}  // namespace enact::web
