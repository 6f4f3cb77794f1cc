// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace enact::app {

struct SmtpConfig {
  std::string url;  // "smtp://mail.example.org:587"; empty: mail stays in the outbox
  std::string user;
  std::string password;
  std::string from = "enact@localhost";
};

// All settings, with their defaults. Sources, each over the one before: enact.toml, environment
// (ENACT_DATABASE for `database`, ENACT_SMTP_URL for `smtp.url`), flags (--database).
struct Config {
  std::string database = "enact.db";
  std::string address = "127.0.0.1";
  unsigned short port = 8080;
  std::string public_url;  // "https://playbook.example.org"; default http://address:port
  int workers = 4;
  std::string log_level = "info";
  std::filesystem::path assets;  // folder of templates that replace the built-in ones
  std::vector<std::string> trusted_proxies;
  SmtpConfig smtp;
  bool demo = false;  // says on every page that it is make-believe

  bool is_secure() const { return public_url.starts_with("https://"); }
};

// Reads `file` if it exists (it must when `file_is_required`), then the environment, then flags,
// which are given as setting names ("smtp.url") with values. All faults are reported at once; an
// unknown key is a fault that names it, where it stands and the nearest known key.
enum class ConfigFile { optional, required };
base::Result<Config> load_config(const std::filesystem::path& file,
                                 ConfigFile presence,
                                 const std::map<std::string, std::string>& environment,
                                 const std::map<std::string, std::string>& flags);

// Every setting with its meaning, for --help and the documentation.
struct Setting {
  std::string_view name;
  std::string_view help;
};
const std::vector<Setting>& settings();

}  // namespace enact::app
