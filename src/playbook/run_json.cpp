// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_json.h"

#include "playbook/document.h"
#include "playbook/run_evidence.h"
#include "playbook/run_involved.h"
#include "playbook/run_notes.h"
#include "playbook/runs.h"

namespace enact::playbook {
namespace {

using base::Json;

Json day(const std::optional<base::Day>& maybe) {
  return maybe ? Json(maybe->iso()) : Json();
}

Json steps_json(store::Reader& reader, const Run& run) {
  auto list = Json::array();
  for (const auto& step : run_steps(reader, run.id)) {
    Json one;
    one.set("position", step.position).set("text", step.text).set("done", step.is_ticked());
    one.set("done_by", step.ticked_by_name);
    one.set("done_at", step.ticked_at ? Json(step.ticked_at->iso()) : Json());
    list.add(std::move(one));
  }
  return list;
}

Json notes_json(store::Reader& reader, const Run& run) {
  auto list = Json::array();
  for (const auto& note : run_notes(reader, run.id)) {
    Json one;
    one.set("happened_on", note.happened_on.iso()).set("text", note.text);
    one.set("by", note.written_by_name).set("via", note.by_link ? "link" : "account");
    list.add(std::move(one));
  }
  return list;
}

Json evidence_json(store::Reader& reader, const Run& run) {
  auto list = Json::array();
  for (const auto& piece : run_evidence(reader, run.id)) {
    const auto here = "/runs/" + run.id + "/evidence/" + piece.id;
    Json one;
    one.set("title", piece.title).set("url", piece.is_file() ? here : piece.url);
    one.set("type", piece.content_type).set("size", piece.size);
    list.add(std::move(one));
  }
  return list;
}

Json involved_json(store::Reader& reader, const Run& run) {
  auto list = Json::array();
  for (const auto& involved : involved_in(reader, run.id)) {
    Json one;
    one.set("kind", name_of(involved.kind)).set("name", involved.name);
    one.set("part", involved.part).set("id", involved.ref);
    if (involved.is_person()) one.set("consent", name_of(involved.consent));
    list.add(std::move(one));
  }
  return list;
}

}  // namespace

Json run_json(store::Reader& reader, const Run& run) {
  Json json;
  json.set("id", run.id).set("title", run.title).set("ecosystem", run.workspace);
  json.set("play", address_of(run.play)).set("state", name_of(run.state));
  json.set("state_since", run.state_since.iso()).set("owner", run.owner_name);
  json.set("helpers", run.helpers).set("started_on", day(run.started_on));
  json.set("due_on", day(run.due_on)).set("done_on", day(run.done_on));
  json.set("set_aside_reason", run.set_aside_reason).set("source", run.source);
  json.set("vignette", run.vignette.empty() ? Json() : Json(address_of(run.vignette)));
  json.set("steps", steps_json(reader, run)).set("notes", notes_json(reader, run));
  json.set("evidence", evidence_json(reader, run)).set("involved", involved_json(reader, run));
  return json;
}

}  // namespace enact::playbook
