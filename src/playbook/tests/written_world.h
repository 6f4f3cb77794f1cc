// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "identity/audit.h"
#include "playbook/items.h"
#include "playbook/transfer.h"
#include "run_world.h"

namespace enact::playbook {

inline std::string shipped_folder(const std::string& name) {
  return std::string(ENACT_ROOM_DIR "/../../content/") + name;
}

inline std::string definition_text(const std::string& id,
                                   const std::string& title,
                                   const std::string& body) {
  return "---\nkind: definition\nid: " + id + "\ntitle: " + title + "\n---\n\n" + body + "\n";
}

inline std::string play_text(const std::string& id,
                             const std::string& title,
                             const std::string& strategy = "4",
                             const std::string& keys = "") {
  return "---\nkind: play\nid: \"" + id + "\"\nstrategy: \"" + strategy + "\"\ntitle: " + title +
         "\nsummary: Those you have.\n" + keys +
         "---\n\n## Why\n\nA hub asks.\n\n## What you do\n\n1. List.\n";
}

inline std::string vignette_text(const std::string& id,
                                 const std::string& play,
                                 const std::string& ecosystem = "lakeside") {
  return "---\nkind: vignette\nid: " + id + "\nplay: \"" + play + "\"\necosystem: " + ecosystem +
         "\ntitle: They did\nsummary: How.\nwhen: \"2021\"\n---\n\nThey did it.\n";
}

// The written playbook of RunWorld, with Ana as its writer.
class WrittenWorld : public RunWorld {
 protected:
  base::Result<Revision> draft(const std::string& text,
                               long long based_on = 0,
                               const std::string& note = "") {
    return write([&](store::Writer& writer) {
      return save_draft(writer, {.text = text, .based_on = based_on, .note = note}, as(ana));
    });
  }
  base::Result<void> submit(const std::string& id, long long number) {
    return write([&](store::Writer& w) { return submit_for_review(w, id, number, as(ana)); });
  }
  base::Result<void> send_back(const std::string& id, long long number, const std::string& why) {
    return write(
        [&](store::Writer& w) { return return_with_comment(w, id, number, why, as(ben)); });
  }
  base::Result<void> publish_it(const std::string& id, long long number) {
    return write([&](store::Writer& w) { return publish(w, id, number, as(ben)); });
  }

  std::optional<Item> item(const std::string& id) {
    return read([&](store::Reader& reader) { return find_item(reader, id); });
  }
  Revision revision(const std::string& id, long long number) {
    return read([&](store::Reader& reader) { return find_revision(reader, id, number).value(); });
  }
  std::string html(const std::string& id) {
    std::string all;
    for (const auto& part : read([&](store::Reader& r) { return sections(r, id); }))
      all += part.html;
    return all;
  }
  // What happened to an item, newest first.
  std::vector<std::string> verbs(const std::string& id) {
    std::vector<std::string> verbs;
    const auto found = read([&](store::Reader& reader) {
      return identity::events(reader, {.org = {}, .subject_kind = "item", .subject_id = id});
    });
    for (const auto& event : found) verbs.push_back(event.verb);
    return verbs;
  }
};

}  // namespace enact::playbook
