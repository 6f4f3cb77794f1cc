// SPDX-License-Identifier: Apache-2.0
#include "imports/jobs.h"

#include <algorithm>
#include <exception>

#include "base/log.h"
#include "imports/journal.h"

namespace enact::imports {
namespace {

using app::Services;
using base::Json;
using Done = base::Result<void>;

// Never change: in the queue.
constexpr std::string_view kPlan = "imports.plan";
constexpr std::string_view kCommit = "imports.commit";
constexpr std::string_view kUndo = "imports.undo";
constexpr std::string_view kForget = "imports.forget";

constexpr std::chrono::hours kDoneFilesLive{24 * 7};   // to look at a row in its file again
constexpr std::chrono::hours kLeftFilesLive{24 * 30};  // nobody came back to decide
constexpr std::chrono::minutes kBetweenForgetting{60 * 6};

Deed deed_from(const Json& payload, const Services& services) {
  return {payload["by"].text(), payload["by_name"].text(), services.clock.now()};
}

Json payload_of(const std::string& import, const Deed& by) {
  return Json::object().set("import", import).set("by", by.user).set("by_name", by.name);
}

// Runs `work` on the target of the import. What breaks leaves the import where a person can try
// again, and is told to the queue, whose next try then finds nothing to do.
template <class Work>
Done run(const Json& payload, Services& services, const Setup& setup, State state, Work work) {
  const auto id = payload["import"].text();
  const auto import =
      services.db.read([&](store::Reader& reader) { return find_import(reader, id); });
  if (!import || import->state != state) return {};
  const auto* target = find_target(setup, import->target);
  try {
    if (target == nullptr) throw std::runtime_error("there is no such target any more");
    const auto own = services.db.read(
        [&](store::Reader& reader) { return TargetOf(reader, *target, import->org); });
    work(*own, id);
  } catch (const std::exception&) {
    services.db.write([&](store::Writer& writer) {
      go_back(writer, id, state,
              "The machine failed while this was being done, and nothing of it was kept. Please "
              "try again; if it fails again, tell whoever runs the server.");
    });
    throw;
  }
  return {};
}

void forget(Services& services) {
  const auto now = services.clock.now();
  const auto pieces = services.db.write([&](store::Writer& writer) {
    return forget_files(writer, now - kDoneFilesLive, now - kLeftFilesLive);
  });
  if (pieces > 0) base::log_info("files of imports deleted", {{"pieces", std::to_string(pieces)}});
}

}  // namespace

const Target* find_target(const Setup& setup, std::string_view name) {
  const auto found = std::find_if(setup.targets.begin(), setup.targets.end(),
                                  [&](const Target* target) { return target->name() == name; });
  return found == setup.targets.end() ? nullptr : *found;
}

void enqueue_plan(store::Writer& writer, const std::string& import, base::Instant now) {
  app::enqueue(writer, std::string(kPlan), Json::object().set("import", import), now);
}

void enqueue_commit(store::Writer& writer, const std::string& import, const Deed& by) {
  app::enqueue(writer, std::string(kCommit), payload_of(import, by), by.at);
}

void enqueue_undo(store::Writer& writer,
                  const std::string& import,
                  const Deed& by,
                  ChangedSince changed) {
  app::enqueue(writer, std::string(kUndo),
               payload_of(import, by).set("leave_changed", changed == ChangedSince::leave), by.at);
}

std::vector<app::Job> jobs(const Setup& setup) {
  const auto plan = [&setup](const Json& payload, Services& services) {
    return run(payload, services, setup, State::planning,
               [&](const Target& target, const std::string& id) {
                 plan_import(services.db, services.clock, target, id);
               });
  };
  // What is refused stands on the import's page, and is no failure of the job.
  const auto commit = [&setup](const Json& payload, Services& services) {
    return run(payload, services, setup, State::committing,
               [&](const Target& target, const std::string& id) {
                 (void)commit_import(services.db, services.clock, target, id,
                                     deed_from(payload, services));
               });
  };
  const auto undo = [&setup](const Json& payload, Services& services) {
    return run(payload, services, setup, State::undoing,
               [&](const Target& target, const std::string& id) {
                 const auto changed =
                     payload["leave_changed"].truth() ? ChangedSince::leave : ChangedSince::refuse;
                 (void)undo_import(services.db, services.clock, target, id,
                                   deed_from(payload, services), changed);
               });
  };
  const auto forget_all = [](const Json&, Services& services) {
    forget(services);
    return Done();
  };
  return {{.kind = std::string(kPlan), .run = plan},
          {.kind = std::string(kCommit), .run = commit},
          {.kind = std::string(kUndo), .run = undo},
          {.kind = std::string(kForget), .run = forget_all, .every = kBetweenForgetting}};
}

}  // namespace enact::imports
