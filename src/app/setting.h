// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/config.h"

namespace enact::app {

enum class SettingShape { text, number, truth, list };  // a list is written "a,b" outside the file

// One setting: what it means, and how its text becomes a part of the configuration. `set` gives
// back what is wrong, to follow the setting's name: "should be between 1 and 256".
struct SettingRule {
  std::string_view name;
  SettingShape shape;
  std::string_view help;
  std::function<std::optional<std::string>(Config&, const std::string&)> set;
};

const std::vector<SettingRule>& setting_rules();
const SettingRule* find_setting(std::string_view name);
bool is_setting_table(std::string_view name);  // "smtp"

// The setting that somebody who wrote `name` most likely meant, or nothing.
std::string_view nearest_setting(std::string_view name);

std::string environment_name(std::string_view setting);  // "ENACT_SMTP_URL"
std::string flag_name(std::string_view setting);         // "--smtp-url"

}  // namespace enact::app
