// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "identity/audit.h"
#include "store/database.h"

namespace enact::playbook {

enum class InvolvedKind { organization, person };
std::string_view name_of(InvolvedKind kind);

// Whether a person agrees to be named in the story.
enum class Consent { not_asked, given, refused };
std::string_view name_of(Consent consent);    // "not_asked": kept in the database
std::string_view words_for(Consent consent);  // "Not asked yet"
std::optional<Consent> consent_named(std::string_view name);

// An organization or a person that took part in a run.
struct Involved {
  std::string id;
  InvolvedKind kind = InvolvedKind::person;
  std::string ref;  // id in the network, or empty
  std::string name;
  std::string part;  // what they did
  Consent consent = Consent::not_asked;
  std::optional<base::Day> consent_on;
  std::string consent_how;

  bool is_person() const { return kind == InvolvedKind::person; }
};

std::vector<Involved> involved_in(store::Reader& reader, std::string_view run);

// Whom to offer by name: organizations and people of the ecosystem.
struct Known {
  InvolvedKind kind;
  std::string ref;
  std::string name;
};
std::vector<Known> known_to(store::Reader& reader, std::string_view workspace);

// Somebody in the network is found by their exact name; anybody else is free text.
struct Involve {
  InvolvedKind kind = InvolvedKind::person;
  std::string name;
  std::string part;
};
base::Result<void> involve(store::Writer& writer,
                           std::string_view run,
                           const Involve& who,
                           const identity::Event& by);

// Who agreed has a day and a way ("by e-mail"); so has who refused, where it is known.
struct GiveConsent {
  std::string involved;
  Consent consent = Consent::given;
  base::Day on;
  std::string how;
};
base::Result<void> record_consent(store::Writer& writer,
                                  std::string_view run,
                                  const GiveConsent& given,
                                  const identity::Event& by);

base::Result<void> remove_involved(store::Writer& writer,
                                   std::string_view run,
                                   std::string_view involved,
                                   const identity::Event& by);

}  // namespace enact::playbook
