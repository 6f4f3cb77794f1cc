// SPDX-License-Identifier: Apache-2.0
#include "app/mail.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "app/mail_message.h"
#include "app/tests/services.h"
#include "app/tests/smtp_sink.h"
#include "base/digest.h"
#include "base/text.h"

namespace enact::app {
namespace {

using namespace std::chrono_literals;
using testing::TestWithParam;

class MailJob : public TestWithParam<support::Backend> {};
INSTANTIATE_TEST_SUITE_P(, MailJob, testing::ValuesIn(support::backends()), support::backend_name);

const Mail kWelcome{.to = "ana@example.org",
                    .to_name = "Ana López",
                    .subject = "Welcome to the network — come in",
                    .text = "Hello Ana,\n.\nyour link:\nhttps://playbook.example.org/in\n"};

void post(World& world, const Mail& mail) {
  world.write([&](store::Writer& writer) { send(writer, mail, world.clock.now()); });
}

StoredMail newest(World& world) {
  const auto all = world.read([](store::Reader& reader) { return outbox(reader, 10); });
  return all.at(0);
}

// The decoded text of a message whose body is base64.
std::string body_of(const std::string& message) {
  auto digits = message.substr(message.find("\r\n\r\n") + 4);
  for (const auto& [from, to] : {std::pair{"\r\n", ""}, {"+", "-"}, {"/", "_"}, {"=", ""}})
    digits = base::replace_all(digits, from, to);
  return base::from_base64url(digits);
}

TEST_P(MailJob, SendsTheMessageBySmtpAndSaysSo) {
  World world(GetParam());
  const SmtpSink sink;
  world.config.smtp = {.url = sink.url(), .user = "", .password = "", .from = "hub@example.org"};
  post(world, kWelcome);
  EXPECT_EQ(newest(world).state, StoredMail::State::queued);
  EXPECT_EQ(world.run_jobs({mail_job()}), 1);

  const auto mail = newest(world);
  EXPECT_EQ(mail.state, StoredMail::State::sent);
  EXPECT_EQ(mail.sent_at, world.clock.now().iso());
  ASSERT_EQ(sink.messages().size(), 1U);
  const auto message = sink.messages()[0];
  EXPECT_TRUE(message.starts_with("From: \"Enact\" <hub@example.org>\r\n")) << message;
  EXPECT_NE(message.find("Message-ID: <" + mail.id + "@example.org>\r\n"), std::string::npos);
  EXPECT_NE(message.find("Date: Sun, 22 Nov 2026 09:30:00 +0000\r\n"), std::string::npos);
  EXPECT_NE(message.find("Auto-Submitted: auto-generated\r\n"), std::string::npos);
  EXPECT_EQ(body_of(message), base::replace_all(kWelcome.text, "\n", "\r\n"));
  const auto commands = sink.commands();
  EXPECT_EQ(commands.at(0), "EHLO example.org");
  EXPECT_EQ(std::count(commands.begin(), commands.end(), "RCPT TO:<ana@example.org>"), 1);
}

TEST_P(MailJob, KeepsTheMessageWhereNoServerIsConfigured) {
  World world(GetParam());
  post(world, kWelcome);
  EXPECT_EQ(world.run_jobs({mail_job()}), 1);
  EXPECT_EQ(newest(world).state, StoredMail::State::kept);
  EXPECT_EQ(newest(world).subject, kWelcome.subject);
}

TEST_P(MailJob, GivesUpAtOnceWhenTheServerRefusesTheAddress) {
  World world(GetParam());
  const SmtpSink sink("550 nobody here");
  world.config.smtp.url = sink.url();
  post(world, kWelcome);
  EXPECT_EQ(world.run_jobs({mail_job()}), 1);
  EXPECT_EQ(newest(world).state, StoredMail::State::failed);
  EXPECT_EQ(newest(world).reason, "The mail server refused it (550).");
  world.clock.advance(24h);
  EXPECT_EQ(world.run_jobs({mail_job()}), 0);
}

TEST_P(MailJob, TriesAgainWhenTheServerIsBusyOrAwayAndThenGivesUp) {
  World world(GetParam());
  {
    const SmtpSink sink("451 later");
    world.config.smtp.url = sink.url();
    post(world, kWelcome);
    EXPECT_EQ(world.run_jobs({mail_job()}), 1);
    EXPECT_EQ(newest(world).state, StoredMail::State::queued);
    EXPECT_EQ(newest(world).tries, 1);
  }
  // The sink is gone, so its port refuses.
  for (int i = 1; i < kMostTries; ++i) {
    world.clock.advance(24h);
    EXPECT_EQ(world.run_jobs({mail_job()}), 1);
  }
  EXPECT_EQ(newest(world).state, StoredMail::State::failed);
  EXPECT_EQ(world.read([](auto& reader) { return mail_count(reader, StoredMail::State::failed); }),
            1);
  EXPECT_FALSE(try_mail_server(world.config.smtp));
}

TEST_P(MailJob, NeverHandsANonsenseAddressToTheServer) {
  World world(GetParam());
  post(world, {.to = "ana@example.org\r\nRCPT TO:<eve@example.org>",
               .to_name = "",
               .subject = "x",
               .text = "y"});
  EXPECT_EQ(newest(world).state, StoredMail::State::failed);
  EXPECT_EQ(world.run_jobs({mail_job()}), 0);
}

TEST_P(MailJob, ForgetsWhatWasSentLongAgoAndNothingThatWaits) {
  World world(GetParam());
  post(world, kWelcome);
  EXPECT_EQ(world.run_jobs({mail_job()}), 1);
  world.clock.advance(kMailKept - 1h);
  EXPECT_EQ(world.run_jobs({forget_mail_job()}), 1);
  EXPECT_EQ(newest(world).state, StoredMail::State::kept);

  post(world, {.to = "ben@example.org", .to_name = "", .subject = "Still waiting", .text = "x"});
  world.clock.advance(24h);
  world.run_jobs({forget_mail_job()});
  const auto left = world.read([](store::Reader& reader) { return outbox(reader, 10); });
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].subject, "Still waiting");
}

TEST(MailServer, IsTriedWithoutSendingAnything) {
  const SmtpSink sink;
  EXPECT_TRUE(try_mail_server({.url = sink.url(), .user = "", .password = ""}));
  EXPECT_TRUE(sink.messages().empty());
}

TEST(MailMessage, TakesOnlyPlainAddresses) {
  for (const auto* good : {"a@b", "ana.lopez+x@mail.example.org"})
    EXPECT_TRUE(is_mail_address(good)) << good;
  for (const auto* bad : {"", "@b", "a@", "a", "a@b@c", "a b@c", "<a@b>", "a@b,c@d", "a@b\nX: y",
                          "\"a\"@b", "-oQ/tmp@b", "a@b>"})
    EXPECT_FALSE(is_mail_address(bad)) << bad;
}

TEST(MailMessage, EncodesWhatIsNotAscii) {
  const auto message = rfc5322({.id = "1",
                                .from = "hub@example.org",
                                .from_name = "The \"Hub\"",
                                .to = "ana@example.org",
                                .to_name = "Ana López",
                                .subject = "Über uns",
                                .text = ""});
  EXPECT_NE(message.find("From: \"The \\\"Hub\\\"\" <hub@example.org>\r\n"), std::string::npos);
  EXPECT_NE(message.find("To: =?utf-8?B?QW5hIEzDs3Bleg==?= <ana@example.org>\r\n"),
            std::string::npos);
  EXPECT_NE(message.find("Subject: =?utf-8?B?w5xiZXIgdW5z?=\r\n"), std::string::npos);
}

RC_GTEST_PROP(MailMessage,
              HasTheSameHeadersWhateverIsInIt,
              (const std::string& name, const std::string& subject, const std::string& text)) {
  const auto message = rfc5322({.id = "1",
                                .from = "hub@example.org",
                                .from_name = name,
                                .to = "ana@example.org",
                                .to_name = name,
                                .subject = subject,
                                .text = text});
  const auto header = base::replace_all(message.substr(0, message.find("\r\n\r\n")), "\r\n", "\n");
  std::vector<std::string> names;
  for (const auto line : base::split(header, '\n')) {
    RC_ASSERT(line.size() <= 998U);
    RC_ASSERT(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
    if (!line.starts_with(' ')) names.emplace_back(line.substr(0, line.find(':')));
  }
  RC_ASSERT(names == (std::vector<std::string>{"From", "To", "Subject", "Date", "Message-ID",
                                               "MIME-Version", "Content-Type",
                                               "Content-Transfer-Encoding", "Auto-Submitted"}));
}

}  // namespace
}  // namespace enact::app
