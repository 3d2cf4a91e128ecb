#include "ui/widgets/sequence_pages.hpp"

#include "window_support.hpp"

#include <gtest/gtest.h>

#include <QThreadPool>

#include <future>
#include <latch>

namespace strand::test {
namespace {

class SequencePagesTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(bench.open());
        const DatasetRecord* dataset = bench.session.dataset();
        // So long that a page holds four rows.
        source = {.project = bench.path().toStdString(),
                  .dataset = dataset->id,
                  .rows = dataset->sequences,
                  .typicalLength = 1'000'000,
                  .ordinals = nullptr};
        pages.setSource(source);
    }
    bool comes(int row) {
        return eventually([&] { return pages.row(row) != nullptr; });
    }

    Bench bench;
    SequencePages pages;
    SequencePages::Source source;
};

TEST_F(SequencePagesTest, ARowComesWithItsPage) {
    QSignalSpy arrived(&pages, &SequencePages::arrived);
    EXPECT_EQ(pages.row(9), nullptr) << "never read while the window waits";
    ASSERT_TRUE(arrived.wait(kPatienceMs));
    EXPECT_EQ(arrived[0][0].toInt(), 8);
    EXPECT_EQ(arrived[0][1].toInt(), 11);
    ASSERT_NE(pages.row(9), nullptr);
    EXPECT_EQ(pages.row(9)->ordinal, 9);
    EXPECT_EQ(pages.row(-1), nullptr);
    EXPECT_EQ(pages.row(static_cast<int>(source.rows)), nullptr);
}

TEST_F(SequencePagesTest, PagesScrolledPastAreNotRead) {
    QSignalSpy arrived(&pages, &SequencePages::arrived);
    for (int row = 0; row < 60; row += 4)
        EXPECT_EQ(pages.row(row), nullptr);
    ASSERT_TRUE(eventually([&] { return arrived.count() == 5; })) << "the one being read, and the last four";
    QTest::qWait(50);
    EXPECT_EQ(arrived.count(), 5);
    EXPECT_EQ(arrived[1][0].toInt(), 56) << "what was asked for last comes first";
}

TEST_F(SequencePagesTest, WhatIsThereIsShownUntilItIsReadAgain) {
    ASSERT_TRUE(comes(0));
    QSignalSpy arrived(&pages, &SequencePages::arrived);
    pages.refresh();
    EXPECT_NE(pages.row(0), nullptr);
    EXPECT_TRUE(arrived.wait(kPatienceMs));
}

TEST_F(SequencePagesTest, OtherRowsAreNeverMixedWithThoseOfBefore) {
    ASSERT_TRUE(comes(0));
    EXPECT_EQ(pages.row(20), nullptr) << "being read";
    source.ordinals = std::make_shared<const std::vector<std::int32_t>>(std::vector<std::int32_t>{30, 5});
    source.rows = 2;
    pages.setSource(source);
    EXPECT_EQ(pages.row(20), nullptr);
    ASSERT_TRUE(comes(1));
    EXPECT_EQ(pages.row(0)->ordinal, 30);
    EXPECT_EQ(pages.row(1)->ordinal, 5);
}

TEST_F(SequencePagesTest, AFileThatCannotBeReadIsSaidOnce) {
    source.project = "/nowhere/at-all.strand";
    pages.setSource(source);
    QSignalSpy failed(&pages, &SequencePages::failed);
    EXPECT_EQ(pages.row(0), nullptr);
    ASSERT_TRUE(failed.wait(kPatienceMs));
    EXPECT_EQ(pages.row(0), nullptr);
    QTest::qWait(50);
    EXPECT_EQ(failed.count(), 1);
}

TEST_F(SequencePagesTest, RowsDoNotWaitForLongLooksAtTheData) {
    std::latch end(1);
    std::vector<std::future<void>> looks;
    for (int i = 0; i < std::max(2, QThread::idealThreadCount()) && i < 6; ++i) {
        auto ended = std::make_shared<std::promise<void>>();
        looks.push_back(ended->get_future());
        QThreadPool::globalInstance()->start([&end, ended] {
            end.wait();
            ended->set_value();
        });
    }
    EXPECT_TRUE(comes(0));
    end.count_down();
    for (auto& look : looks)
        look.wait();
}

}  // namespace
}  // namespace strand::test
