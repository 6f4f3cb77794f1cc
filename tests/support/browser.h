// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/program.h"
#include "web/response.h"

namespace enact::support {

using FormFields = std::vector<std::pair<std::string, std::string>>;

// A person at a browser: keeps cookies, puts the form token of the session into every form, and
// asks the program without a socket.
class Browser {
 public:
  explicit Browser(Program& program) : program_(program) {}

  // Begins a session for an account, without going through the sign-in page.
  void sign_in_as(const std::string& user_id);
  void sign_out() { cookies_.clear(); }

  web::Response get(const std::string& target, const FormFields& headers = {});
  web::Response post(const std::string& target, const FormFields& fields);
  // The same, without the session's form token: as from another site.
  web::Response post_without_token(const std::string& target, const FormFields& fields);
  // As multipart/form-data, with a file.
  web::Response upload(const std::string& target,
                       const FormFields& fields,
                       const std::string& field,
                       const std::string& file_name,
                       const std::string& content);

  // Posts and follows the redirect that must come.
  web::Response post_and_follow(const std::string& target, const FormFields& fields);

 private:
  web::Response send(web::Request request);

  Program& program_;
  std::map<std::string, std::string> cookies_;
  std::string token_;
};

// The body of a response, kept or not.
const std::string& body_of(const web::Response& response);
std::string header_of(const web::Response& response, const std::string& name);

}  // namespace enact::support
