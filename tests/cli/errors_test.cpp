#include "tests/cli/support.hpp"

#include <sys/stat.h>

namespace strand {
namespace {

using namespace test;

/// What an error must be: status, words on stderr, and the same as an event.
void expectError(const Ran& ran, int status, const std::string& words) {
    EXPECT_EQ(ran.status, status) << ran.err;
    EXPECT_NE(ran.err.find("error: "), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find(words), std::string::npos) << ran.err;
    const auto errors = eventsNamed(ran, "error");
    ASSERT_EQ(errors.size(), 1U) << ran.out;
    expectKeys(errors[0], {{"code", "i"}, {"file", "s?"}, {"line", "i?"}, {"record", "s?"}, {"message", "s"}, {"hint", "s?"}});
    EXPECT_EQ(errors[0]["code"], status);
}

struct BadFile {
    const char* name;
    std::string content;
    std::vector<std::string> options;
    int line;
    friend void PrintTo(const BadFile& file, std::ostream* out) { *out << file.name; }
};

class BadFileTest : public CliTest, public ::testing::WithParamInterface<BadFile> {};

TEST_P(BadFileTest, IsRefusedAndLeavesTheProjectAsItWas) {
    const auto file = folder.write(GetParam().name, GetParam().content);
    std::vector<std::string> arguments{"import", project, file, "--json", "--quiet"};
    arguments.insert(arguments.end(), GetParam().options.begin(), GetParam().options.end());
    // A project that is not there yet is not made.
    const auto first = runCli(arguments);
    expectError(first, 3, file);
    EXPECT_FALSE(std::filesystem::exists(project));
    if (GetParam().line > 0) {
        EXPECT_EQ(eventsNamed(first, "error")[0]["line"], GetParam().line);
        EXPECT_NE(first.err.find(fmt::format("error: {}:{}: ", file, GetParam().line)), std::string::npos) << first.err;
    }
    // One that is there keeps every byte.
    importMotifs();
    const auto before = digestOf(project);
    expectError(runCli(arguments), 3, file);
    EXPECT_EQ(digestOf(project), before);
    EXPECT_FALSE(std::filesystem::exists(project + "-wal"));
}

INSTANTIATE_TEST_SUITE_P(All, BadFileTest,
                         ::testing::Values(BadFile{"empty.fa", "", {}, 0}, BadFile{"header.fa", ">only|1\n", {}, 1},
                                           BadFile{"nolabel.fa", ">a\nACGT\n>b\nACGT\n", {"--label", "header"}, 1},
                                           BadFile{"letters.fa", ">a|1\nACGT\n>b|0\nAC!T\n", {"--kind", "dna"}, 4},
                                           BadFile{"before.fa", "ACGT\n>a|1\nACGT\n", {"--format", "fasta"}, 1},
                                           BadFile{"short.fa.gz", gzipped(">a|1\nACGTACGTACGTACGTACGTACGTACGT\n").substr(0, 30), {}, 0}),
                         [](const auto& file) {
                             const std::string name = file.param.name;
                             return name.substr(0, name.find('.'));
                         });

TEST_F(CliTest, AMissingFileIsNamed) {
    const auto file = folder.file("none.fa");
    expectError(runCli({"import", project, file, "--json"}), 3, "error: " + file + ": ");
    EXPECT_FALSE(std::filesystem::exists(project));
}

TEST_F(CliTest, AFolderWithoutFilesIsNamed) {
    const auto empty = folder.file("empty");
    std::filesystem::create_directory(empty);
    expectError(runCli({"import", project, empty, "--json"}), 3, "error: " + empty + ": a folder without files");
}

TEST_F(CliTest, ColumnsAndWordsThatAreNotThereAreWrongUse) {
    const auto file = folder.write("a.csv", "sequence,label\nACGT,1\nGG,0\n");
    expectError(runCli({"import", project, file, "--json", "--label", "column:colour"}), 2, "no column is called \"colour\"");
    expectError(runCli({"import", project, file, "--json", "--label", "colour"}), 2, "\"colour\" is no source of labels");
    expectError(runCli({"import", project, file, "--json", "--encoding", "klingon"}), 2, "\"klingon\" is no encoding that is known");
    expectError(runCli({"import", project, file, "--json", "--delimiter", "x"}), 2, "\"x\" is no delimiter");
    expectError(runCli({"import", project, fasta, "--json", "--label", "column:label"}), 2, "FASTA has no columns");
    EXPECT_FALSE(std::filesystem::exists(project));
}

TEST_F(CliTest, OneClassCannotBeLearned) {
    const auto file = folder.write("one.fa", ">a|1\nACGT\n>b|1\nACGG\n");
    ASSERT_EQ(runCli({"import", project, file}).status, 0);
    const auto before = digestOf(project);
    expectError(
        runCli({"train", project, "--dataset", "one", "--model", "TextCNN", "--json"}), 3,
        "error: the training part of dataset \"one\" holds only the class \"1\"; expected training sequences of two classes or more");
    EXPECT_EQ(digestOf(project), before);
}

TEST_F(CliTest, UnlabelledDataCannotBeLearned) {
    const auto file = folder.write("none.fa", ">a\nACGT\n>b\nACGG\n");
    ASSERT_EQ(runCli({"import", project, file}).status, 0);
    expectError(runCli({"train", project, "--dataset", "none", "--model", "TextCNN", "--json"}), 3,
                "no sequence of dataset \"none\" has a label");
}

TEST_F(CliTest, WrongUseIsStatusTwo) {
    importMotifs();
    const auto before = digestOf(project);
    expectError(runCli({"--json"}), 2, "no command was given");
    expectError(runCli({"--json", "trian", project}), 2, "there is no command called \"trian\"");
    EXPECT_NE(runCli({"--json", "trian", project}).err.find("hint: did you mean train?"), std::string::npos);
    expectError(runCli({"train", project, "--json"}), 2, "--dataset");
    expectError(runCli({"datasets", project, "--json", "--nonsense"}), 2, "--nonsense");
    expectError(runCli({"datasets", project, "--json", "--threads", "many"}), 2, "many");
    expectError(runCli({"show", project, "--json", "--run", "9"}), 2, "9");
    expectError(runCli({"models", "TextCNM", "--json"}), 2, "hint: did you mean TextCNN?");
    expectError(runCli({"models", "--json", "--hp_lr", "1"}), 2, "the command models takes no hyperparameter, but --hp_lr was given");
    expectError(runCli({"import", project, fasta, "--json", "--split", "0.5,0.6,0"}), 2, "0.5,0.6,0");
    expectError(runCli({"import", folder.file("p.db"), fasta, "--json"}), 2, "p.db");
    expectError(runCli(training({"--hp_dropout", "2"})), 2, "2 is out of range for dropout; expected a number from 0 to");
    expectError(runCli(training({"--hp_btach_size", "2"})), 2, "hint: did you mean batch_size?");
    expectError(runCli(training({"--hp_epochs", "two"})), 2, "\"two\" is no value for epochs");
    expectError(runCli(training({"--hp_epochs"})), 2, "--hp_epochs has no value");
    expectError(runCli(training({"--hp_d_model", "30", "--hp_n_heads", "4"}, "TransformerEncoder")), 2, "30");
    expectError(runCli(training({"--hp_d_model", "30", "--hp_n_heads", "4"}, "TransformerEncoder")), 2, "4");
    EXPECT_EQ(digestOf(project), before);
}

TEST_F(CliTest, ADeviceThatIsNotThereIsStatusFive) {
    importMotifs();
    if (std::filesystem::exists("/proc/driver/nvidia")) GTEST_SKIP() << "there is a GPU";
    const auto before = digestOf(project);
    expectError(runCli(training({"--device", "cuda:3"})), 5, "no GPU can be used here");
    EXPECT_EQ(digestOf(project), before);
}

TEST_F(CliTest, TroubleWithTheProjectIsStatusFourAndChangesNothing) {
    const auto trouble = [&](const std::string& path) {
        const auto before = digestOf(path);
        for (const std::string command : {"datasets", "runs", "check"})
            expectError(runCli({command, path, "--json"}), 4, "error: " + path + ": ");
        expectError(runCli({"train", path, "--dataset", "a", "--model", "TextCNN", "--json"}), 4, "error: " + path + ": ");
        expectError(runCli({"import", path, fasta, "--json"}), 4, "error: " + path + ": ");
        EXPECT_EQ(digestOf(path), before);
    };
    trouble(folder.write("zero.strand", ""));
    trouble(folder.write(
        "text.strand",
        "this is a text, not a project, and long enough to be looked at as a database header of 100 bytes or more, is it not\n"));
    const auto foreign = folder.file("foreign.strand");
    ASSERT_EQ(
        std::system(fmt::format("sqlite3 '{}' 'CREATE TABLE t(a); PRAGMA user_version = 1' 2>/dev/null || "
                                "python3 -c \"import sqlite3; c = sqlite3.connect('{}'); c.execute('CREATE TABLE t(a)'); c.commit()\"",
                                foreign, foreign)
                        .c_str()),
        0);
    trouble(foreign);
    importMotifs();
    auto bytes = bytesOf(project);
    bytes[63] = 99;  // user_version, big-endian at 60
    trouble(folder.write("newer.strand", bytes));
    const auto missing = folder.file("missing.strand");
    expectError(runCli({"check", missing, "--json"}), 4, missing);
    EXPECT_EQ(eventsNamed(runCli({"check", missing, "--json"}), "check").at(0)["ok"], false);
    expectError(runCli({"train", missing, "--dataset", "a", "--model", "TextCNN", "--json"}), 4, missing);
    EXPECT_FALSE(std::filesystem::exists(missing));
}

TEST_F(CliTest, ADamagedProjectIsFoundByCheck) {
    importMotifs();
    auto bytes = bytesOf(project);
    const auto place = bytes.find(data.sequences[5].residues);
    ASSERT_NE(place, std::string::npos);
    bytes[place] = bytes[place] == 'A' ? 'C' : 'A';
    const auto damaged = folder.write("damaged.strand", bytes);
    const auto ran = runCli({"check", damaged, "--json"});
    EXPECT_EQ(ran.status, 4) << ran.err;
    EXPECT_EQ(eventsNamed(ran, "check").at(0)["ok"], false);
}

TEST_F(CliTest, OutputThatCannotBeWrittenLeavesNoHalfFile) {
    importMotifs();
    ASSERT_EQ(runCli(training()).status, 0);
    const auto nowhere = folder.file("none/out.tsv");
    expectError(runCli({"predict", project, "--run", "1", fasta, "-o", nowhere, "--json", "--quiet"}), 2, "error: " + nowhere + ": ");
    expectError(runCli({"predict", project, "--run", "1", fasta, "-o", "/dev/full", "--json", "--quiet"}), 4, "/dev/full");
    expectError(runCli({"export", project, "--dataset", "motifs", "-o", "/dev/full", "--json"}), 4, "/dev/full");
}

TEST_F(CliTest, MessagesSpeakChineseWhereAsked) {
    const auto ran = runCli({"--lang", "zh_CN", "models"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    expectError(runCli({"--lang", "fr", "models", "--json"}), 2, "fr");
}

TEST_F(CliTest, AnUnknownOptionIsToldWithTheNearest) {
    importMotifs();
    expectError(runCli({"train", project, "--json", "--datset", "motifs", "--model", "DNN"}), 2, "no option --datset");
    EXPECT_NE(runCli({"train", project, "--datset", "motifs"}).err.find("did you mean --dataset?"), std::string::npos);
    const auto setting = runCli({"train", project, "--dataset", "motifs", "--model", "DNN", "--epoch", "3"});
    EXPECT_NE(setting.err.find("did you mean --hp_epochs?"), std::string::npos) << setting.err;
}

TEST_F(CliTest, ASeedIsAWholeNumber) {
    importMotifs();
    for (const char* seed : {"-1", "99999999999999999999", "1.5", "x"})
        expectError(runCli({"split", project, "--json", "--dataset", "motifs", "--ratio", "0.8,0.1,0.1", "--seed", seed}), 2, "is no seed");
}

TEST_F(CliTest, ATableAndEventsDoNotShareStdout) {
    importMotifs();
    expectError(runCli({"export", project, "--json", "--dataset", "motifs", "-o", "-"}), 2, "stdout cannot hold");
    EXPECT_EQ(runCli({"export", project, "--dataset", "motifs", "-o", "-"}).out.front(), '>');
    expectError(runCli({"export", project, "--json", "--dataset", "motifs", "-o", "/nowhere/x.fa"}), 2, "cannot be written");
}

}  // namespace
}  // namespace strand
