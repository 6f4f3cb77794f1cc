// SPDX-License-Identifier: Apache-2.0
#include "web/delivery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

#include "web/negotiation.h"

namespace enact::web {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string header(const Response& response, std::string_view name) {
  std::string all;
  for (const auto& [known, value] : response.headers)
    if (known == name) all += (all.empty() ? "" : " AND ") + value;
  return all;
}

Request get(Fields headers = {}) {
  Request request;
  request.headers = std::move(headers);
  return request;
}

Response page(std::string body, Caching caching = Caching::revalidate) {
  auto response = html(std::move(body));
  response.caching = caching;
  return response;
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "<li>play " + std::to_string(i) + "</li>";
  return text;
}

std::string unzipped(const std::string& zipped) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return "inflate does not start";
  std::string plain(zipped.size() * 1100 + 100, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zipped.data()));
  stream.avail_in = static_cast<uInt>(zipped.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  const auto result = inflate(&stream, Z_FINISH);
  plain.resize(stream.total_out);
  inflateEnd(&stream);
  return result == Z_STREAM_END ? plain : "inflate fails";
}

const Fields kGzip{{"accept-encoding", "gzip, br"}};

TEST(Delivery, ProtectsEveryResponseErrorsIncluded) {
  for (const int status : {200, 303, 304, 403, 404, 422, 500}) {
    auto response = html("x", status);
    const auto sent = deliver(get(), std::move(response));
    EXPECT_THAT(header(sent, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
    EXPECT_THAT(header(sent, "Content-Security-Policy"), HasSubstr("base-uri 'none'"));
    EXPECT_THAT(header(sent, "Content-Security-Policy"), HasSubstr("frame-ancestors 'none'"));
    EXPECT_THAT(header(sent, "Content-Security-Policy"), Not(HasSubstr("unsafe")));
    EXPECT_EQ(header(sent, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(sent, "Referrer-Policy"), "same-origin");
    EXPECT_EQ(header(sent, "Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(header(sent, "Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_EQ(header(sent, "X-Frame-Options"), "DENY");
    EXPECT_THAT(header(sent, "Permissions-Policy"), HasSubstr("geolocation=()"));
    EXPECT_EQ(header(sent, "Cache-Control"), "no-store");
  }
}

TEST(Delivery, LetsOnlyPagesLoadAnything) {
  EXPECT_THAT(header(deliver(get(), html("x")), "Content-Security-Policy"),
              HasSubstr("media-src 'self'"));
  EXPECT_EQ(header(deliver(get(), json("{}")), "Content-Security-Policy"),
            "default-src 'none'; frame-ancestors 'none'");
}

TEST(Delivery, AsksForTlsOnlyWhereThereIsTls) {
  auto request = get();
  EXPECT_EQ(header(deliver(request, html("x")), "Strict-Transport-Security"), "");
  request.secure = true;
  EXPECT_EQ(header(deliver(request, html("x")), "Strict-Transport-Security"),
            "max-age=31536000; includeSubDomains");
}

TEST(Delivery, LeavesAHandlersOwnHeaderAlone) {
  auto response = page(long_text());
  response.header("content-security-policy", "sandbox").header("Vary", "Cookie");
  const auto sent = deliver(get(kGzip), std::move(response));

  EXPECT_EQ(header(sent, "Content-Security-Policy"), "");
  EXPECT_EQ(header(sent, "content-security-policy"), "sandbox");
  EXPECT_EQ(header(sent, "Vary"), "Cookie, Accept-Encoding");
}

TEST(Delivery, SaysWhoMayKeepAResponse) {
  EXPECT_EQ(header(deliver(get(), page("x", Caching::none)), "Cache-Control"), "no-store");
  EXPECT_EQ(header(deliver(get(), page("x", Caching::revalidate)), "Cache-Control"), "no-cache");
  EXPECT_EQ(header(deliver(get(), page("x", Caching::forever)), "Cache-Control"),
            "public, max-age=31536000, immutable");
}

TEST(Delivery, TagsOnlyWhatMayBeKept) {
  EXPECT_EQ(header(deliver(get(), page("x", Caching::none)), "ETag"), "");
  EXPECT_EQ(header(deliver(get(), page("x")), "ETag"), entity_tag("x"));
  auto missing = page("x");
  missing.status = 404;
  EXPECT_EQ(header(deliver(get(), std::move(missing)), "ETag"), "");
  auto request = get();
  request.method = Method::post;
  EXPECT_EQ(header(deliver(request, page("x")), "ETag"), "");
}

TEST(Delivery, SendsNothingAgainThatTheClientHas) {
  const auto first = deliver(get(kGzip), page(long_text()));
  auto request = get(kGzip);
  request.headers.emplace_back("if-none-match", header(first, "ETag"));
  const auto second = deliver(request, page(long_text()));

  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.body, "");
  EXPECT_EQ(second.type, "");
  EXPECT_EQ(header(second, "Content-Encoding"), "");
  for (const auto* name : {"ETag", "Cache-Control", "Vary", "Content-Security-Policy"})
    EXPECT_EQ(header(second, name), header(first, name)) << name;
}

TEST(Delivery, KnowsItsPlainAndItsGzipFormAgain) {
  const auto kept = keep_body(long_text());
  for (const auto& tag : {kept->etag, gzip_tag(kept->etag), "W/" + kept->etag}) {
    auto response = page("");
    response.kept = kept;
    const auto sent = deliver(get({{"if-none-match", tag}}), std::move(response));
    EXPECT_EQ(sent.status, 304) << tag;
    EXPECT_EQ(sent.kept, nullptr);
  }
}

TEST(Delivery, SendsAChangedPageInFull) {
  const auto sent = deliver(get({{"if-none-match", entity_tag("old")}}), page("new"));

  EXPECT_EQ(sent.status, 200);
  EXPECT_EQ(sent.body, "new");
}

TEST(Delivery, CompressesLongTextForThoseWhoAcceptIt) {
  const auto zipped = deliver(get(kGzip), page(long_text()));
  EXPECT_EQ(header(zipped, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(zipped, "Vary"), "Accept-Encoding");
  EXPECT_EQ(unzipped(zipped.body), long_text());

  const auto plain = deliver(get(), page(long_text()));
  EXPECT_EQ(header(plain, "Content-Encoding"), "");
  EXPECT_EQ(header(plain, "Vary"), "Accept-Encoding") << "a cache in between must tell them apart";
  EXPECT_EQ(plain.body, long_text());
  EXPECT_NE(header(plain, "ETag"), header(zipped, "ETag"));
}

TEST(Delivery, CompressesByTypeAndLength) {
  const auto coding = [](std::string type, std::size_t length) {
    Response response;
    response.type = std::move(type);
    response.body = std::string(length, 'x');
    return header(deliver(get(kGzip), std::move(response)), "Content-Encoding");
  };

  for (const auto* type : {"text/css", "application/json", "application/ld+json", "image/svg+xml",
                           "application/atom+xml; charset=utf-8"})
    EXPECT_EQ(coding(type, 861), "gzip") << type;
  for (const auto* type : {"image/png", "font/woff2", "application/pdf", "audio/mpeg", ""})
    EXPECT_EQ(coding(type, 5000), "") << type;
  EXPECT_EQ(coding("text/css", 860), "");
}

TEST(Delivery, CompressesNothingThatIsAlreadyEncoded) {
  auto response = page(long_text());
  response.header("Content-Encoding", "identity");
  const auto sent = deliver(get(kGzip), std::move(response));

  EXPECT_EQ(header(sent, "Content-Encoding"), "identity");
  EXPECT_EQ(sent.body, long_text());
}

TEST(Delivery, SendsAKeptBodyInTheFormThatWasMadeOnce) {
  const auto kept = keep_body(long_text());
  auto response = page("");
  response.kept = kept;
  const auto sent = deliver(get(kGzip), std::move(response));

  EXPECT_EQ(sent.kept, kept);
  EXPECT_EQ(header(sent, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(sent, "ETag"), gzip_tag(kept->etag));
  EXPECT_EQ(unzipped(kept->gzip), long_text());
}

TEST(Delivery, HasNoGzipFormOfAKeptBodyThatWouldGrow) {
  EXPECT_EQ(keep_body("short")->gzip, "");
  auto response = page("");
  response.kept = keep_body("short");
  const auto sent = deliver(get(kGzip), std::move(response));

  EXPECT_EQ(header(sent, "Content-Encoding"), "");
  EXPECT_EQ(header(sent, "ETag"), entity_tag("short"));
}

TEST(Delivery, AnswersHeadLikeGetWithoutTheBody) {
  for (const auto& accept : {Fields{}, kGzip}) {
    auto request = get(accept);
    const auto full = deliver(request, page(long_text()));
    request.method = Method::head;
    const auto sent = deliver(request, page(long_text()));

    EXPECT_EQ(sent.body, "");
    EXPECT_EQ(sent.type, full.type);
    EXPECT_EQ(header(sent, "Content-Length"), std::to_string(full.body.size()));
    for (const auto* name : {"ETag", "Content-Encoding", "Cache-Control"})
      EXPECT_EQ(header(sent, name), header(full, name)) << name;
  }
}

TEST(Delivery, SendsNoBodyWithAStatusThatHasNone) {
  EXPECT_EQ(deliver(get(kGzip), html(long_text(), 204)).body, "");
}

RC_GTEST_PROP(Gzip, GivesBackTheSameBytes, (const std::string& bytes)) {
  RC_ASSERT(unzipped(gzip(bytes)) == bytes);
}

}  // namespace
}  // namespace enact::web
