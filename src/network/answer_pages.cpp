// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "network/facts_form.h"
#include "network/network.h"
#include "network/orgs.h"
#include "network/pages.h"
#include "network/people.h"
#include "network/question_mail.h"
#include "network/questions.h"

namespace enact::network {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

// The fields that whoever was asked may correct: what everybody may read of an organization, and
// how a person is reached.
struct Correctable {
  std::vector<Field> fields;  // of an organization
  FactsByField known;
  std::string email, phone;  // of a person
  std::int64_t version = 0;
};

std::optional<Correctable> correctable(store::Reader& reader, const Question& question) {
  Correctable all;
  if (question.subject.thing == Thing::person) {
    const auto person = find_person_record(reader, question.subject.id);
    if (!person) return std::nullopt;
    all.email = person->email;
    all.phone = person->phone;
    all.version = person->version;
    return all;
  }
  const auto org = find_record(reader, question.subject.id);
  if (!org) return std::nullopt;
  all.version = org->version;
  all.known = facts_of(reader, question.subject);
  all.fields = asked_facts(reader, Thing::organization, org->kind, question.workspace);
  std::erase_if(all.fields, [](const Field& field) { return !field.is_public; });
  return all;
}

std::vector<Input> inputs_of(const Visit& visit,
                             const Question& question,
                             const Correctable& all,
                             bool is_posted) {
  const auto value = [&](const std::string& name, const std::string& stored) {
    return is_posted ? visit.form().text(name) : stored;
  };
  std::vector<Input> inputs;
  if (question.subject.thing == Thing::person) {
    inputs.push_back(
        {.name = "email", .label = "E-mail", .value = value("email", all.email), .type = "email"});
    inputs.push_back(
        {.name = "phone", .label = "Telephone", .value = value("phone", all.phone), .type = "tel"});
  }
  for (const auto& field : all.fields) {
    const auto fact = all.known.find(field.id);
    inputs.push_back(fact_input(
        field, value("fact-" + field.id, fact != all.known.end() ? fact->second.value : "")));
  }
  inputs.push_back({.name = "note",
                    .label = "What else is wrong, or should be known",
                    .value = value("note", ""),
                    .help = "Goes to whoever asked you.",
                    .control = Input::Control::lines});
  return inputs;
}

Answer over(Visit& visit, std::string heading, std::string message, int status) {
  web::View view;
  view.set("heading", heading).set("message", message);
  return app::keep_secret(
      app::page(visit, "network", "still_right_over.html", std::move(view),
                {.title = std::move(heading), .look = app::Look::reading, .status = status}));
}

Answer answer_page(Visit& visit, const Question& question, const base::Error* error) {
  auto filled = visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto all = correctable(reader, question);
    if (!all) return base::not_found("This record is not there any more.");
    const auto name = name_for_mail(reader, question.subject);
    const bool is_person = question.subject.thing == Thing::person;
    std::vector<web::View> lines;
    for (const auto& [label, value] : on_record(reader, question.subject, question.workspace))
      lines.emplace_back().set("label", label).set("value", value.empty() ? "not known" : value);
    web::View view;
    show_inputs(view, inputs_of(visit, question, *all, error != nullptr), error);
    view.set("name", is_person ? "you" : name)
        .set("to_name", question.to_name)
        .set("asked_by", question.asked_by_name)
        .set("ecosystem", org_name(reader, question.workspace))
        .set("action", "/still-right/" + visit.id("token"))
        .set("version", std::to_string(all->version))
        .set("lines", std::move(lines))
        .set("is_answered", question.reply.has_value())
        .set("answer", question.reply ? words_of(*question.reply) : "");
    set_date(view, "answered_on", question.answered_at.substr(0, 10));
    return Filled{
        "still_right.html",
        std::move(view),
        {.title = fmt::format("Is what we have about {} still right?", is_person ? "you" : name),
         .look = app::Look::reading,
         .status = error != nullptr ? status_of(*error) : 200}};
  });
  if (!filled)
    return over(visit, "This link does not open anything now", filled.error().message, 404);
  auto response = show(visit, std::move(filled));
  return app::keep_secret(*std::move(response));
}

base::Result<Question> question_of(Visit& visit) {
  return visit.services.db.read([&](store::Reader& reader) {
    return read_question(reader, visit.services.signer, visit.id("token"), visit.now());
  });
}

// GET /still-right/{token}: only shows, since programs that scan mail follow every link
Answer show_question(Visit& visit) {
  const auto question = question_of(visit);
  if (!question)
    return over(visit, "This link does not open anything now", question.error().message, 404);
  return answer_page(visit, *question, nullptr);
}

base::Result<Correction> correction_of(store::Reader& reader,
                                       const Visit& visit,
                                       const Question& question) {
  const auto all = correctable(reader, question);
  if (!all) return base::not_found("This record is not there any more.");
  const auto& form = visit.form();
  Correction correction;
  if (question.subject.thing == Thing::person) {
    if (form.text("email") != all->email) correction.email = form.text("email");
    if (form.text("phone") != all->phone) correction.phone = form.text("phone");
    return correction;
  }
  FactsDraft draft{.written = {},
                   .source = question.to_name + ", asked by e-mail",
                   .as_of = visit.today().iso()};
  for (const auto& field : all->fields) draft.written[field.id] = form.text("fact-" + field.id);
  auto facts = changed_facts(all->fields, all->known, draft);
  if (!facts) return tl::unexpected(facts.error());
  correction.facts = *std::move(facts);
  return correction;
}

std::string_view thanks_for(Reply reply) {
  switch (reply) {
    case Reply::right:
      return "It is noted that all of it is right.";
    case Reply::changed:
      return "What you corrected is on record now, and whoever asked you has been told.";
    case Reply::gone:
      return "Whoever asked you has been told, and will see to it.";
    case Reply::stop:
      return "You will not be asked again.";
  }
  return {};
}

// POST /still-right/{token}
Answer take_answer(Visit& visit) {
  const auto question = question_of(visit);
  if (!question)
    return over(visit, "This link does not open anything now", question.error().message, 404);
  const auto reply = reply_named(visit.form().text("answer"));
  if (!reply) return base::invalid("answer", "Choose one of the answers.");
  const auto taken = visit.services.db.write([&](store::Writer& writer) -> base::Result<void> {
    Answered answer{.reply = *reply,
                    .note = visit.form().text("note"),
                    .correction = {},
                    .version = base::to_integer(visit.form().text("version")).value_or(0)};
    if (*reply == Reply::changed) {
      auto correction = correction_of(writer, visit, *question);
      if (!correction) return tl::unexpected(correction.error());
      answer.correction = *std::move(correction);
    }
    return answer_question(writer, visit.services, *question, answer, visit.now());
  });
  if (!taken) return answer_page(visit, *question, &taken.error());
  return over(visit, fmt::format("Thank you, {}", question->to_name),
              std::string(thanks_for(*reply)), 200);
}

}  // namespace

void answer_routes(app::Routes& routes) {
  routes.get("/still-right/{token}", Needs::nothing, show_question);
  routes.post("/still-right/{token}", Needs::nothing, take_answer);
}

}  // namespace enact::network
