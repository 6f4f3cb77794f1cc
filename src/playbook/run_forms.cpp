// SPDX-License-Identifier: Apache-2.0
#include "playbook/run_forms.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "identity/user.h"

namespace enact::playbook {
namespace {

constexpr std::size_t kLongestWhy = 1000;

using Faults = std::vector<base::Fault>;

void add_fault(Faults& faults, std::string_view field, std::string message) {
  faults.push_back({.field = std::string(field), .message = std::move(message), .file = {}});
}

// Line ends and other blanks of a one-line field become single spaces.
std::string one_line(const web::Form& form, std::string_view field) {
  std::string line;
  for (const char c : form.text(field)) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

std::optional<base::Day> day_in(const web::Form& form, std::string_view field, Faults& faults) {
  const auto text = form.text(field);
  if (text.empty()) return std::nullopt;
  const auto day = base::Day::parse(text);
  if (!day) add_fault(faults, field, "Write the day as year, month, day: 2026-05-14.");
  return day;
}

template <class T>
base::Result<T> checked(T value, Faults faults) {
  if (!faults.empty()) return base::invalid(std::move(faults));
  return value;
}

// A fault of identity's rules, at the field of our form.
template <class T>
void note_fault(const base::Result<T>& result, std::string_view field, Faults& faults) {
  if (!result) add_fault(faults, field, result.error().message);
}

const web::Upload* upload_in(const web::Form& form, std::string_view field) {
  for (const auto& upload : form.uploads())
    if (upload.field == field) return &upload;
  return nullptr;
}

}  // namespace

base::Result<Begin> begin_form(const web::Form& form) {
  Faults faults;
  Begin begin;
  begin.title = one_line(form, "title");
  begin.due_on = day_in(form, "due_on", faults);
  return checked(std::move(begin), std::move(faults));
}

base::Result<Progress> progress_form(const web::Form& form, base::Day today) {
  Faults faults;
  Progress progress;
  progress.note = form.text("note");
  progress.happened_on = day_in(form, "happened_on", faults).value_or(today);
  progress.reason = form.text("reason");
  for (const auto& text : form.all("done")) {
    if (const auto position = base::to_integer(text))
      progress.steps_done.push_back(*position);
    else
      add_fault(faults, "done", "Reload the page and tick the steps again.");
  }
  if (const auto name = form.text("state"); !name.empty()) {
    progress.state = run_state_named(name);
    if (!progress.state) add_fault(faults, "state", "Choose how the run stands from the list.");
  }
  return checked(std::move(progress), std::move(faults));
}

base::Result<Move> move_form(const web::Form& form) {
  const auto state = run_state_named(form.text("state"));
  if (!state) return base::invalid("state", "Choose how the run stands with one of the buttons.");
  return Move{*state, form.text("reason")};
}

base::Result<RunChange> details_form(const web::Form& form) {
  Faults faults;
  RunChange change;
  change.details.title = one_line(form, "title");
  change.details.owner = form.text("owner");
  change.details.helpers = one_line(form, "helpers");
  change.details.started_on = day_in(form, "started_on", faults);
  change.details.due_on = day_in(form, "due_on", faults);
  change.details.done_on = day_in(form, "done_on", faults);
  change.version = base::to_integer(form.text("version")).value_or(0);
  return checked(std::move(change), std::move(faults));
}

base::Result<std::variant<AddLink, AddFile>> evidence_form(const web::Form& form) {
  const auto title = one_line(form, "evidence_title");
  const auto url = form.text("evidence_url");
  const auto* upload = upload_in(form, "evidence_file");
  if (upload == nullptr && url.empty())
    return base::invalid("evidence_url", "Give a link, or choose a file.");
  if (upload != nullptr && !url.empty())
    return base::invalid("evidence_url",
                         "Add the link and the file one after the other, so that each has its own "
                         "line.");
  if (upload == nullptr) return AddLink{title, url};
  return AddFile{title, upload->file_name, upload->content};
}

base::Result<Involve> involve_form(const web::Form& form) {
  const auto kind = form.text("involved_kind") == name_of(InvolvedKind::organization)
                        ? InvolvedKind::organization
                        : InvolvedKind::person;
  return Involve{kind, one_line(form, "involved_name"), one_line(form, "involved_part")};
}

base::Result<GiveConsent> consent_form(const web::Form& form,
                                       std::string_view involved,
                                       base::Day today) {
  Faults faults;
  GiveConsent given;
  given.involved = involved;
  const auto consent = consent_named(form.text("consent"));
  if (!consent) add_fault(faults, "consent", "Choose what they said.");
  given.consent = consent.value_or(Consent::not_asked);
  given.on = day_in(form, "consent_on", faults).value_or(today);
  given.how = one_line(form, "consent_how");
  return checked(std::move(given), std::move(faults));
}

base::Result<AskForNote> ask_form(const web::Form& form) {
  Faults faults;
  const auto name = identity::person_name(one_line(form, "ask_name"));
  const auto email = identity::email_address(form.text("ask_email"));
  note_fault(name, "ask_name", faults);
  note_fault(email, "ask_email", faults);
  AskForNote ask{name.value_or(""), email.value_or(""), one_line(form, "ask_why")};
  if (ask.why.size() > kLongestWhy)
    add_fault(faults, "ask_why", "Keep it to a few sentences; 1,000 letters are the most.");
  return checked(std::move(ask), std::move(faults));
}

HandIn story_form(const web::Form& form) {
  return {.story = {.title = one_line(form, "title"),
                    .summary = one_line(form, "summary"),
                    .when = form.text("when"),
                    .source = one_line(form, "source"),
                    .body = form.raw("text")},
          .based_on = base::to_integer(form.text("based_on")).value_or(0)};
}

// Those with a place of their own on the page; what else can be at fault stands in the list at the
// top.
const std::vector<std::string>& run_page_fields() {
  static const std::vector<std::string> fields{
      "note",           "happened_on",   "done",         "reason",       "title",
      "owner",          "helpers",       "started_on",   "due_on",       "done_on",
      "ask_name",       "ask_email",     "ask_why",      "evidence_url", "evidence_file",
      "evidence_title", "involved_name", "involved_part"};
  return fields;
}

}  // namespace enact::playbook
