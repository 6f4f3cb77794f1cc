// SPDX-License-Identifier: Apache-2.0
#include "app/setting.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace enact::app {
namespace {

using Wrong = std::optional<std::string>;

bool is_ip_address(const std::string& text) {
  unsigned char parsed[sizeof(in6_addr)];
  return inet_pton(AF_INET, text.c_str(), parsed) == 1 ||
         inet_pton(AF_INET6, text.c_str(), parsed) == 1;
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return c > ' ' && c != 0x7f && c != '<' && c != '>'; });
}

Wrong set_database(Config& config, const std::string& text) {
  if (base::trim(text).empty()) return "should name a file or a postgresql:// address";
  config.database = text;
  return {};
}

Wrong set_address(Config& config, const std::string& text) {
  if (!is_ip_address(text)) return "should be an IP address such as 127.0.0.1 or 0.0.0.0";
  config.address = text;
  return {};
}

Wrong set_port(Config& config, const std::string& text) {
  const auto number = base::to_integer(text);
  if (!number || *number < 1 || *number > 65535) return "should be between 1 and 65535";
  config.port = static_cast<unsigned short>(*number);
  return {};
}

Wrong set_public_url(Config& config, const std::string& text) {
  std::string_view host = text;
  if (host.ends_with('/')) host.remove_suffix(1);
  const auto url = host;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (host.starts_with(scheme)) host.remove_prefix(scheme.size());
  }
  if (host.size() == url.size() || host.empty() || !is_plain(host) ||
      host.find_first_of("/?#@") != std::string_view::npos)
    return "should be a scheme and a host such as https://playbook.example.org";
  config.public_url = url;
  return {};
}

Wrong set_workers(Config& config, const std::string& text) {
  const auto number = base::to_integer(text);
  if (!number || *number < 1 || *number > 256) return "should be between 1 and 256";
  config.workers = static_cast<int>(*number);
  return {};
}

Wrong set_log_level(Config& config, const std::string& text) {
  for (const auto* known : {"debug", "info", "warning", "error", "off"}) {
    if (text != known) continue;
    config.log_level = text;
    return {};
  }
  return "should be debug, info, warning, error or off";
}

Wrong set_assets(Config& config, const std::string& text) {
  std::error_code ignored;
  if (!text.empty() && !std::filesystem::is_directory(text, ignored)) return "should be a folder";
  config.assets = text;
  return {};
}

Wrong set_trusted_proxies(Config& config, const std::string& text) {
  std::vector<std::string> addresses;
  for (const auto part : base::split(text, ',')) {
    const std::string address(base::trim(part));
    if (address.empty()) continue;
    if (!is_ip_address(address)) return fmt::format("holds '{}', which is no IP address", address);
    addresses.push_back(address);
  }
  config.trusted_proxies = std::move(addresses);
  return {};
}

Wrong set_smtp_url(Config& config, const std::string& text) {
  if (!text.empty() &&
      (!is_plain(text) || !(text.starts_with("smtp://") || text.starts_with("smtps://"))))
    return "should begin with smtp:// or smtps://";
  // A password in an address ends up in messages; it has a setting of its own.
  if (text.find('@') != std::string::npos)
    return "should hold no user name; use smtp.user and smtp.password";
  config.smtp.url = text;
  return {};
}

Wrong set_smtp_from(Config& config, const std::string& text) {
  const auto at = text.find('@');
  if (!is_plain(text) || at == 0 || at == std::string::npos || at + 1 == text.size() ||
      text.find('@', at + 1) != std::string::npos)
    return "should be one mail address such as playbook@example.org";
  config.smtp.from = text;
  return {};
}

Wrong set_demo(Config& config, const std::string& text) {
  const auto word = base::lower(text);
  if (word != "true" && word != "false" && word != "1" && word != "0")
    return "should be true or false";
  config.demo = word == "true" || word == "1";
  return {};
}

// How many letters must be changed, added or left out (Levenshtein 1966).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

const std::vector<SettingRule>& setting_rules() {
  using enum SettingShape;
  static const std::vector<SettingRule> rules{
      {"database", text, "file of the SQLite database, or postgresql://user@host:port/name",
       set_database},
      {"address", text, "IP address to listen on; 0.0.0.0 for all", set_address},
      {"port", number, "port to listen on", set_port},
      {"public_url", text, "address that people type, without a path, for links in mail",
       set_public_url},
      {"workers", number, "threads that answer requests", set_workers},
      {"log_level", text, "debug, info, warning, error or off", set_log_level},
      {"assets", text, "folder of templates that replace the built-in ones", set_assets},
      {"trusted_proxies", list, "IP addresses of proxies whose word on the client is believed",
       set_trusted_proxies},
      {"smtp.url", text, "mail server, smtp://host:port or smtps://host; empty: mail is kept",
       set_smtp_url},
      {"smtp.user", text, "user name at the mail server",
       [](Config& config, const std::string& value) -> Wrong {
         config.smtp.user = value;
         return {};
       }},
      {"smtp.password", text, "password at the mail server; better in ENACT_SMTP_PASSWORD",
       [](Config& config, const std::string& value) -> Wrong {
         config.smtp.password = value;
         return {};
       }},
      {"smtp.from", text, "mail address that messages come from", set_smtp_from},
      {"demo", truth, "says on every page that the network is make-believe", set_demo},
  };
  return rules;
}

const SettingRule* find_setting(std::string_view name) {
  const auto& rules = setting_rules();
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.name == name; });
  return found == rules.end() ? nullptr : &*found;
}

bool is_setting_table(std::string_view name) {
  const auto& rules = setting_rules();
  return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
    return rule.name.size() > name.size() && rule.name.starts_with(name) &&
           rule.name[name.size()] == '.';
  });
}

std::string_view nearest_setting(std::string_view name) {
  std::string_view nearest;
  auto least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const auto& rule : setting_rules()) {
    // "url" at the top of the file was most likely meant for its table.
    const auto dot = rule.name.find('.');
    auto away = distance(name, rule.name);
    if (dot != std::string_view::npos && rule.name.substr(dot + 1) == name) away = 1;
    if (away >= least) continue;
    least = away;
    nearest = rule.name;
  }
  return nearest;
}

std::string environment_name(std::string_view setting) {
  std::string name = "ENACT_";
  for (const char c : setting)
    name += c == '.' ? '_' : (c >= 'a' && c <= 'z') ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

std::string flag_name(std::string_view setting) {
  std::string name = "--";
  for (const char c : setting) name += c == '.' || c == '_' ? '-' : c;
  return name;
}

const std::vector<Setting>& settings() {
  static const auto all = [] {
    std::vector<Setting> made;
    for (const auto& rule : setting_rules()) made.push_back({rule.name, rule.help});
    return made;
  }();
  return all;
}

}  // namespace enact::app
