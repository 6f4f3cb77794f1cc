// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "admissions/lists.h"
#include "admissions/pages.h"
#include "admissions/pasted.h"
#include "admissions/queries.h"
#include "admissions/scopes.h"
#include "base/plain_text.h"
#include "base/text.h"
#include "network/network.h"

namespace enact::admissions {
namespace {

using app::Visit;
using web::Needs;
using Answer = base::Result<web::Response>;

constexpr std::size_t kMostFound = 50;
constexpr std::size_t kMostLines = 1000;
constexpr std::string_view kNobody = "nobody";  // "none of these: keep the name"

// A line that several people may mean.
struct Question {
  PastedLine line;
  std::vector<network::Person> people;
  std::string answer;
};

std::string person_words(const network::Person& person, store::Reader& reader) {
  auto words = person.name;
  if (!person.role.empty()) words += ", " + person.role;
  if (!person.org.empty()) words += ", " + network::org_name(reader, person.org);
  if (!person.email.empty()) words += ", " + person.email;
  return words;
}

std::vector<web::View> people_found(store::Reader& reader,
                                    const std::string& workspace,
                                    std::string_view words) {
  std::vector<web::View> found;
  const auto wanted = base::lower(words);
  for (const auto& person : network::people_of(reader, workspace)) {
    if (found.size() == kMostFound) break;
    const auto text = base::lower(person.name + " " + person.role + " " + person.email);
    if (text.find(wanted) == std::string::npos) continue;
    found.emplace_back().set("id", person.id).set("label", person_words(person, reader));
  }
  return found;
}

// "%" and "_" in a name are meant as they stand.
std::string pattern_of(std::string_view words) {
  std::string pattern = "%";
  for (const char c : base::lower(words)) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

std::vector<web::View> institutions_found(store::Reader& reader, std::string_view words) {
  std::vector<web::View> found;
  for (const auto& row :
       reader.all(sql::institutions_like, {{"words", pattern_of(words)}, {"most", kMostFound}})) {
    const auto region = row.text("region");
    found.emplace_back()
        .set("id", row.text("id"))
        .set("label",
             fmt::format("{}, {}{}{}", row.text("name"), base::lower(row.text("kind_label")),
                         region.empty() ? "" : ", ", region));
  }
  return found;
}

web::View question_view(const Question& question, store::Reader& reader) {
  std::vector<web::View> answers;
  for (const auto& person : question.people)
    add_option(answers, person.id, person_words(person, reader), question.answer);
  add_option(answers, kNobody, "None of these: keep the name as it was pasted", question.answer);
  web::View view;
  view.set("number", question.line.number)
      .set("line", question.line.email.empty() || question.line.email == question.line.name
                       ? question.line.name
                       : fmt::format("{} <{}>", question.line.name, question.line.email))
      .set("answers", std::move(answers))
      .set("is_answered", !question.answer.empty());
  return view;
}

Answer adding_page(Visit& visit,
                   const base::Error* error,
                   const std::vector<Question>& questions = {}) {
  const auto words = std::string(base::trim(visit.request.query_value("q")));
  return show(visit, visit.services.db.read([&](store::Reader& reader) -> base::Result<Filled> {
    const auto list = find_list(reader, visit.id());
    if (!list) return base::not_found("There is no such list.");
    std::vector<web::View> people, institutions, asked;
    if (!words.empty()) {
      people = people_found(reader, list->workspace, words);
      institutions = institutions_found(reader, words);
    }
    for (const auto& question : questions) asked.push_back(question_view(question, reader));
    web::View view;
    view.set("url", "/prospects/" + list->id)
        .set("name", list->name)
        .set("ecosystem", list->workspace)
        .set("words", words)
        .set("has_words", !words.empty())
        .set("has_found", !people.empty() || !institutions.empty())
        .set("through", visit.form().text("through"))
        .set("text", visit.form().raw("text"));
    view.set_list("people", std::move(people))
        .set_list("institutions", std::move(institutions))
        .set_list("questions", std::move(asked));
    app::show_faults(view, {"text", "chosen"}, error);
    return Filled{"prospect_add.html",
                  std::move(view),
                  {.title = "Put people on " + list->name,
                   .status = error != nullptr ? status_of(*error) : 200,
                   .section = "admissions"}};
  }));
}

// GET /prospects/{id}/add
Answer show_adding(Visit& visit) {
  return adding_page(visit, nullptr);
}

Answer back_to_list(Visit& visit, std::size_t added, std::size_t asked_for) {
  auto words = base::counted(static_cast<long long>(added), "name", "names") + " put on the list.";
  if (asked_for > added) words += fmt::format(" {} stood on it already.", asked_for - added);
  return app::redirect_with_notice(visit, "/prospects/" + visit.id(), words);
}

// POST /prospects/{id}/chosen
Answer add_chosen(Visit& visit) {
  const auto through = base::shorten(base::one_line(visit.form().text("through")), 200);
  std::size_t asked_for = 0;
  const auto added =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<std::size_t> {
        std::vector<Prospect> drafts;
        const KnownPeople known(network::people_of(writer, visit.scope));
        for (const auto& id : visit.form().all("person"))
          if (const auto* person = known.find(id)) {
            auto& draft = drafts.emplace_back();
            draft.person = person->id, draft.org = person->org, draft.name = person->name;
            draft.address = person->email, draft.through = through;
          }
        for (const auto& id : visit.form().all("org"))
          if (const auto org = network::find_org(writer, id)) {
            auto& draft = drafts.emplace_back();
            draft.org = org->id, draft.name = org->name, draft.through = through;
          }
        if (drafts.empty()) return base::invalid("chosen", "Tick somebody first.");
        asked_for = drafts.size();
        return add_prospects(writer, visit.id(), drafts, visit.event());
      });
  if (!added) return adding_page(visit, &added.error());
  return back_to_list(visit, *added, asked_for);
}

// What the lines mean: prospects, and the questions that are open still.
struct Read {
  std::vector<Prospect> drafts;
  std::vector<Question> questions;
  bool is_open = false;  // some question has no answer
};

Read read_pasted(const std::vector<PastedLine>& lines,
                 const KnownPeople& known,
                 const web::Form& form,
                 const std::string& through) {
  Read read;
  for (const auto& line : lines) {
    const auto match = known.match(line);
    const network::Person* person = match.is_plain ? &known.at(match.people.front()) : nullptr;
    if (match.is_open()) {
      Question question{line, {}, form.text(fmt::format("who-{}", line.number))};
      for (const auto index : match.people) {
        question.people.push_back(known.at(index));
        if (known.at(index).id == question.answer) person = &known.at(index);
      }
      if (person == nullptr && question.answer != kNobody) question.answer.clear();
      if (question.answer.empty()) read.is_open = true;
      read.questions.push_back(std::move(question));
    }
    auto& draft = read.drafts.emplace_back();
    draft.name = line.name, draft.email = line.email, draft.through = through;
    if (person == nullptr) continue;
    draft.person = person->id, draft.org = person->org, draft.name = person->name;
    draft.address = person->email;
  }
  return read;
}

// POST /prospects/{id}/pasted
Answer add_pasted(Visit& visit) {
  const auto lines = read_lines(visit.form().raw("text"));
  const auto through = base::shorten(base::one_line(visit.form().text("through")), 200);
  std::vector<Question> questions;
  const auto added =
      visit.services.db.write([&](store::Writer& writer) -> base::Result<std::size_t> {
        if (lines.empty()) return base::invalid("text", "Paste at least one name, one a line.");
        if (lines.size() > kMostLines)
          return base::invalid("text", "Paste at most 1,000 lines at a time.");
        const KnownPeople known(network::people_of(writer, visit.scope));
        auto read = read_pasted(lines, known, visit.form(), through);
        questions = std::move(read.questions);
        if (read.is_open)
          return base::invalid("text",
                               "For some names more than one may be meant. Say who each is; "
                               "nobody was put on the list yet.");
        return add_prospects(writer, visit.id(), read.drafts, visit.event());
      });
  if (!added) return adding_page(visit, &added.error(), questions);
  return back_to_list(visit, *added, lines.size());
}

}  // namespace

void adding_routes(app::Routes& routes) {
  routes.get("/prospects/{id}/add", Needs::contributor, scopes::list(), show_adding);
  routes.post("/prospects/{id}/chosen", Needs::contributor, scopes::list(), add_chosen);
  routes.post("/prospects/{id}/pasted", Needs::contributor, scopes::list(), add_pasted);
}

}  // namespace enact::admissions
