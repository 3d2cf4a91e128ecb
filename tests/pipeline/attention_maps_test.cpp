#include "tests/pipeline/support.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace strand {
namespace {

using namespace test;

using AttentionMaps = TrainedTest;

TEST_F(AttentionMaps, ShowThePassThatPredicts) {
    std::vector<AttentionRequest> requests{{0, "", ""}, {-1, "short", "ACGTACGT"}};
    const auto maps = must(engine().attention(m_project.file, m_report.run.id, requests, cpu(), {}, {}));
    ASSERT_EQ(maps.size(), 2U);
    const auto file = m_project.folder.write("two.fa", ">a\n" + m_data.sequences[0].residues + "\n>b\nACGTACGT\n");
    const auto table = must(engine().predict(m_project.file, m_report.run.id, {.path = file}, cpu(), {}, {}));
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const auto& map = maps[i];
        EXPECT_EQ(map.kind, "exact");
        EXPECT_EQ(map.layers, 2);
        EXPECT_EQ(map.heads, 2);
        EXPECT_EQ(map.predicted, table.rows[i].predicted);
        // The tapped path gives the numbers of the fused one.
        EXPECT_NEAR(map.probabilities[1], static_cast<double>(table.rows[i].probabilities[1]), 1e-5);
        ASSERT_EQ(static_cast<std::int64_t>(map.tokens.size()), map.length);
        for (std::int64_t layer = 0; layer < map.layers; ++layer)
            for (std::int64_t head = 0; head < map.heads; ++head)
                for (std::int64_t query = 0; query < map.length; ++query) {
                    const float* row = map.head(layer, head) + query * map.length;
                    EXPECT_NEAR(std::accumulate(row, row + map.length, 0.0), 1, 1e-4);
                }
    }
    EXPECT_EQ(maps[0].record, "seq1");
    EXPECT_EQ(maps[0].ordinal, 0);
    EXPECT_EQ(maps[1].record, "short");
    EXPECT_EQ(maps[1].length,
              static_cast<std::int64_t>(std::ranges::count_if(maps[1].tokens, [](const auto& token) { return !token.empty(); })));
}

TEST_F(AttentionMaps, OfOneWeightATokenAreOneRow) {
    Recorder recorder;
    const auto run = trainWith(m_project, quickOptions("LSTMAttention"), recorder).run.id;
    const auto maps = must(engine().attention(m_project.file, run, {{0, "", ""}, {-1, "short", "ACGTACGT"}}, cpu(), {}, {}));
    ASSERT_EQ(maps.size(), 2U);
    for (const auto& map : maps) {
        EXPECT_EQ(map.kind, "vector");
        EXPECT_EQ(map.layers * map.heads * map.queries(), 1);
        ASSERT_EQ(static_cast<std::int64_t>(map.values.size()), map.length);
        EXPECT_NEAR(std::accumulate(map.values.begin(), map.values.end(), 0.0), 1, 1e-5);
    }
    EXPECT_EQ(maps[1].length, 8);
    const auto none = engine().attention(m_project.file, run, {{-1, "nothing", ""}}, cpu(), {}, {});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::BadInput);
    EXPECT_EQ(none.error().record, "nothing");
    ASSERT_FALSE(recorder.maps.empty()) << "the watched sequence";
    EXPECT_EQ(recorder.maps.back().kind, "vector");
}

TEST_F(AttentionMaps, OfAModelWithoutAttentionAreRefused) {
    const auto run = trainWith(m_project, quickOptions()).run.id;
    const auto maps = engine().attention(m_project.file, run, {{0, "", ""}}, cpu(), {}, {});
    ASSERT_FALSE(maps);
    EXPECT_EQ(maps.error().code, ErrorCode::Usage);
    EXPECT_EQ(maps.error().found.english(), "the model TextCNN has no attention to show");
}

TEST_F(AttentionMaps, ComeInTheOrderAskedForAndSayOfWhichWeights) {
    std::vector<std::int64_t> done;
    const auto progress = [&](const Progress& told) {
        done.push_back(told.done);
        EXPECT_EQ(told.total, 3);
    };
    // An ordinal goes before residues of its own.
    const std::vector<AttentionRequest> requests{{5, "", ""}, {-1, "own", "ACGT"}, {0, "mine", "ACGT"}};
    const auto maps = must(engine().attention(m_project.file, m_report.run.id, requests, cpu(), progress, {}));
    ASSERT_EQ(maps.size(), 3U);
    EXPECT_EQ(maps[0].record + maps[1].record + maps[2].record, "seq6ownseq1");
    EXPECT_EQ((std::array{maps[0].ordinal, maps[1].ordinal, maps[2].ordinal}), (std::array<std::int64_t, 3>{5, -1, 0}));
    for (const auto& map : maps) {
        EXPECT_EQ(map.epoch, m_report.run.bestEpoch);
        EXPECT_EQ(map.step, m_report.run.bestEpoch * m_report.run.stepsPlanned / 2);
    }
    EXPECT_EQ(done, (std::vector<std::int64_t>{1, 2, 3}));
}

TEST_F(AttentionMaps, OfWhatIsNotThereAreRefused) {
    const auto refusal = [&](std::int64_t run, std::int64_t ordinal) {
        const auto maps = engine().attention(m_project.file, run, {{0, "", ""}, {ordinal, "", ""}}, cpu(), {}, {});
        EXPECT_FALSE(maps);
        if (maps) return std::string();
        EXPECT_EQ(maps.error().code, ErrorCode::Usage);
        return maps.error().found.english();
    };
    EXPECT_EQ(refusal(m_report.run.id, 400), "there is no sequence number 401");
    EXPECT_NE(refusal(m_report.run.id + 1, 0), "");
    EXPECT_TRUE(must(engine().attention(m_project.file, m_report.run.id, {}, cpu(), {}, {})).empty());
    EXPECT_EQ(must(engine().attention(m_project.file, m_report.run.id, {{399, "", ""}}, cpu(), {}, {})).at(0).record, "seq400");
}

TEST_F(AttentionMaps, EndAtMaxLenAsInTraining) {
    const auto maps = must(engine().attention(m_project.file, m_report.run.id, {{-1, "long", std::string(600, 'A')}}, cpu(), {}, {}));
    EXPECT_EQ(maps[0].length, 512);
    ASSERT_EQ(maps[0].tokens.size(), 512U);
    EXPECT_EQ(maps[0].tokens[0], "[CLS]");
    EXPECT_EQ(maps[0].end.back(), 511);
}

TEST_F(AttentionMaps, StopBetweenSequences) {
    std::stop_source stop;
    std::int64_t told = 0;
    const auto maps = engine().attention(
        m_project.file, m_report.run.id, {{0, "", ""}, {1, "", ""}, {2, "", ""}}, cpu(),
        [&](const Progress& progress) {
            told = progress.done;
            if (told == 2) stop.request_stop();
        },
        stop.get_token());
    ASSERT_FALSE(maps);
    EXPECT_EQ(maps.error().code, ErrorCode::Interrupted);
    EXPECT_EQ(told, 2);
}

}  // namespace
}  // namespace strand
