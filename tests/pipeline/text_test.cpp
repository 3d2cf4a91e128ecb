#include "core/random.hpp"
#include "tests/pipeline/support.hpp"

#include <algorithm>

namespace strand {
namespace {

using namespace test;

/// Texts of ten filler words; class 1 also holds "prize" or 奖, class 0 "meeting" or 会. Every text of the test part has a word of its own.
Dataset messages(std::int64_t count = 300) {
    const char* const signs[2][2] = {{"meeting", "会"}, {"Prize", "奖"}};
    Random random(7);
    Dataset data;
    data.name = "messages";
    data.kind = SequenceKind::Text;
    data.classes = {"0", "1"};
    for (std::int64_t i = 0; i < count; ++i) {
        Sequence sequence{.id = fmt::format("t{}", i), .label = static_cast<std::int32_t>(i % 2)};
        const std::int64_t part = i / 2 % 5;
        sequence.split = part == 0 ? Split::Test : part == 1 ? Split::Validation : Split::Train;
        for (int word = 0; word < 10; ++word)
            sequence.residues += word == 4 ? fmt::format("{},", signs[i % 2][i / 2 % 2]) : fmt::format("w{},", random.below(20));
        if (sequence.split == Split::Test) sequence.residues += fmt::format("only{}", i);
        data.sequences.push_back(std::move(sequence));
    }
    return data;
}

TrainOptions textOptions(const TextValues& more = {}) {
    auto options = transformerOptions();
    options.dataset = "messages";
    options.hyperparameters["epochs"] = "12";
    options.hyperparameters["lr"] = "0.01";
    for (const auto& [name, text] : more)
        options.hyperparameters[name] = text;
    return options;
}

class TextTest : public ::testing::Test {
protected:
    TextTest() { m_record = m_project.import(messages(), "messages"); }
    TrainReport train(const TextValues& more = {}) { return trainWith(m_project, textOptions(more)); }
    Error refusal(const TextValues& more, const std::string& model = "TextCNN") {
        auto options = textOptions();
        options.model = model;
        options.hyperparameters = more;
        Recorder recorder;
        const auto before = must(m_project.runs().list()).size();
        const auto checked = m_project.engine->check(m_project.file, options, cpu());
        EXPECT_FALSE(checked);
        const auto trained = m_project.engine->train(m_project.file, options, cpu(), recorder, {});
        EXPECT_FALSE(trained);
        if (checked || trained) return {};
        EXPECT_EQ(checked.error().english(), trained.error().english());
        EXPECT_EQ(must(m_project.runs().list()).size(), before) << "a run was left behind";
        return trained.error();
    }

    TestProject m_project;
    DatasetRecord m_record;
};

TEST_F(TextTest, WordsAreLearnedFromTheTrainingPartAlone) {
    auto options = quickOptions();
    options.dataset = "messages";
    options.hyperparameters["epochs"] = "12";
    options.hyperparameters["lr"] = "0.005";
    const auto report = trainWith(m_project, options);
    ASSERT_TRUE(report.run.test);
    EXPECT_GT(report.run.test->mcc, 0.9);
    EXPECT_EQ(report.run.hyperparameters.at("tokenizer"), "auto");
    const auto vocabulary = must(m_project.runs().vocabulary(report.run.id));
    const auto has = [&](const std::string& word) { return std::ranges::count(vocabulary.tokens, word) == 1; };
    EXPECT_TRUE(has("prize") && has("会") && has("w3") && has(","));
    EXPECT_TRUE(std::ranges::none_of(vocabulary.tokens, [](const auto& word) { return word.starts_with("only"); }));
    EXPECT_EQ(vocabulary.tokens.front(), ",");
    EXPECT_FALSE(vocabulary.embedded);
    must(m_project.file.check());
}

TEST_F(TextTest, EvaluationAndPredictionUseTheStoredVocabulary) {
    const auto run = train().run;
    const auto again = must(m_project.engine->evaluate(m_project.file, run.id, 0, Split::Test, cpu(), {}, {}));
    EXPECT_EQ(again.loss, run.test->loss);
    // Whatever else the file holds, the same text gives the same numbers: its words are not counted anew.
    const auto text = messages().sequences[0].residues;
    const auto alone = m_project.folder.write("one.fa", ">a\n" + text + "\n"),
               among = m_project.folder.write("three.fa", ">x\nw9,w9,w9,new\n>a\n" + text + "\n>one\nw\n");
    const auto one = must(m_project.engine->predict(m_project.file, run.id, {.path = alone}, cpu(), {}, {})),
               three = must(m_project.engine->predict(m_project.file, run.id, {.path = among}, cpu(), {}, {}));
    ASSERT_EQ(three.rows.size(), 3U);
    EXPECT_NEAR(one.rows[0].probabilities[1], three.rows[1].probabilities[1], 1e-5);
    const auto stored = must(m_project.runs().predictions(run.id, Split::Test));
    EXPECT_NEAR(one.rows[0].probabilities[1], stored[0].probabilities[1], 1e-5);
    const auto maps = must(m_project.engine->attention(m_project.file, run.id, {{-1, "x", "PRIZE unheard 奖"}}, cpu(), {}, {}));
    EXPECT_EQ(maps[0].tokens, (std::vector<std::string>{"[CLS]", "prize", "[UNK]", "奖"}));
    EXPECT_EQ(maps[0].begin, (std::vector<std::int32_t>{0, 0, 6, 14}));
    EXPECT_EQ(maps[0].end, (std::vector<std::int32_t>{0, 5, 13, 17}));
}

TEST_F(TextTest, AResumedRunKeepsItsVocabulary) {
    const auto undisturbed = bitsOf(m_project, train().run.id);
    Recorder recorder;
    recorder.command = [](LiveRun&, std::int64_t poll) { return poll >= 20 ? TrainCommand::Stop : TrainCommand::Continue; };
    ASSERT_FALSE(m_project.engine->train(m_project.file, textOptions(), cpu(), recorder, {}));
    recorder.command = {};
    must(m_project.engine->resume(m_project.file, recorder.run.id, cpu(), recorder, {}));
    EXPECT_EQ(bitsOf(m_project, recorder.run.id), undisturbed);
}

TEST_F(TextTest, VocabularySettingsAreUsed) {
    const auto size = [&](const TextValues& more) {
        auto values = more;
        values["epochs"] = "1";
        return must(m_project.runs().vocabulary(train(values).run.id)).tokens.size();
    };
    EXPECT_EQ(size({}), 25U);  // w0 to w19, four signs and the comma
    EXPECT_EQ(size({{"max_vocabulary", "7"}}), 7U);
    EXPECT_EQ(size({{"min_count", "500"}}), 3U);  // the comma, and w0 and w00 for all numbered words
    EXPECT_GT(size({{"tokenizer", "char"}}), 10U);
    EXPECT_EQ(must(m_project.runs().vocabulary(train({{"epochs", "1"}, {"lower_case", "false"}}).run.id)).tokens.size(), 25U);
    const auto error = refusal({{"min_count", "100000"}});
    EXPECT_EQ(error.found.english(), "no token is found min_count = 100000 times in the training texts");
}

/// "prize" and "meeting" far apart, all else unknown.
std::string vectorsOf(std::int64_t dim) {
    std::string text;
    for (const auto& [word, sign] : {std::pair("prize", 1), std::pair("Meeting", -1), std::pair("not here", 1)}) {
        text += word;
        for (std::int64_t i = 0; i < dim; ++i)
            text += fmt::format(" {}", sign * static_cast<int>(i + 1));
        text += "\n";
    }
    return text;
}

TEST_F(TextTest, WordVectorsStayWhereTheyAreFrozen) {
    const auto path = m_project.folder.write("vectors.txt", vectorsOf(16));
    const auto report = train({{"epochs", "2"}, {"embeddings", path}, {"embeddings_frozen", "true"}});
    const auto vocabulary = must(m_project.runs().vocabulary(report.run.id));
    EXPECT_EQ(vocabulary.embedded, 2);
    EXPECT_TRUE(std::ranges::any_of(report.warnings, [](const Warning& warning) {
        return warning.message.english() == "2 of the 25 words of the vocabulary have a vector in the file of embeddings";
    }));
    const auto trained = train({{"epochs", "2"}, {"embeddings", path}});
    const auto tokens = static_cast<std::int64_t>(vocabulary.tokens.size()) + 3;
    EXPECT_EQ(trained.run.parameters - report.run.parameters, tokens * 16);
    EXPECT_NE(bitsOf(m_project, trained.run.id), bitsOf(m_project, report.run.id));
}

TEST_F(TextTest, AResumedRunDoesNotNeedTheFileOfVectors) {
    const TextValues values{
        {"epochs", "3"}, {"embeddings", m_project.folder.write("vectors.txt", vectorsOf(16))}, {"embeddings_frozen", "yes"}};
    const auto run = train(values).run.id;
    const auto undisturbed = bitsOf(m_project, run);
    Recorder recorder;
    recorder.command = [](LiveRun&, std::int64_t poll) { return poll >= 9 ? TrainCommand::Stop : TrainCommand::Continue; };
    ASSERT_FALSE(m_project.engine->train(m_project.file, textOptions(values), cpu(), recorder, {}));
    m_project.folder.write("vectors.txt", "gone\n");
    recorder.command = {};
    must(m_project.engine->resume(m_project.file, recorder.run.id, cpu(), recorder, {}));
    EXPECT_EQ(bitsOf(m_project, recorder.run.id), undisturbed);
    must(m_project.engine->evaluate(m_project.file, run, 0, Split::Test, cpu(), {}, {}));
}

TEST_F(TextTest, WordVectorsThatCannotServeAreRefusedBeforeARunBegins) {
    const auto path = m_project.folder.write("vectors.txt", vectorsOf(16));
    const auto size = refusal({{"embeddings", path}, {"embedding_dim", "20"}});
    EXPECT_EQ(size.found.english(), "the file has vectors of 16 numbers, the model's tokens have 20");
    EXPECT_EQ(size.file, path);
    EXPECT_EQ(refusal({{"embeddings", path}, {"tokenizer", "char"}}).found.english(),
              "embeddings are vectors of words; the tokenizer is char");
    EXPECT_EQ(refusal({{"embeddings", path}, {"input", "onehot"}}, "DNN").found.english(),
              "with these settings, DNN has no token vectors to begin with");
    EXPECT_EQ(refusal({{"embeddings", m_project.folder.file("none.txt")}}).file, m_project.folder.file("none.txt"));
}

TEST_F(TextTest, WordVectorsAreOfNoUseForResidues) {
    m_project.import(motifs(60));
    auto options = quickOptions();
    options.hyperparameters["embeddings"] = m_project.folder.write("vectors.txt", vectorsOf(16));
    const auto checked = m_project.engine->check(m_project.file, options, cpu());
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::Usage);
    options.hyperparameters = {{"min_count", "3"}};
    EXPECT_EQ(m_project.engine->check(m_project.file, options, cpu()).error().found.english(),
              "min_count = 3 cannot be done with this dataset, whose sequences are dna");
}

TEST_F(TextTest, ARunWithoutItsVocabularyIsNotGuessedAt) {
    auto run = train({{"epochs", "1"}}).run;
    const auto split = must(m_project.runs().split(run.id));
    run.name = "bare";
    run.state = RunState::Stopped;
    const auto bare = must(m_project.runs().add(run, split));
    Recorder recorder;
    const auto resumed = m_project.engine->resume(m_project.file, bare.id, cpu(), recorder, {});
    ASSERT_FALSE(resumed);
    EXPECT_EQ(resumed.error().code, ErrorCode::Project);
    EXPECT_EQ(resumed.error().found.english(), "run \"bare\" has no vocabulary in the project file");
}

}  // namespace
}  // namespace strand
