// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/services.h"
#include "base/result.h"
#include "identity/audit.h"
#include "identity/role.h"
#include "web/request.h"
#include "web/response.h"
#include "web/view.h"

namespace enact::app {

// One request being answered: what was asked, by whom, and what there is to answer it with.
struct Visit {
  web::Request& request;
  Services& services;
  identity::Viewer viewer;
  std::string network;  // what the network is called
  // What the route's scope resolved to: the organization that the permission was checked at.
  std::string scope;

  base::Instant now() const { return services.clock.now(); }
  base::Day today() const { return services.clock.today(); }
  const std::string& id(std::string_view name = "id") const { return request.path_id(name); }
  // The posted form; an empty one for a GET.
  const web::Form& form() const;
  // An event by this viewer, now, at this visit's scope, for the verbs of collections.
  identity::Event event() const;
};

// How a page stands in the frame.
enum class Look { reading, working };

struct PageOptions {
  std::string title;
  std::string description;  // for search engines and link previews
  Look look = Look::working;
  int status = 200;
  std::string feed;     // address of an Atom feed about this page
  int purpose = 0;      // 1 to 3: which purpose's hue the page has
  std::string json_ld;  // schema.org data of a public page, already JSON
  std::string section;  // which entry of the navigation is current: "playbook", "board"
};

// Fills `template_name` of `room` with `view`, sets it into the frame and answers with it. Pages
// for visitors who have not signed in may be revalidated by caches; all others are not stored.
web::Response page(const Visit& visit,
                   std::string_view room,
                   std::string_view template_name,
                   web::View view,
                   PageOptions options);

// What was read for a page. The frame around it reads for itself, so pages are made after reading:
// a handler returns show(visit, "room", db.read(... -> Result<Filled>)).
struct Filled {
  std::string_view template_name;
  web::View view;
  PageOptions options;
};
base::Result<web::Response> show(const Visit& visit,
                                 std::string_view room,
                                 base::Result<Filled> filled);

// For a page behind a secret address, such as a link in an e-mail: nobody keeps it, finds it by
// searching or learns of it from where it leads.
web::Response keep_secret(web::Response response);

// 303 to `to`, where the next page shows `notice` once ("Saved.").
web::Response redirect_with_notice(const Visit& visit,
                                   std::string_view to,
                                   std::string_view notice);

// Puts the faults of an error into a form's view: `errors` for the list at the top, and
// `<field>_error` beside each field. Call with the names of all fields, so that templates find
// an (empty) error for each; without an error, all are empty.
void show_faults(web::View& view,
                 const std::vector<std::string>& fields,
                 const base::Error* error = nullptr);

// The status of the page that shows such a form again: 409 for one that somebody overtook, else
// 422.
int status_of(const base::Error& error);

}  // namespace enact::app
