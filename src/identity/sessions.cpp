// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "base/id.h"
#include "identity/queries.h"
#include "identity/session.h"

namespace enact::identity {
namespace {

// Often enough for the list of one's sessions, seldom enough that reading stays reading.
constexpr std::chrono::minutes kNoteUseEvery{5};

// Never change: in the database.
constexpr std::string_view kByPassword = "password";
constexpr std::string_view kByLink = "link";

base::Instant instant(const store::Row& row, std::string_view column) {
  return base::Instant::parse(row.text(column)).value_or(base::Instant());
}

Viewer viewer_of(const store::Rows& rows) {
  Viewer viewer;
  const auto& first = rows.front();
  viewer.user_id = first.text("user_id");
  viewer.name = first.text("name");
  viewer.email = first.text("email");
  viewer.session_id = first.text("id");
  for (const auto& row : rows) {
    if (const auto role = role_named(row.text("role")))
      viewer.grants.push_back({*role, row.text("org"), row.text("workspace")});
  }
  return viewer;
}

}  // namespace

std::string Sessions::begin(store::Writer& writer,
                            const std::string& user_id,
                            const std::string& user_agent,
                            base::Instant now,
                            Proof proof) const {
  auto secret = base::random_token();
  writer.run(sql::begin_session, {{"id", base::new_id()},
                                  {"digest", base::sha256_hex(secret)},
                                  {"user_id", user_id},
                                  {"proof", proof == Proof::link ? kByLink : kByPassword},
                                  {"agent", agent_words(user_agent)},
                                  {"now", now.iso()}});
  return secret;
}

std::optional<Viewer> Sessions::find(const std::string& secret, base::Instant now) const {
  if (secret.empty()) return std::nullopt;
  const auto digest = base::sha256_hex(secret);
  const auto rows = database_.read([&](store::Reader& reader) {
    return reader.all(sql::find_session, {{"digest", digest},
                                          {"seen_after", (now - limits_.idle).iso()},
                                          {"started_after", (now - limits_.absolute).iso()}});
  });
  if (rows.empty()) return std::nullopt;
  auto viewer = viewer_of(rows);
  viewer.csrf = signer_.derive("form", viewer.session_id);
  if (instant(rows.front(), "last_seen_at") + kNoteUseEvery < now) {
    database_.write([&](store::Writer& writer) {
      writer.run(sql::note_session_use, {{"id", viewer.session_id}, {"now", now.iso()}});
    });
  }
  return viewer;
}

std::vector<Session> Sessions::of(store::Reader& reader,
                                  const std::string& user_id,
                                  base::Instant now) const {
  std::vector<Session> found;
  for (const auto& row :
       reader.all(sql::sessions_of_user, {{"user_id", user_id},
                                          {"seen_after", (now - limits_.idle).iso()},
                                          {"started_after", (now - limits_.absolute).iso()}}))
    found.push_back({.id = row.text("id"),
                     .user_id = row.text("user_id"),
                     .proof = row.text("proof") == kByLink ? Proof::link : Proof::password,
                     .agent = row.text("agent"),
                     .started = instant(row, "started_at"),
                     .last_seen = instant(row, "last_seen_at")});
  return found;
}

std::int64_t Sessions::end(store::Writer& writer,
                           const std::string& user_id,
                           const std::string& session_id,
                           base::Instant now) {
  return writer.run(sql::end_session,
                    {{"user_id", user_id}, {"id", session_id}, {"now", now.iso()}});
}

std::int64_t Sessions::end_all(store::Writer& writer,
                               const std::string& user_id,
                               const std::string& except_session_id,
                               base::Instant now) {
  return writer.run(sql::end_sessions,
                    {{"user_id", user_id}, {"except_id", except_session_id}, {"now", now.iso()}});
}

}  // namespace enact::identity
