// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/routes.h"
#include "app/visit.h"
#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

// The public face of the room: who is in the network. Other rooms include this header alone.
namespace enact::network {

// An organization, in short. Its kind is data ("ecosystem", "pcsp", "hub", "funder", ...).
struct Org {
  std::string id;  // a slug, stable: part of its address
  std::string name;
  std::string short_name;  // where space is tight; the name when there is none
  std::string kind;
  std::string parent;  // id, or empty
  std::string region;
  std::string cohort;  // "1", "2" or empty; which intake of ecosystems
};

std::optional<Org> find_org(store::Reader& reader, std::string_view id);

// The organization's name, or the id itself where there is no such organization.
std::string org_name(store::Reader& reader, std::string_view id);

// The ecosystem and what belongs to it, by name, at most so many; any organizations where it is "".
std::vector<Org> orgs_in(store::Reader& reader, std::string_view workspace, std::size_t most);

// The organization of exactly this name, if there is one and only one.
std::optional<Org> org_called(store::Reader& reader, std::string_view name);

// All organizations, by name; only those of `kind` when it is given. There may be a million: for a
// page ask for a kind of which there are few.
std::vector<Org> orgs(store::Reader& reader, std::string_view kind = {});

// The ecosystems by cohort and name: the rows of boards and matrices.
std::vector<Org> ecosystems(store::Reader& reader);

// The organization's parts (programs of an ecosystem, departments of a college), by name.
std::vector<Org> parts_of(store::Reader& reader, std::string_view org);

// The ecosystem that an organization belongs to: itself, or the nearest ecosystem among its
// parents; "" when there is none.
std::string workspace_of(store::Reader& reader, std::string_view org);

// The scope of a page about one ecosystem at a time: the one that `?ecosystem=` or the form names,
// else the first at which the viewer meets `needs`.
app::Scope ecosystem_scope(web::Needs needs);

// Sets, for such a page at `path`, `ecosystem` (its id), `ecosystem_name`, and `others`, the
// ecosystems to change to.
void show_ecosystem(web::View& view,
                    store::Reader& reader,
                    const app::Visit& visit,
                    std::string_view path);

struct Person {
  std::string id;
  std::string name;
  std::string org;   // of the current affiliation that was asked for
  std::string role;  // "Program director"
  std::string email;
};

// People with a current affiliation at the ecosystem or one of its parts, by name.
std::vector<Person> people_of(store::Reader& reader, std::string_view workspace);
std::optional<Person> find_person(store::Reader& reader, std::string_view id);

// Whether those who can be reached as a person of the directory or at an address want no e-mail
// from us: the last word of that person, or of anybody on record with that address, was no. In the
// same order, with one query for all.
struct Reached {
  std::string person;   // id, or empty
  std::string address;  // or empty
};
std::vector<bool> who_refuses_email(store::Reader& reader, const std::vector<Reached>& reached);

// The person said today, as `how` tells, that they want no e-mail from us.
base::Result<void> note_email_refusal(store::Writer& writer,
                                      std::string_view person,
                                      std::string_view how,
                                      identity::Event by);

struct ImportCount {
  int created = 0;
  int updated = 0;
  int unchanged = 0;
};

// Organizations as CSV: id,name,short_name,kind,parent,region,cohort,joined,about,priorities,
// source,as_of,url. Import creates and updates, never deletes; every fault is reported with its
// line and then nothing is changed. A column that the file does not have is left as it is; id, name
// and kind must be there. Export gives all columns, sorted by id.
base::Result<ImportCount> import_orgs(store::Writer& writer,
                                      std::string_view csv,
                                      const identity::Event& by);
std::string export_orgs(store::Reader& reader);

// People as CSV, one row for each affiliation: id,name,email,phone,note,make_believe,org,role,from,
// until. The rows of one person say the same of the person. `make_believe` is "yes" or empty.
// Works like import_orgs; an affiliation is known again by person, organization, role and start.
base::Result<ImportCount> import_people(store::Writer& writer,
                                        std::string_view csv,
                                        const identity::Event& by);
std::string export_people(store::Reader& reader);

}  // namespace enact::network
