// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_evidence.h"

#include "base/digest.h"
#include "base/id.h"
#include "base/text.h"
#include "playbook/evidence_file.h"
#include "playbook/queries.h"
#include "playbook/run_record.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kLongestTitle = 200;

RunEvidence evidence_from(const store::Row& row) {
  return {.id = row.text("id"),
          .title = row.text("title"),
          .url = row.text("url"),
          .file_name = row.text("file_name"),
          .content_type = row.text("content_type"),
          .size = row.integer("size"),
          .added_by_name = row.text("added_by_name"),
          .added_at = base::Instant::parse(row.text("added_at")).value_or(base::Instant())};
}

base::Result<void> check_title(std::string_view title) {
  if (title.size() <= kLongestTitle) return {};
  return base::invalid("evidence_title", "The title is too long; 200 letters are the most.");
}

void add(store::Writer& writer,
         const Run& run,
         const EvidenceFile& evidence,
         const identity::Event& by) {
  const auto& facts = evidence.facts;
  writer.run(sql::insert_run_evidence, {{"id", base::new_id()},
                                        {"run", run.id},
                                        {"kind", facts.is_file() ? "file" : "link"},
                                        {"title", facts.title},
                                        {"url", facts.url},
                                        {"file_name", facts.file_name},
                                        {"content_type", facts.content_type},
                                        {"size", facts.size},
                                        {"content", base::base64url(evidence.content)},
                                        {"name", by.actor_name},
                                        {"now", by.at.iso()}});
  touch_run(writer, run, by.at);
  auto after = base::Json::object();
  after.set("title", facts.title).set("kind", facts.is_file() ? "file" : "link");
  record_run_event(writer, run, {"evidence_added", {}, std::move(after)}, by);
}

}  // namespace

std::vector<RunEvidence> run_evidence(store::Reader& reader, std::string_view run) {
  std::vector<RunEvidence> all;
  for (const auto& row : reader.all(sql::evidence_of_run, {{"run", run}}))
    all.push_back(evidence_from(row));
  return all;
}

std::optional<EvidenceFile> find_evidence_file(store::Reader& reader,
                                               std::string_view run,
                                               std::string_view id) {
  const auto row = reader.one(sql::find_run_evidence, {{"run", run}, {"id", id}});
  if (!row || row->text("kind") != "file") return std::nullopt;
  const auto content = reader.one(sql::content_of_run_evidence, {{"run", run}, {"id", id}});
  if (!content) return std::nullopt;
  return EvidenceFile{evidence_from(*row), base::from_base64url(content->text("content"))};
}

base::Result<void> add_evidence(store::Writer& writer,
                                std::string_view run_id,
                                const AddLink& link,
                                const identity::Event& by) {
  const auto run = run_at_work(writer, run_id);
  if (!run) return tl::unexpected(run.error());
  if (auto checked = check_title(link.title); !checked) return checked;
  if (auto checked = check_evidence_url(link.url); !checked) return checked;
  EvidenceFile evidence;
  evidence.facts.title = link.title.empty() ? base::shorten(link.url, kLongestTitle) : link.title;
  evidence.facts.url = link.url;
  add(writer, *run, evidence, by);
  return {};
}

base::Result<void> add_evidence(store::Writer& writer,
                                std::string_view run_id,
                                const AddFile& file,
                                const identity::Event& by) {
  const auto run = run_at_work(writer, run_id);
  if (!run) return tl::unexpected(run.error());
  if (auto checked = check_title(file.title); !checked) return checked;
  const auto type = evidence_type(file.file_name, file.content);
  if (!type) return tl::unexpected(type.error());
  EvidenceFile evidence;
  evidence.facts.title =
      file.title.empty() ? base::shorten(file.file_name, kLongestTitle) : file.title;
  evidence.facts.file_name = file.file_name;
  evidence.facts.content_type = *type;
  evidence.facts.size = static_cast<long long>(file.content.size());
  evidence.content = file.content;
  add(writer, *run, evidence, by);
  return {};
}

base::Result<void> remove_evidence(store::Writer& writer,
                                   std::string_view run_id,
                                   std::string_view id,
                                   const identity::Event& by) {
  const auto run = run_at_work(writer, run_id);
  if (!run) return tl::unexpected(run.error());
  const auto row = writer.one(sql::find_run_evidence, {{"run", run_id}, {"id", id}});
  if (!row) return base::not_found("This evidence is not there any more.");
  writer.run(sql::remove_run_evidence, {{"run", run_id}, {"id", id}});
  touch_run(writer, *run, by.at);
  auto before = base::Json::object();
  before.set("title", row->text("title")).set("kind", row->text("kind"));
  if (!row->text("url").empty()) before.set("url", row->text("url"));
  record_run_event(writer, *run, {"evidence_removed", std::move(before), {}}, by);
  return {};
}

}  // namespace enact::playbook
