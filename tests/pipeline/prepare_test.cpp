#include "pipeline/prepare.hpp"

#include "tests/pipeline/support.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>

namespace strand {
namespace {

using namespace test;

class Prepare : public ::testing::Test {
protected:
    PreparedRun prepare(Dataset data, const TextValues& values = {}, const std::string& model = "DNN", const std::string& watched = {}) {
        data.name = fmt::format("set{}", ++m_sets);
        must(DatasetStore(m_project.file).add(data, summarise(data)));
        m_options = quickOptions(model);
        m_options.dataset = data.name;
        m_options.watchedRecord = watched;
        for (const auto& [name, text] : values)
            m_options.hyperparameters[name] = text;
        return must(prepareRun(m_project.file, m_options));
    }
    static std::vector<std::string> warnings(const PreparedRun& run) {
        std::vector<std::string> out;
        for (const auto& warning : run.warnings)
            out.push_back(warning.message.english());
        return out;
    }
    TestProject m_project;
    TrainOptions m_options;
    int m_sets = 0;
};

TEST_F(Prepare, PartsHoldLabelledSequencesAlone) {
    auto data = motifs(200);
    std::vector<std::int64_t> without;
    for (const Split part : {Split::Train, Split::Validation, Split::Test}) {
        const auto first = std::ranges::find(data.sequences, part, &Sequence::split);
        first->label = kNoLabel;
        without.push_back(first - data.sequences.begin());
    }
    const auto run = prepare(data);
    std::vector<std::int64_t> used;
    for (const auto* part : {&run.split.train, &run.split.validation, &run.split.test})
        used.insert(used.end(), part->begin(), part->end());
    EXPECT_EQ(used.size(), 197U);
    for (const std::int64_t i : without)
        EXPECT_EQ(std::ranges::count(used, i), 0) << i;
    EXPECT_EQ(run.encoded.rows(), 200) << "row i is sequence i";
    EXPECT_EQ(warnings(run), std::vector<std::string>{"3 sequences have no label and are left out"});
    EXPECT_EQ(labelledOnly(run.dataset, {without[2], 5, without[0], 4}), (std::vector<std::int64_t>{5, 4}));
}

TEST_F(Prepare, NamesEachClassWithFewTrainingSequences) {
    auto data = motifs(80);
    std::array<int, 2> training{};
    for (std::size_t i = 0; i < data.sequences.size(); ++i) {
        auto& sequence = data.sequences[i];
        sequence.label = static_cast<std::int32_t>(i % 2);
        int& count = training[i % 2];
        sequence.split = count < (sequence.label == 0 ? 20 : 19) ? Split::Train : i < 60 ? Split::Validation : Split::Test;
        count += sequence.split == Split::Train ? 1 : 0;
    }
    EXPECT_EQ(warnings(prepare(data)), std::vector<std::string>{"class \"1\" has 19 training sequences; fewer than 20 say little"});
}

TEST_F(Prepare, CountsResiduesThatPartsShareOnceAndRepeatsInOnePartNotAtAll) {
    auto data = motifs(200);
    std::array<std::vector<std::size_t>, kSplitCount> parts;
    for (std::size_t i = 0; i < data.sequences.size(); ++i)
        parts[static_cast<std::size_t>(data.sequences[i].split)].push_back(i);
    const auto& train = parts[static_cast<std::size_t>(Split::Train)];
    const auto copy = [&](std::size_t from, std::size_t to) { data.sequences[to].residues = data.sequences[from].residues; };
    copy(train[0], train[1]);
    EXPECT_THAT(warnings(prepare(data)), ::testing::IsEmpty());
    copy(train[0], parts[static_cast<std::size_t>(Split::Validation)][0]);
    copy(train[0], parts[static_cast<std::size_t>(Split::Test)][0]);
    copy(parts[static_cast<std::size_t>(Split::Validation)][1], parts[static_cast<std::size_t>(Split::Test)][1]);
    EXPECT_EQ(warnings(prepare(data)),
              std::vector<std::string>{"2 sequences occur in more than one part: figures on them flatter the model"});
}

TEST_F(Prepare, TellsTheModelWhatItsTokensAre) {
    auto data = motifs(100);
    data.sequences[7].residues += "ACGT";
    const auto longest = static_cast<std::int64_t>(data.sequences[7].residues.size());
    const auto plain = prepare(data);
    EXPECT_EQ(plain.tokens.context.maxLength, longest);
    EXPECT_FALSE(plain.tokens.cls);
    EXPECT_EQ(plain.tokens.context.vocabularySize, plain.tokens.tokenizer->vocabularySize());
    EXPECT_EQ(plain.tokens.context.classes, 2);
    EXPECT_EQ(prepare(data, {}, "TransformerEncoder").tokens.context.maxLength, longest + 1) << "[CLS]";
    const auto cut = prepare(data, {{"max_len", std::to_string(longest - 1)}});
    EXPECT_EQ(cut.tokens.context.maxLength, longest - 1);
    EXPECT_EQ(cut.truncated, 1);
    EXPECT_EQ(prepare(data, {{"tokenizer", "kmer:3"}}).tokens.context.maxLength, longest - 2);
}

TEST_F(Prepare, SequencesOfNearlyAllOneLengthAreAligned) {
    const auto aligned = [&](std::int64_t shorter, const std::string& maxLength = "512") {
        auto data = motifs(100);
        for (std::int64_t i = 0; i < shorter; ++i)
            data.sequences[static_cast<std::size_t>(i)].residues.pop_back();
        return prepare(data, {{"max_len", maxLength}}).tokens.context.aligned;
    };
    EXPECT_TRUE(aligned(0));
    EXPECT_TRUE(aligned(5)) << "a few that are cut short do not change what the others are";
    EXPECT_FALSE(aligned(6));
    EXPECT_FALSE(aligned(6, "10")) << "cut to one length, they are not aligned for that";
}

TEST_F(Prepare, PlansWholeBatchesAndWatchesTheFirstOfValidation) {
    const auto run = prepare(motifs(400), {{"batch_size", "33"}, {"epochs", "3"}});
    EXPECT_EQ(run.split.train.size(), 320U);
    EXPECT_EQ(run.stepsPerEpoch, 10);
    EXPECT_EQ(run.steps, 30);
    EXPECT_EQ(run.watched, run.split.validation.front());
    EXPECT_EQ(prepare(motifs(400), {}, "DNN", "seq7").watched, 6);
}

TEST_F(Prepare, ReopensARunAsItWasPreparedOrNotAtAll) {
    auto data = motifs(200);
    for (auto& sequence : data.sequences)
        sequence.split = Split::None;  // the parts are drawn, and must not be drawn again
    const auto run = prepare(data, {{"max_len", "20"}});
    RunRecord record;
    record.name = "first";
    record.model = "DNN";
    record.datasetId = run.record.id;
    record.fingerprint = fingerprint(run.dataset);
    record.seed = 77;
    for (const auto& [name, value] : run.values.values())
        record.hyperparameters[name] = formatValue(value);
    record = must(RunStore(m_project.file).add(record, run.split));
    const auto again = must(reopenRun(m_project.file, record));
    EXPECT_EQ(again.split.train, run.split.train);
    EXPECT_EQ(again.split.validation, run.split.validation);
    EXPECT_EQ(again.values, run.values);
    EXPECT_EQ(again.encoded.ids, run.encoded.ids);
    EXPECT_EQ(again.steps, run.steps);
    EXPECT_EQ(warnings(again), warnings(run));
    record.fingerprint = "other";
    const auto refused = reopenRun(m_project.file, record);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Project);
    EXPECT_EQ(refused.error().english(), "dataset \"set1\" is not what run \"first\" began with; expected data with the fingerprint other");
}

}  // namespace
}  // namespace strand
