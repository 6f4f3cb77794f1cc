// SPDX-License-Identifier: Apache-2.0
#include "playbook/note_link.h"

#include <fmt/format.h>

#include <chrono>

#include "app/mail.h"
#include "base/digest.h"
#include "base/json.h"
#include "network/network.h"
#include "playbook/playbook.h"
#include "playbook/run_record.h"
#include "playbook/runs.h"

namespace enact::playbook {
namespace {

constexpr std::string_view kPurpose = "run-note";
constexpr std::chrono::days kLasts{14};

// The note's id comes from the link, so that the link's page knows whether it was used.
std::string note_id(std::string_view token) {
  return "link-" + base::sha256_hex(token).substr(0, 32);
}

std::string mail_text(store::Reader& reader,
                      const Run& run,
                      const NoteLink& link,
                      std::string_view url,
                      std::string_view why,
                      base::Instant now) {
  const auto wish = why.empty() ? std::string() : std::string(why) + "\n\n";
  return fmt::format(
      "Dear {},\n\n"
      "{} asks you to write down what happened in \"{}\". {} is doing this as play {} of the "
      "Ecosystem Playbook.\n\n"
      "{}"
      "This address opens a page for your note. A few lines are enough, and you need no "
      "account:\n\n"
      "{}\n\n"
      "The link is for you alone. It works once, until {}. Everybody who takes part in the "
      "ecosystem can read the note, with your name. If you do not know what this is about, leave "
      "it be: nothing happens.\n",
      link.name, link.asked_by, run.title, network::org_name(reader, run.workspace),
      play_title(reader, run.play), wish, url, (now + kLasts).day().words());
}

}  // namespace

std::string sign_note_link(const identity::Signer& signer,
                           const NoteLink& link,
                           base::Instant now) {
  base::Json payload;
  payload.set("run", link.run).set("name", link.name).set("email", link.email);
  payload.set("asked_by", link.asked_by);
  payload.set("nonce", base::random_token().substr(0, 8));  // the same question twice: two links
  return signer.sign(kPurpose, payload.dump(), now + kLasts);
}

base::Result<NoteLink> read_note_link(const identity::Signer& signer,
                                      std::string_view token,
                                      base::Instant now) {
  const auto text = signer.verify(kPurpose, token, now);
  if (!text) return tl::unexpected(text.error());
  const auto payload = base::Json::parse(*text);
  if (!payload) return tl::unexpected(payload.error());
  const auto& json = *payload;
  return NoteLink{.run = json["run"].text(),
                  .name = json["name"].text(),
                  .email = json["email"].text(),
                  .asked_by = json["asked_by"].text()};
}

std::optional<RunNote> note_by_link(store::Reader& reader, std::string_view token) {
  return find_run_note(reader, note_id(token));
}

base::Result<void> ask_for_note(store::Writer& writer,
                                const app::Services& services,
                                std::string_view run_id,
                                const AskForNote& ask,
                                const identity::Event& by) {
  const auto run = run_at_work(writer, run_id);
  if (!run) return tl::unexpected(run.error());
  const NoteLink link{run->id, ask.name, ask.email, by.actor_name};
  const auto url =
      services.config.public_url + "/note/" + sign_note_link(services.signer, link, by.at);
  app::send(writer,
            {.to = ask.email,
             .to_name = ask.name,
             .subject = fmt::format("{} asks you for a note about {}", by.actor_name, run->title),
             .text = mail_text(writer, *run, link, url, ask.why, by.at)},
            by.at);
  base::Json after;
  after.set("name", ask.name).set("email", ask.email);
  record_run_event(writer, *run, {"note_asked", {}, std::move(after)}, by);
  return {};
}

base::Result<void> write_note_by_link(store::Writer& writer,
                                      const NoteLink& link,
                                      const LinkNote& note,
                                      base::Instant now) {
  if (auto first = identity::use_once(writer, note.token, now); !first) return first;
  identity::Event by;
  by.actor = "link:" + link.name;
  by.actor_name = link.name;
  by.at = now;
  return write_note(writer, link.run,
                    {.text = note.text,
                     .happened_on = note.happened_on,
                     .via = WriteNote::Via::link,
                     .id = note_id(note.token)},
                    by);
}

}  // namespace enact::playbook
