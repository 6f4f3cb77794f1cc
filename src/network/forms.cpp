// SPDX-License-Identifier: Apache-2.0
#include "network/forms.h"

#include "base/text.h"

namespace enact::network {
namespace {

constexpr const char* kDateHelp = "As much as you know: 2021, 2021-07 or 2021-07-27.";

std::int64_t version_in(const web::Form& form) {
  return base::to_integer(form.text("version")).value_or(0);
}

std::vector<Choice> with_none(std::string label, std::vector<Choice> choices) {
  choices.insert(choices.begin(), {"", std::move(label)});
  return choices;
}

}  // namespace

OrgRecord org_draft(const web::Form& form) {
  OrgRecord org;
  org.name = form.text("name");
  org.short_name = form.text("short_name");
  org.kind = form.text("kind");
  org.parent = form.text("parent");
  org.region = form.text("region");
  org.cohort = form.text("cohort");
  org.joined = form.text("joined");
  org.about = form.text("about");
  org.priorities = priorities_from(form.text("priorities"));
  org.url = form.text("url");
  org.source = form.text("source");
  org.as_of = form.text("as_of");
  org.version = version_in(form);
  return org;
}

std::vector<Input> org_inputs(const OrgRecord& org,
                              const std::vector<Kind>& kinds,
                              const OrgField& parent) {
  using enum Input::Control;
  std::vector<Choice> kind_choices;
  for (const auto& kind : kinds) kind_choices.push_back({kind.id, kind.label});
  return {
      {.name = "name", .label = "Name", .value = org.name, .is_optional = false},
      {.name = "short_name",
       .label = "Short name",
       .value = org.short_name,
       .help = "For tables and boards, where space is tight."},
      {.name = "kind",
       .label = "Kind",
       .value = org.kind,
       .is_optional = false,
       .control = choice,
       .choices = with_none("Choose a kind", std::move(kind_choices))},
      {.name = "parent",
       .label = "Belongs to",
       .value = parent.text,
       .help = "The ecosystem of a program, the college of a department, the organization that "
               "hosts an ecosystem. Its name or the beginnings of its words.",
       .control = organization,
       .choices = parent.several,
       .known = parent.id},
      {.name = "region", .label = "Region", .value = org.region},
      {.name = "cohort",
       .label = "Cohort",
       .value = org.cohort,
       .help = "Which intake of ecosystems, such as 1."},
      {.name = "joined", .label = "Joined the network", .value = org.joined, .help = kDateHelp},
      {.name = "about",
       .label = "About",
       .value = org.about,
       .help = "Two or three sentences that everybody may read. An empty line begins a paragraph.",
       .control = lines},
      {.name = "priorities",
       .label = "Priorities",
       .value = base::join(org.priorities, "\n"),
       .help = "One a line.",
       .control = lines},
      {.name = "url", .label = "Web page", .value = org.url, .type = "url"},
      {.name = "source",
       .label = "Source",
       .value = org.source,
       .help = "Where these facts come from, so that a reader can check them."},
      {.name = "as_of", .label = "As of", .value = org.as_of, .help = kDateHelp},
  };
}

PersonRecord person_draft(const web::Form& form) {
  PersonRecord person;
  person.name = form.text("name");
  person.email = form.text("email");
  person.phone = form.text("phone");
  person.note = form.text("note");
  person.version = version_in(form);
  return person;
}

std::vector<Input> person_inputs(const PersonRecord& person) {
  return {
      {.name = "name", .label = "Name", .value = person.name, .is_optional = false},
      {.name = "email", .label = "E-mail address", .value = person.email, .type = "email"},
      {.name = "phone", .label = "Telephone", .value = person.phone, .type = "tel"},
      {.name = "note",
       .label = "Note",
       .value = person.note,
       .help = "What helps the next one who talks to this person. Everybody who takes part in the "
               "ecosystem can read it, and so can the person on request.",
       .control = Input::Control::lines},
  };
}

Affiliation affiliation_draft(const web::Form& form) {
  Affiliation affiliation;
  affiliation.org = form.text("org");
  affiliation.role = form.text("role");
  affiliation.from = form.text("from");
  return affiliation;
}

std::vector<Input> affiliation_inputs(const Affiliation& affiliation, const OrgField& org) {
  return {
      {.name = "org",
       .label = "At",
       .value = org.text,
       .help = "The organization's name or the beginnings of its words.",
       .is_optional = false,
       .control = Input::Control::organization,
       .choices = org.several,
       .known = org.id},
      {.name = "role",
       .label = "As",
       .value = affiliation.role,
       .help = "Such as Program director.",
       .is_optional = false},
      {.name = "from", .label = "Since", .value = affiliation.from, .help = kDateHelp},
  };
}

}  // namespace enact::network
