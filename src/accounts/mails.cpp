// SPDX-License-Identifier: Apache-2.0
#include "accounts/mails.h"

#include <fmt/format.h>

#include "accounts/common.h"
#include "app/mail.h"

namespace enact::accounts {

void Mails::link(store::Writer& writer,
                 const identity::User& user,
                 const std::string& address) const {
  app::send(
      writer,
      {.to = user.email,
       .to_name = user.name,
       .subject = fmt::format("Your link to sign in to {}", network_),
       .text = fmt::format("Hello {},\n\n"
                           "open this page to sign in to {}. It works once, within the next "
                           "15 minutes:\n\n{}\n\n"
                           "If you did not ask for it, you need not do anything: nobody comes "
                           "in without this link.\n",
                           user.name, network_, address)},
      services_.clock.now());
}

void Mails::invitation(store::Writer& writer, const identity::SentInvitation& sent) const {
  const auto& invitation = sent.invitation;
  app::send(writer,
            {.to = invitation.email,
             .to_name = "",
             .subject = fmt::format("{} invites you to {}", invitation.invited_by_name, network_),
             .text = fmt::format(
                 "Hello,\n\n"
                 "{} invites you to {} as {}. To accept, open this page by {}:\n\n"
                 "{}\n\n"
                 "If you do not know what this is about, you need not do anything.\n",
                 invitation.invited_by_name, network_, role_words(writer, invitation.grant),
                 invitation.expires_at.day().words(),
                 full_address(services_, "/invitations/" + sent.token))},
            services_.clock.now());
}

void Mails::warning(store::Writer& writer,
                    const identity::User& user,
                    const std::string& what) const {
  app::send(writer,
            {.to = user.email,
             .to_name = user.name,
             .subject = fmt::format("Your account at {} was changed", network_),
             .text = fmt::format("Hello {},\n\n{}\n\n"
                                 "If this was not you, sign in by link, choose a new password and "
                                 "end all other sessions:\n\n{}\n",
                                 user.name, what, full_address(services_, "/account"))},
            services_.clock.now());
}

}  // namespace enact::accounts
