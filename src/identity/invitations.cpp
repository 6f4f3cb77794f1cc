// SPDX-License-Identifier: Apache-2.0
#include "identity/invitations.h"

#include "base/digest.h"
#include "base/id.h"
#include "identity/access.h"
#include "identity/queries.h"
#include "identity/users.h"

namespace enact::identity {
namespace {

base::Instant instant(const store::Row& row, std::string_view column) {
  return base::Instant::parse(row.text(column)).value_or(base::Instant());
}

Invitation invitation_of(const store::Row& row) {
  Invitation found;
  found.id = row.text("id");
  found.email = row.text("email");
  found.grant = {role_named(row.text("role")).value_or(Role::member), row.text("org"),
                 row.text("workspace")};
  found.invited_by_name = row.text("invited_by_name");
  found.invited_at = instant(row, "invited_at");
  found.expires_at = instant(row, "expires_at");
  found.is_accepted = !row.is_null("accepted_at");
  found.is_revoked = !row.is_null("revoked_at");
  return found;
}

Event event_about(const Invitation& invitation, std::string verb, const Event& by) {
  auto event = by;
  event.verb = std::move(verb);
  event.subject_kind = "invitation";
  event.subject_id = invitation.id;
  event.subject_name = invitation.email;
  event.org = invitation.grant.workspace;
  event.before = {};
  event.after = base::Json::object();
  event.after.set("role", name_of(invitation.grant.role));
  if (!invitation.grant.org.empty()) event.after.set("org", invitation.grant.org);
  return event;
}

base::Failure no_longer_open() {
  return base::conflict("This invitation was accepted or withdrawn in the meantime.");
}

// An invitation that ran out still stands in the way of a new one, so it is withdrawn first.
base::Result<void> make_room(store::Writer& writer,
                             const std::string& email,
                             const Grant& grant,
                             const Event& by) {
  const auto row =
      writer.one(sql::open_invitation_to,
                 {{"email", email}, {"role", name_of(grant.role)}, {"org", grant.org}});
  if (!row) return {};
  const auto open = invitation_of(*row);
  if (!open.is_over(by.at))
    return base::invalid("email", email +
                                      " has this invitation already. Send it again from the "
                                      "list instead.");
  return revoke(writer, open, by);
}

}  // namespace

std::vector<Invitation> open_invitations(store::Reader& reader, std::string_view workspace) {
  std::vector<Invitation> found;
  const auto rows = workspace.empty() ? reader.all(sql::open_invitations)
                                      : reader.all(sql::open_invitations_in_workspace,
                                                   {{"workspace", workspace}});
  for (const auto& row : rows) found.push_back(invitation_of(row));
  return found;
}

std::optional<Invitation> find_invitation(store::Reader& reader, std::string_view id) {
  const auto row = reader.one(sql::find_invitation, {{"id", id}});
  return row ? std::optional(invitation_of(*row)) : std::nullopt;
}

base::Result<Invitation> invitation_for(store::Reader& reader,
                                        std::string_view token,
                                        base::Instant now) {
  const auto row =
      reader.one(sql::find_invitation_by_digest, {{"digest", base::sha256_hex(token)}});
  if (!row)
    return base::not_found(
        "This invitation is not known here. If it was sent more than once, use the link of the "
        "last message.");
  const auto found = invitation_of(*row);
  if (found.is_accepted)
    return base::conflict("This invitation was accepted before. Sign in with your e-mail address.");
  if (found.is_revoked)
    return base::conflict("This invitation was withdrawn. Ask " + found.invited_by_name +
                          " if it should not have been.");
  if (found.is_over(now))
    return base::conflict("This invitation has run out. Ask " + found.invited_by_name +
                          " to send it again.");
  return found;
}

base::Result<SentInvitation> invite(store::Writer& writer,
                                    std::string_view email,
                                    const Grant& grant,
                                    const Event& by) {
  const auto address = email_address(email);
  if (!address) return tl::unexpected(address.error());
  if (auto room = make_room(writer, *address, grant, by); !room)
    return tl::unexpected(room.error());

  SentInvitation sent{.invitation = {}, .token = base::random_token()};
  auto& made = sent.invitation;
  made.id = base::new_id();
  made.email = *address;
  made.grant = grant;
  made.invited_by_name = by.actor_name;
  made.invited_at = by.at;
  made.expires_at = by.at + kInvitationLife;
  const auto added = writer.run(sql::add_invitation, {{"id", made.id},
                                                      {"digest", base::sha256_hex(sent.token)},
                                                      {"email", made.email},
                                                      {"role", name_of(grant.role)},
                                                      {"org", grant.org},
                                                      {"workspace", grant.workspace},
                                                      {"invited_by", by.actor},
                                                      {"invited_by_name", by.actor_name},
                                                      {"invited_at", by.at.iso()},
                                                      {"expires_at", made.expires_at.iso()}});
  if (added == 0) return base::conflict("Somebody sent this invitation just now.");
  record(writer, event_about(made, "identity.invitation.sent", by));
  return sent;
}

base::Result<SentInvitation> renew(store::Writer& writer,
                                   const Invitation& invitation,
                                   const Event& by) {
  SentInvitation sent{.invitation = invitation, .token = base::random_token()};
  sent.invitation.expires_at = by.at + kInvitationLife;
  const auto renewed =
      writer.run(sql::renew_invitation, {{"id", invitation.id},
                                         {"digest", base::sha256_hex(sent.token)},
                                         {"expires_at", sent.invitation.expires_at.iso()}});
  if (renewed == 0) return no_longer_open();
  record(writer, event_about(invitation, "identity.invitation.sent_again", by));
  return sent;
}

base::Result<void> revoke(store::Writer& writer, const Invitation& invitation, const Event& by) {
  const auto revoked =
      writer.run(sql::revoke_invitation,
                 {{"id", invitation.id}, {"revoked_by", by.actor}, {"revoked_at", by.at.iso()}});
  if (revoked == 0) return no_longer_open();
  record(writer, event_about(invitation, "identity.invitation.withdrawn", by));
  return {};
}

base::Result<User> accept(store::Writer& writer,
                          const Invitation& invitation,
                          const Acceptance& acceptance,
                          base::Instant now) {
  Event by;
  by.at = now;
  auto user = find_user_by_email(writer, invitation.email);
  if (user && user->is_disabled())
    return base::forbidden("The account of " + invitation.email +
                           " was closed. Ask the hub to open it again.");
  by.actor = user ? user->id : "link:invitation";
  by.actor_name = user ? user->name : acceptance.name;
  if (!user) {
    auto added =
        add_user(writer, {invitation.email, acceptance.name, acceptance.password_hash}, by);
    if (!added) return added;
    user = *added;
    by.actor = user->id;
    by.actor_name = user->name;
  }
  const auto accepted =
      writer.run(sql::accept_invitation,
                 {{"id", invitation.id}, {"accepted_by", user->id}, {"accepted_at", now.iso()}});
  if (accepted == 0) return no_longer_open();
  record(writer, event_about(invitation, "identity.invitation.accepted", by));
  give_role(writer, *user, invitation.grant, by);
  return *user;
}

}  // namespace enact::identity
