// SPDX-License-Identifier: Apache-2.0
#include "demo_people.h"

#include <stdexcept>

#include "identity/users.h"
#include "imports/committing.h"
#include "imports/guess.h"
#include "imports/journal.h"
#include "imports/mappings.h"
#include "imports/planning.h"
#include "make_believe/assets.h"
#include "network/person_target.h"

namespace enact {
namespace {

constexpr const char* kWorkspace = "pittsburgh";

std::string list_of_people() {
  for (const auto& file : make_believe::assets())
    if (file.path == "make-believe/people.csv") return std::string(file.content);
  throw std::logic_error("The demo has no list of people.");
}

imports::Mapping mapping_of(const imports::Target& target, const imports::TableFile& file) {
  auto mapping = imports::guessed_mapping(target, file.header());
  mapping.name = "Members of our working group";
  imports::FieldRule made_up;
  made_up.field = "make_believe";
  made_up.columns = {"Made up"};
  mapping.rules.push_back(std::move(made_up));
  imports::FieldRule source;
  source.field = "source";
  source.always = "Invented for this demo";
  mapping.rules.push_back(std::move(source));
  return mapping;
}

}  // namespace

base::Result<void> seed_demo_people(app::Services& services) {
  const auto& target = network::person_target();
  const auto list = list_of_people();
  const auto file = imports::TableFile::open(list);
  if (!file) return tl::unexpected(file.error());
  const auto mapping = mapping_of(target, *file);
  const auto now = services.clock.now();
  imports::Deed by{"", "Ana Duarte", now};
  services.db.read([&](store::Reader& reader) {
    if (const auto ana = identity::find_user_by_email(reader, "ana@enact.example"))
      by.user = ana->id;
  });
  const auto id = imports::begin_import(
      services.db, {.org = kWorkspace, .file_name = "working-group.csv", .mapping = mapping}, list,
      by);
  if (!id) return tl::unexpected(id.error());
  auto kept = services.db.write([&](store::Writer& writer) {
    identity::Event event;
    event.actor = by.user;
    event.actor_name = by.name;
    event.org = kWorkspace;
    event.at = now;
    imports::ask_for_plan(writer, *id, now);
    return imports::save_mapping(writer, kWorkspace, mapping, event);
  });
  if (!kept) return kept;
  imports::plan_import(services.db, services.clock, target, *id);
  services.db.write([&](store::Writer& writer) {
    imports::ask_for_commit(writer, *imports::find_import(writer, *id), now);
  });
  return imports::commit_import(services.db, services.clock, target, *id, by);
}

}  // namespace enact
