// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <variant>

#include "app/visit.h"
#include "base/text.h"
#include "playbook/run_forms.h"
#include "playbook/run_page.h"
#include "playbook/run_pages.h"

namespace enact::playbook {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

// A file of 5 MB and the rest of its form.
constexpr std::size_t kEvidenceBody = 6 * 1024 * 1024;

// Consent is recorded on the run's page and on that of its story.
Answer back(Visit& visit, const base::Result<void>& done, std::string_view notice) {
  if (done && visit.form().text("back") == "write-up")
    return app::redirect_with_notice(visit, "/runs/" + visit.id() + "/write-up", notice);
  return back_to_run(visit, done, notice);
}

Answer add_to_evidence(Visit& visit) {
  const auto evidence = evidence_form(visit.form());
  if (!evidence) return run_page(visit, &evidence.error());
  const auto added = in_one_write(visit, [&](store::Writer& writer, const identity::Event& by) {
    return std::visit(
        [&](const auto& piece) { return add_evidence(writer, visit.id(), piece, by); }, *evidence);
  });
  return back(visit, added, "Added.");
}

// Letters that a quoted file name may hold (RFC 6266); the starred form has the whole name.
std::string plain_file_name(const std::string& name) {
  std::string plain;
  for (const char c : name) {
    const bool is_plain = c >= ' ' && c < '\x7f' && c != '"' && c != '\\' && c != '%';
    plain += is_plain ? c : '_';
  }
  return plain;
}

// Whatever somebody uploaded is handed out as a file to keep, never shown as a page of ours.
Answer give_evidence(Visit& visit) {
  auto file = visit.services.db.read([&](store::Reader& reader) {
    return find_evidence_file(reader, visit.id(), visit.id("evidence"));
  });
  if (!file) return base::not_found("This file is not there any more.");
  const auto& name = file->facts.file_name;
  web::Response response;
  response.type = file->facts.content_type;
  response.body = std::move(file->content);
  response.header("Content-Disposition", "attachment; filename=\"" + plain_file_name(name) +
                                             "\"; filename*=UTF-8''" + base::url_encode(name));
  response.header("Content-Security-Policy", "sandbox");
  response.header("X-Content-Type-Options", "nosniff");
  return response;
}

Answer take_evidence_away(Visit& visit) {
  const auto removed = in_one_write(visit, [&](store::Writer& writer, const identity::Event& by) {
    return remove_evidence(writer, visit.id(), visit.id("evidence"), by);
  });
  return back(visit, removed, "Taken away.");
}

Answer add_involved(Visit& visit) {
  const auto who = involve_form(visit.form());
  if (!who) return run_page(visit, &who.error());
  const auto added = in_one_write(visit, [&](store::Writer& writer, const identity::Event& by) {
    return involve(writer, visit.id(), *who, by);
  });
  return back(visit, added, who->name + " is on the list.");
}

Answer note_consent(Visit& visit) {
  const auto given = consent_form(visit.form(), visit.id("involved"), visit.today());
  if (!given) return run_page(visit, &given.error());
  const auto noted = in_one_write(visit, [&](store::Writer& writer, const identity::Event& by) {
    return record_consent(writer, visit.id(), *given, by);
  });
  return back(visit, noted, "Recorded.");
}

Answer take_off_list(Visit& visit) {
  const auto removed = in_one_write(visit, [&](store::Writer& writer, const identity::Event& by) {
    return remove_involved(writer, visit.id(), visit.id("involved"), by);
  });
  return back(visit, removed, "Taken off the list.");
}

}  // namespace

void run_paper_routes(app::Routes& routes) {
  using web::Needs;
  const auto run = of_run();
  routes.post("/runs/{id}/evidence", Needs::contributor, run, add_to_evidence,
              {.formats = {}, .body_limit = kEvidenceBody});
  routes.get("/runs/{id}/evidence/{evidence}", Needs::reader, run, give_evidence);
  routes.post("/runs/{id}/evidence/{evidence}/remove", Needs::contributor, run, take_evidence_away);
  routes.post("/runs/{id}/involved", Needs::contributor, run, add_involved);
  routes.post("/runs/{id}/involved/{involved}/consent", Needs::contributor, run, note_consent);
  routes.post("/runs/{id}/involved/{involved}/remove", Needs::contributor, run, take_off_list);
}

}  // namespace enact::playbook
