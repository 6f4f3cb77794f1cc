// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "app/setting.h"
#include "base/text.h"

namespace enact::app {
namespace {

using Faults = std::vector<base::Fault>;

// "database" and, within [smtp], "smtp.url".
std::string dotted(const std::string& table, std::string_view key) {
  return table.empty() ? std::string(key) : fmt::format("{}.{}", table, key);
}

std::string unknown_setting(std::string_view name) {
  if (const auto near = nearest_setting(name); !near.empty())
    return fmt::format("There is no setting '{}'. Did you mean '{}'?", name, near);
  return fmt::format("There is no setting '{}'. `enact serve --help` lists them all.", name);
}

// The value of a key as the text that an environment variable would hold, or nothing when it is of
// another sort than the setting.
std::optional<std::string> as_text(const toml::node& node, SettingShape shape) {
  switch (shape) {
    case SettingShape::text:
      if (const auto* text = node.as_string()) return text->get();
      return std::nullopt;
    case SettingShape::number:
      if (const auto* number = node.as_integer()) return std::to_string(number->get());
      return std::nullopt;
    case SettingShape::truth:
      if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
      return std::nullopt;
    case SettingShape::list: {
      const auto* array = node.as_array();
      if (!array) return std::nullopt;
      std::vector<std::string> items;
      for (const auto& item : *array) {
        const auto* text = item.as_string();
        if (!text) return std::nullopt;
        items.push_back(text->get());
      }
      return base::join(items, ",");
    }
  }
  return std::nullopt;
}

std::string_view example_of(SettingShape shape) {
  switch (shape) {
    case SettingShape::text:
      return "a text in quotes";
    case SettingShape::number:
      return "a whole number without quotes";
    case SettingShape::truth:
      return "true or false without quotes";
    case SettingShape::list:
      return "a list of texts such as [\"127.0.0.1\"]";
  }
  return {};
}

class File {
 public:
  File(Config& config, std::string name, Faults& faults)
      : config_(config), name_(std::move(name)), faults_(faults) {}

  void read(const std::string& text) {
    try {
      walk(toml::parse(text, name_), "");
    } catch (const toml::parse_error& error) {
      fault("", fmt::format("This is not TOML: {}.", error.description()), error.source());
    }
  }

 private:
  void walk(const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
      const auto name = dotted(prefix, key.str());
      const auto* rule = find_setting(name);
      if (rule) {
        apply(*rule, node);
      } else if (const auto* inner = node.as_table(); inner && is_setting_table(name)) {
        walk(*inner, name);
      } else {
        fault(name, unknown_setting(name), key.source());
      }
    }
  }

  void apply(const SettingRule& rule, const toml::node& node) {
    const std::string name(rule.name);
    const auto text = as_text(node, rule.shape);
    if (!text) {
      fault(name, fmt::format("'{}' should be {}.", name, example_of(rule.shape)), node.source());
    } else if (const auto wrong = rule.set(config_, *text)) {
      fault(name, fmt::format("'{}' {}.", name, *wrong), node.source());
    }
  }

  void fault(std::string field, std::string message, const toml::source_region& where) {
    faults_.push_back({.field = std::move(field),
                       .message = std::move(message),
                       .file = name_,
                       .line = static_cast<int>(where.begin.line)});
  }

  Config& config_;
  std::string name_;
  Faults& faults_;
};

void read_file(Config& config,
               const std::filesystem::path& path,
               ConfigFile presence,
               Faults& faults) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::error_code ignored;
    const bool exists = std::filesystem::exists(path, ignored);
    if (exists || presence == ConfigFile::required)
      faults.push_back({.field = "",
                        .message = exists ? "This file cannot be read." : "There is no such file.",
                        .file = path.string()});
    return;
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  File(config, path.string(), faults).read(text);
}

// Other ENACT_ variables are left alone: cluster managers make up some of their own.
void read_environment(Config& config,
                      const std::map<std::string, std::string>& environment,
                      Faults& faults) {
  for (const auto& rule : setting_rules()) {
    const auto variable = environment_name(rule.name);
    const auto found = environment.find(variable);
    if (found == environment.end()) continue;
    if (const auto wrong = rule.set(config, found->second))
      faults.push_back({.field = std::string(rule.name),
                        .message = fmt::format("The environment variable {} {}.", variable, *wrong),
                        .file = {}});
  }
}

void read_flags(Config& config, const std::map<std::string, std::string>& flags, Faults& faults) {
  for (const auto& [name, value] : flags) {
    const auto* rule = find_setting(name);
    if (!rule) {
      faults.push_back({.field = name, .message = unknown_setting(name), .file = {}});
    } else if (const auto wrong = rule->set(config, value)) {
      faults.push_back(
          {.field = name, .message = fmt::format("{} {}.", flag_name(name), *wrong), .file = {}});
    }
  }
}

// Where people reach the server when nobody said so. 0.0.0.0 and :: are no addresses to go to.
std::string own_url(const Config& config) {
  auto host = config.address;
  if (host == "0.0.0.0" || host == "::") host = "localhost";
  if (host.find(':') != std::string::npos) host = fmt::format("[{}]", host);
  return fmt::format("http://{}:{}", host, config.port);
}

}  // namespace

base::Result<Config> load_config(const std::filesystem::path& file,
                                 ConfigFile presence,
                                 const std::map<std::string, std::string>& environment,
                                 const std::map<std::string, std::string>& flags) {
  Config config;
  Faults faults;
  read_file(config, file, presence, faults);
  read_environment(config, environment, faults);
  read_flags(config, flags, faults);
  std::stable_sort(faults.begin(), faults.end(),
                   [](const auto& a, const auto& b) { return a.line < b.line; });
  if (!faults.empty()) return base::invalid(std::move(faults));
  if (config.public_url.empty()) config.public_url = own_url(config);
  return config;
}

}  // namespace enact::app
