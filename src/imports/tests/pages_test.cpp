// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "identity/role.h"
#include "imports/imports.h"
#include "imports/journal.h"
#include "imports/rows.h"
#include "imports/tests/members.h"
#include "support/browser.h"
#include "support/world.h"

namespace enact::imports {
namespace {

using support::body_of;
using support::Browser;
using support::header_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const Setup& setup() {
  static const Members members;
  static const Setup all{
      .targets = {&members},
      .org_name = [](store::Reader&, const std::string& org) -> std::optional<std::string> {
        if (org == "lakeside") return "Lakeside";
        if (org == "hillside") return "Hillside";
        return {};
      }};
  return all;
}

struct Site {
  explicit Site(support::Backend backend = support::Backend::sqlite_memory)
      : program(backend,
                {.rooms = {Members::room()},
                 .routes = [](app::Routes& routes) { add_routes(routes, setup()); },
                 .jobs = jobs(setup()),
                 .instead_of = "network"}),
        world(support::make_world(program)),
        ana(program) {
    ana.sign_in_as(world.ana);
  }

  // Hands in a file as Ana and gives the address of its import.
  std::string hand_in(const std::string& csv) {
    const auto answer =
        ana.upload("/imports/new", {{"target", "members"}, {"ecosystem", "lakeside"}}, "file",
                   "club.csv", csv);
    EXPECT_EQ(answer.status, 303) << body_of(answer);
    const auto to = header_of(answer, "Location");
    return to.substr(0, to.rfind('/'));
  }
  // The same, looked through, with number, name and email in the first three columns.
  std::string planned(const std::string& csv) {
    const auto url = hand_in(csv);
    const auto answer =
        ana.post(url + "/columns",
                 {{"to-0", "field:number"}, {"to-1", "field:name"}, {"to-2", "field:email"}});
    EXPECT_EQ(answer.status, 303) << body_of(answer);
    program.run_jobs();
    return url;
  }
  std::string plan_version(const std::string& url) {
    return std::to_string(import(url).plan_version);
  }
  Import import(const std::string& url) {
    return program.db().read([&](store::Reader& reader) {
      return *find_import(reader, url.substr(url.rfind('/') + 1));
    });
  }
  void commit(const std::string& url) {
    ana.post_and_follow(url + "/commit", {{"plan_version", plan_version(url)}});
    program.run_jobs();
  }
  std::string page(const std::string& url) { return body_of(ana.get(url)); }
  std::vector<Values> members() { return program.db().read(all_members); }

  support::Program program;
  support::World world;
  Browser ana;
};

class ImportPages : public testing::TestWithParam<support::Backend> {};
INSTANTIATE_TEST_SUITE_P(,
                         ImportPages,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

constexpr const char* kTwo =
    "number,name,email\n"
    "1,Ana Alvarez,ana@example.org\n"
    "2,Ben Brook,ben@example.org\n";

TEST_P(ImportPages, LeadFromTheFileToTheRecordsAndBack) {
  Site site(GetParam());
  EXPECT_THAT(site.page("/imports"), HasSubstr("Import the first file"));
  EXPECT_THAT(site.page("/imports/new"), HasSubstr("<option value=\"members\""));

  const auto url = site.hand_in(kTwo);
  EXPECT_THAT(site.page(url + "/columns"),
              AllOf(HasSubstr("Ana Alvarez"),
                    HasSubstr("<option value=\"field:name\" selected>Name (needed)</option>")));

  site.ana.post_and_follow(
      url + "/columns",
      {{"to-0", "field:number"}, {"to-1", "field:name"}, {"to-2", "field:email"}});
  const auto waiting = site.ana.get(url);
  EXPECT_THAT(body_of(waiting), HasSubstr("<progress"));
  EXPECT_EQ(header_of(waiting, "Refresh"), "3");

  site.program.run_jobs();
  EXPECT_THAT(site.page(url), HasSubstr("Import 2 rows"));
  EXPECT_THAT(site.members(), IsEmpty());

  site.ana.post_and_follow(url + "/commit", {{"plan_version", site.plan_version(url)}});
  site.program.run_jobs();
  EXPECT_THAT(site.members(), SizeIs(2));
  EXPECT_THAT(site.page(url), HasSubstr("2 members added, 0 members changed"));
  EXPECT_THAT(site.page("/imports"), HasSubstr("2 new"));

  site.ana.post_and_follow(url + "/undo", {});
  site.program.run_jobs();
  EXPECT_THAT(site.members(), IsEmpty());
  EXPECT_THAT(site.page(url), HasSubstr("Taken back by Ana"));
}

TEST(ImportPage, ShowsFieldByFieldWhatWouldChange) {
  Site site;
  site.commit(site.planned(kTwo));
  const auto url = site.planned("number,name,email\n1,Ana A.,ana@example.org\n");
  EXPECT_THAT(site.page(url), AllOf(HasSubstr("<del>Ana Alvarez</del> <ins>Ana A.</ins>"),
                                    HasSubstr("Known by the same number.")));
}

TEST(ImportPage, RefusesAColumnThatIsChosenTwice) {
  Site site;
  const auto url = site.hand_in(kTwo);
  const auto answer =
      site.ana.post(url + "/columns", {{"to-0", "field:name"}, {"to-1", "field:name"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(body_of(answer), HasSubstr("Two are chosen for &quot;Name&quot;: the column "
                                         "&quot;number&quot; and the column &quot;name&quot;."));
}

TEST(ImportPage, SaysWhichNeededFieldHasNoColumn) {
  Site site;
  const auto answer = site.ana.post(site.hand_in(kTwo) + "/columns", {{"to-0", "field:number"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(body_of(answer), HasSubstr("No column is chosen for &quot;Name&quot;"));
}

TEST(ImportPage, RefusesAFileThatIsNoTable) {
  Site site;
  for (const auto& bytes : {std::string(), std::string("\x89PNG\r\n\x1a\n\0\0\0", 11)}) {
    const auto answer =
        site.ana.upload("/imports/new", {{"target", "members"}}, "file", "club.csv", bytes);
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(body_of(answer), HasSubstr("file-error"));
  }
}

TEST(ImportPage, TakesPastedRows) {
  Site site;
  const auto answer =
      site.ana.upload("/imports/new", {{"target", "members"}, {"text", kTwo}}, "file", "", "");
  EXPECT_EQ(answer.status, 303) << body_of(answer);
}

TEST(ImportPage, LetsAPersonDecide) {
  Site site;
  site.program.db().write([](store::Writer& writer) {
    add_member(writer, {{"name", "Ana"}, {"email", "same@example.org"}});
    add_member(writer, {{"name", "Ana B."}, {"email", "same@example.org"}});
  });
  const auto url = site.planned("number,name,email\n7,Ana,same@example.org\n");
  EXPECT_THAT(site.page(url), AllOf(HasSubstr("1 row to decide first"),
                                    HasSubstr("It is Ana B. same@example.org (the same email)")));
  EXPECT_THAT(site.page(url), Not(HasSubstr("Import 1 row")));

  const auto member = site.program.db().read(
      [](store::Reader& reader) { return member_with(reader, "same@example.org"); });
  site.ana.post_and_follow(url + "/decide", {{"row-0", "record:" + member}, {"show", "ask"}});
  EXPECT_THAT(site.page(url), HasSubstr("Decided by Ana."));
  site.commit(url);
  EXPECT_THAT(site.members(), SizeIs(2));
  EXPECT_EQ(site.members()[1].text("number"), "7");
}

TEST(ImportPage, DecidesAlikeRowsTogether) {
  Site site;
  const auto url = site.planned(
      "number,name,email\n1,Ana,a@example.org\n1,Ana A.,a@example.org\n"
      "2,Ben,b@example.org\n2,Ben B.,b@example.org\n");
  EXPECT_THAT(site.page(url), AllOf(HasSubstr("Several rows about the same: 4 rows"),
                                    HasSubstr("Line 3 is about the same member.")));
  const auto answer = site.ana.post_and_follow(url + "/decide-alike",
                                               {{"question", "same_record"}, {"answer", "last"}});
  EXPECT_THAT(body_of(answer), HasSubstr("4 rows decided."));
  site.commit(url);
  ASSERT_THAT(site.members(), SizeIs(2));
  EXPECT_EQ(site.members()[0].text("name"), "Ana A.");
}

TEST(ImportPage, DoesNotCommitAPlanThatChangedSinceItWasShown) {
  Site site;
  const auto url = site.planned(kTwo);
  const auto seen = site.plan_version(url);
  site.ana.post_and_follow(url + "/plan", {});
  site.program.run_jobs();
  const auto answer = site.ana.post(url + "/commit", {{"plan_version", seen}});
  EXPECT_EQ(answer.status, 409);
  EXPECT_EQ(site.import(url).state, State::planned);
}

TEST(ImportPage, NamesWhatStandsInTheWayAndOffersToLeaveIt) {
  Site site;
  const auto url = site.planned(kTwo);
  site.commit(url);
  site.program.db().write([](store::Writer& writer) {
    change_member(writer, member_with(writer, "ana@example.org"), {{"hours", "9"}});
  });
  site.ana.post_and_follow(url + "/undo", {});
  site.program.run_jobs();
  EXPECT_THAT(site.page(url), AllOf(HasSubstr("1 member stands in the way: Ana Alvarez"),
                                    HasSubstr("name=\"leave_changed\"")));
  site.ana.post_and_follow(url + "/undo", {{"leave_changed", "yes"}});
  site.program.run_jobs();
  EXPECT_THAT(site.members(), SizeIs(1));
  EXPECT_THAT(site.page(url), HasSubstr("left as it was, since somebody changed it"));
}

TEST(ImportPage, GivesFaultyRowsBackWithTheReason) {
  Site site;
  const auto url = site.planned("number,name,email\n1,Ana,nonsense\n2,Ben,ben@example.org\n");
  EXPECT_THAT(site.page(url), HasSubstr("1 row stays out, because"));
  EXPECT_THAT(site.page(url + "/failed.csv"),
              AllOf(HasSubstr("number,name,email,Reason\n1,Ana,nonsense,\"Line 2: "),
                    Not(HasSubstr("Ben"))));
  EXPECT_THAT(site.page(url + "/plan.csv"),
              AllOf(HasSubstr("Line,What happens"), HasSubstr("3,New,Ben")));
}

TEST(ImportPage, KeepsAMappingUnderItsName) {
  Site site;
  const auto url = site.hand_in("A,B\n1,Ana\n");
  const auto nameless = site.ana.post(
      url + "/columns", {{"to-0", "field:number"}, {"to-1", "field:name"}, {"save", "yes"}});
  EXPECT_EQ(nameless.status, 422);
  site.ana.post_and_follow(url + "/columns", {{"to-0", "field:number"},
                                              {"to-1", "field:name"},
                                              {"save", "yes"},
                                              {"mapping_name", "Our list"}});
  const auto next = site.hand_in("A,B\n2,Ben\n");
  EXPECT_THAT(site.page(next + "/columns"),
              AllOf(HasSubstr("<option value=\"Our list\" selected>"),
                    HasSubstr("<option value=\"field:name\" selected>")));
}

TEST(ImportPage, ReadsAFileByAReadyMadeMapping) {
  Site site;
  const auto url = site.hand_in(
      "No,First,Last,Hours,Born,About,Internal\n"
      "7,Ana,Alvarez,500,03/04/2001,<p>Sings &amp; swims</p>,x\n"
      ",Total,,512,,,\n");
  EXPECT_THAT(
      site.page(url + "/columns"),
      AllOf(HasSubstr("Read as “Club&apos;s own list”"), HasSubstr("As the mapping says: Name"),
            HasSubstr("Rows that stay out: A line of totals.")));
  site.ana.post_and_follow(url + "/columns", {{"base", "Club's own list"},
                                              {"to-0", "field:number"},
                                              {"to-1", "keep"},
                                              {"to-2", "keep"},
                                              {"to-3", "field:hours"},
                                              {"unknown-3", "500"},
                                              {"to-4", "field:born"},
                                              {"to-5", "field:note"}});
  site.program.run_jobs();
  EXPECT_THAT(site.page(url),
              AllOf(HasSubstr("A line of totals."),
                    HasSubstr("Hours says &quot;500&quot;, which is taken as unknown.")));
  site.commit(url);
  ASSERT_THAT(site.members(), SizeIs(1));
  const auto member = site.members().front();
  EXPECT_EQ(member.text("number"), "0007");
  EXPECT_EQ(member.text("name"), "Ana Alvarez");
  EXPECT_EQ(member.text("hours"), "");
  EXPECT_EQ(member.text("born"), "2001-03-04");
  EXPECT_EQ(member.text("note"), "Sings & swims");
}

TEST(ImportPage, IsForThoseWhoWorkForTheEcosystem) {
  Site site;
  const auto url = site.planned(kTwo);
  const auto status = [&](const std::string& user, const std::string& address) {
    Browser browser(site.program);
    if (!user.empty()) browser.sign_in_as(user);
    return browser.get(address).status;
  };
  for (const std::string page : {"", "/plan.csv", "/failed.csv"}) {
    EXPECT_EQ(status("", url + page), 303) << page;
    EXPECT_EQ(status(site.world.dan, url + page), 403) << page;
    EXPECT_EQ(status(site.world.rui, url + page), 403) << page;
    EXPECT_EQ(status(site.world.cleo, url + page), 403) << page;
    EXPECT_EQ(status(site.world.ben, url + page), 200) << page;
    EXPECT_EQ(status(site.world.hana, url + page), 200) << page;
  }
  for (const std::string deed :
       {"/decide", "/decide-alike", "/plan", "/commit", "/undo", "/cancel", "/columns"}) {
    Browser dan(site.program);
    dan.sign_in_as(site.world.dan);
    EXPECT_EQ(dan.post(url + deed, {}).status, 403) << deed;
    Browser nobody(site.program);
    EXPECT_EQ(nobody.post(url + deed, {}).status, 403) << deed;
  }
  Browser dan(site.program);
  dan.sign_in_as(site.world.dan);
  EXPECT_EQ(dan.upload("/imports/new", {{"target", "members"}, {"ecosystem", "lakeside"}}, "file",
                       "club.csv", kTwo)
                .status,
            403);
  EXPECT_THAT(body_of(dan.get("/imports")), Not(HasSubstr("club.csv")));
}

TEST(ImportPage, StatesAPermissionInEveryRoute) {
  Site site;
  for (const auto& route : site.program.router().routes())
    if (route.pattern.starts_with("/imports")) {
      EXPECT_NE(route.needs, web::Needs::unstated) << route.pattern;
      EXPECT_EQ(route.scope.empty(),
                route.pattern == "/imports" || route.pattern == "/imports/mappings")
          << route.pattern;
    }
}

TEST(ImportPage, CanBeGivenUpUntilItIsCommitted) {
  Site site;
  const auto url = site.planned(kTwo);
  site.ana.post_and_follow(url + "/cancel", {});
  EXPECT_EQ(site.ana.post(url + "/commit", {{"plan_version", "1"}}).status, 409);
  EXPECT_THAT(site.page(url), HasSubstr("given up"));
  EXPECT_THAT(site.members(), IsEmpty());
}

TEST(ImportPage, SaysThatTheSameFileWentInBefore) {
  Site site;
  site.commit(site.planned(kTwo));
  const auto url = site.planned(kTwo);
  EXPECT_THAT(site.page(url), AllOf(HasSubstr("Ana imported this very file"),
                                    HasSubstr("There is nothing to import")));
}

}  // namespace
}  // namespace enact::imports
