// SPDX-License-Identifier: Apache-2.0
#include "admissions/asking.h"
#include "admissions/commitments.h"
#include "admissions/pages.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

using app::Visit;
using Answer = base::Result<web::Response>;

web::Response secret_page(const Visit& visit, web::View view, app::PageOptions options) {
  options.look = app::Look::reading;
  return app::keep_secret(
      app::page(visit, "admissions", "still_so.html", std::move(view), std::move(options)));
}

web::Response closed_page(const Visit& visit,
                          std::string heading,
                          std::string message,
                          int status) {
  web::View view;
  view.set("is_open", false).set("heading", heading).set("message", std::move(message));
  return secret_page(visit, std::move(view), {.title = std::move(heading), .status = status});
}

web::Response link_is_over(const Visit& visit, const base::Error& error) {
  return closed_page(visit, "This link does not open anything now", error.message,
                     error.kind == base::Error::Kind::conflict ? 409 : 404);
}

web::Response question_page(const Visit& visit,
                            const Question& question,
                            const base::Error* error) {
  web::View view;
  const bool is_there = visit.services.db.read([&](store::Reader& reader) {
    const auto commitment = find_commitment(reader, question.commitment);
    if (!commitment) return false;
    view = commitment_view(*commitment, visit.today());
    view.set("ecosystem", network::org_name(reader, commitment->workspace));
    return true;
  });
  if (!is_there)
    return closed_page(visit, "This link does not open anything now",
                       "The commitment that it was about is not there any more.", 404);
  const auto answer = visit.form().text("answer");
  view.set("is_open", true)
      .set("name", question.name)
      .set("asked_by", question.asked_by)
      .set("action", "/still-so/" + visit.id("token"))
      .set("says_yes", answer == "yes")
      .set("says_no", answer == "no")
      .set("words", visit.form().raw("words"));
  app::show_faults(view, {"answer", "words"}, error);
  return secret_page(
      visit, std::move(view),
      {.title = "Is this still so?", .status = error != nullptr ? status_of(*error) : 200});
}

// GET /still-so/{token}
Answer show_question(Visit& visit) {
  const auto question = read_question(visit.services.signer, visit.id("token"), visit.now());
  if (!question) return link_is_over(visit, question.error());
  return question_page(visit, *question, nullptr);
}

// POST /still-so/{token}
Answer answer(Visit& visit) {
  const auto& token = visit.id("token");
  const auto question = read_question(visit.services.signer, token, visit.now());
  if (!question) return link_is_over(visit, question.error());
  const Said said{.answer = visit.form().text("answer"), .words = visit.form().text("words")};
  const auto answered = visit.services.db.write([&](store::Writer& writer) {
    return answer_question(writer, *question, token, said, visit.now());
  });
  if (answered)
    return closed_page(visit, "Thank you, " + question->name,
                       "Your answer is with " + question->asked_by +
                           ". The link has done its work and can be thrown away.",
                       200);
  if (answered.error().kind == base::Error::Kind::invalid)
    return question_page(visit, *question, &answered.error());
  return link_is_over(visit, answered.error());
}

}  // namespace

void asking_routes(app::Routes& routes) {
  routes.get("/still-so/{token}", web::Needs::nothing, show_question);
  routes.post("/still-so/{token}", web::Needs::nothing, answer);
}

}  // namespace enact::admissions
