// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "web/view.h"

namespace enact::web {

// What is wrong between a template (partials already put in) and the view that fills it: a name
// that the view lacks, `{{{ }}}` around what is not SafeHtml or `{{ }}` around what is, a section
// on a text. Empty when all is well. Only what this view makes the template reach is checked.
std::string template_fault(std::string_view text, const View& view);

}  // namespace enact::web
