// SPDX-License-Identifier: Apache-2.0
#include "playbook/matrix.h"

#include "run_world.h"

namespace enact::playbook {
namespace {

Heading strategy(const std::string& slug) {
  return {.id = "strategies/" + slug, .slug = slug, .number = slug, .title = "A strategy"};
}

network::Org ecosystem(const std::string& id) {
  network::Org org;
  org.id = id;
  org.name = id;
  return org;
}

TEST(MakeMatrix, ARowOrColumnWithoutRunsIsThereAndEmpty) {
  const auto matrix =
      make_matrix({strategy("1"), strategy("2")}, {ecosystem("lakeside"), ecosystem("hilltop")},
                  {{"hilltop", "strategies/2", RunState::done, 3}});
  ASSERT_EQ(matrix.rows.size(), 2U);
  EXPECT_EQ(matrix.rows[0].cells, (std::vector<RunTally>(2)));
  EXPECT_EQ(matrix.rows[1].cells[1].of(RunState::done), 3);
  EXPECT_EQ(matrix.totals[0].all(), 0);
}

TEST(MakeMatrix, TotalsAddUpInBothDirections) {
  const auto matrix =
      make_matrix({strategy("1"), strategy("2")}, {ecosystem("lakeside"), ecosystem("hilltop")},
                  {{"lakeside", "strategies/1", RunState::done, 1},
                   {"lakeside", "strategies/2", RunState::planned, 10},
                   {"hilltop", "strategies/1", RunState::done, 100}});
  EXPECT_EQ(matrix.rows[0].total.all(), 11);
  EXPECT_EQ(matrix.totals[0].of(RunState::done), 101);
  EXPECT_EQ(matrix.total.all(), 111);
}

TEST(MakeMatrix, NothingThatWasCountedIsLeftOut) {
  const auto matrix = make_matrix({strategy("1")}, {ecosystem("lakeside")},
                                  {{"gone", "strategies/9", RunState::planned, 5}});
  ASSERT_EQ(matrix.rows.size(), 2U);
  ASSERT_EQ(matrix.strategies.size(), 2U);
  EXPECT_EQ(matrix.rows[1].cells[1].of(RunState::planned), 5);
  EXPECT_EQ(matrix.rows[0].cells.size(), 2U);
  EXPECT_EQ(matrix.total.all(), 5);
}

class MatrixTest : public RunWorld {
 protected:
  Matrix matrix_now(std::string_view cohort = {}) {
    return read(
        [&](store::Reader& reader) { return matrix(reader, Outline::read(reader), cohort); });
  }

  RunTally cell(const std::string& ecosystem) {
    for (const auto& row : matrix_now().rows)
      if (row.ecosystem.id == ecosystem) return row.cells.at(0);
    ADD_FAILURE() << "no row for " << ecosystem;
    return {};
  }
};

TEST_P(MatrixTest, ACellIsExactAfterEveryVerb) {
  const auto run = begin();
  EXPECT_EQ(cell("lakeside").of(RunState::planned), 1);
  EXPECT_EQ(cell("hilltop").all(), 0);
  write([&](store::Writer& writer) { EXPECT_TRUE(start_run(writer, run.id, as(ana))); });
  EXPECT_EQ(cell("lakeside").of(RunState::planned), 0);
  EXPECT_EQ(cell("lakeside").of(RunState::in_progress), 1);
  write([&](store::Writer& writer) { EXPECT_TRUE(finish_run(writer, run.id, as(ana))); });
  begin("plays/4-2");
  EXPECT_EQ(cell("lakeside").of(RunState::done), 1);
  EXPECT_EQ(cell("lakeside").all(), 2);
}

TEST_P(MatrixTest, ARefusedVerbCountsNothing) {
  const auto run = begin();
  write([&](store::Writer& writer) {
    const auto finished = finish_run(writer, run.id, as(ana));
    EXPECT_FALSE(finished);
    return finished;
  });
  EXPECT_EQ(cell("lakeside").of(RunState::planned), 1);
  EXPECT_EQ(cell("lakeside").all(), 1);
}

TEST_P(MatrixTest, ACohortLeavesTheOthersOut) {
  begin();
  EXPECT_EQ(matrix_now("1").rows.size(), 2U);
  EXPECT_EQ(matrix_now("1").total.all(), 1);
  EXPECT_TRUE(matrix_now("2").rows.empty());
  EXPECT_EQ(matrix_now("2").total.all(), 0);
}

INSTANTIATE_TEST_SUITE_P(Backends,
                         MatrixTest,
                         testing::ValuesIn(support::backends()),
                         support::backend_name);

}  // namespace
}  // namespace enact::playbook
