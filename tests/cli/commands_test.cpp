#include "tests/cli/support.hpp"

#include <cstring>
#include <numeric>

namespace strand {
namespace {

using namespace test;

std::vector<std::pair<std::string, std::string>> testKeys() {
    return {{"loss", "n"}, {"acc", "n"}, {"mcc", "n"}, {"auc", "n?"}, {"auprc", "n?"},
            {"sn", "n?"},  {"sp", "n?"}, {"f1", "n?"}, {"n", "i"},    {"confusion", "a"}};
}

TEST_F(CliTest, ImportTellsWhatCameIn) {
    const auto ran = runCli({"--json", "import", project, fasta, "--name", "m"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto events = eventsOf(ran);
    ASSERT_EQ(events.size(), 1U);
    const auto& event = events[0];
    expectKeys(event, {{"event", "s"},
                       {"dataset", "s"},
                       {"id", "i"},
                       {"kind", "s"},
                       {"records", "i"},
                       {"skipped", "i"},
                       {"classes", "o"},
                       {"splits", "o"},
                       {"length", "o"},
                       {"warnings", "a"}});
    EXPECT_EQ(event["event"], "dataset");
    EXPECT_EQ(event["dataset"], "m");
    EXPECT_EQ(event["id"], 1);
    EXPECT_EQ(event["kind"], "dna");
    EXPECT_EQ(event["records"], 400);
    EXPECT_EQ(event["classes"], (Json{{"0", 200}, {"1", 200}}));
    EXPECT_EQ(event["splits"], (Json{{"train", 320}, {"validation", 40}, {"test", 40}}));
    EXPECT_EQ(event["length"], (Json{{"min", 41}, {"median", 41}, {"p95", 41}, {"max", 41}}));
    const auto listed = eventsOf(runCli({"datasets", project, "--json"}));
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0], event);
}

TEST_F(CliTest, ImportReadsTablesByColumns) {
    const auto file = folder.write("a.csv", "name;site;state;use;other\nx;ACGT;on;train;GGGG\ny;AC;off;test;CCCCC\nz;GG;on;train;TT\n");
    const auto imported = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"import", project, file, "--json", "--quiet", "--dry-run"});
        const auto ran = runCli(options);
        EXPECT_EQ(ran.status, 0) << ran.err;
        return eventsOf(ran).at(0);
    };
    const auto chosen = imported({"--sequence-column", "site", "--label", "column:state", "--split", "column:use"});
    EXPECT_EQ(chosen["format"], "csv");
    EXPECT_EQ(chosen["label_source"], "column");
    EXPECT_EQ(chosen["split_source"], "column");
    EXPECT_EQ(chosen["classes"], (Json{{"off", 1}, {"on", 2}}));
    EXPECT_EQ(chosen["splits"], (Json{{"train", 2}, {"test", 1}}));
    EXPECT_EQ(chosen["length"]["max"], 4);
    const auto other = imported({"--sequence-column", "5", "--label", "none", "--split", "none"});
    EXPECT_EQ(other["classes"], Json::object());
    EXPECT_EQ(other["splits"], (Json{{"none", 3}}));
    EXPECT_EQ(other["length"]["max"], 5);
}

TEST_F(CliTest, ImportTakesClassesFromNamesOfFilesAndFolders) {
    std::filesystem::create_directories(folder.file("c/pos"));
    std::filesystem::create_directories(folder.file("c/neg"));
    folder.write("c/pos/train_1.txt", "ACGT\nAC\n");
    folder.write("c/neg/test_1.txt", "GG\n");
    const auto imported = [&](const std::string& label) {
        return eventsOf(
                   runCli({"import", project, folder.file("c"), "--json", "--quiet", "--dry-run", "--label", label, "--split", "filename"}))
            .at(0);
    };
    EXPECT_EQ(imported("auto")["classes"], (Json{{"neg", 1}, {"pos", 2}}));
    EXPECT_EQ(imported("folder")["splits"], (Json{{"train", 2}, {"test", 1}}));
    EXPECT_EQ(imported("filename")["classes"], (Json{{"1", 3}}));
}

TEST_F(CliTest, EverySkippedRecordIsListed) {
    std::string content = "sequence,label\nACGT,1\nAC,0\n";
    for (int i = 0; i < 1200; ++i)
        content += "AC,0,0\n";
    const auto ran = runCli({"import", project, folder.write("a.csv", content), "--on-bad", "skip", "--json", "--quiet"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto event = eventsOf(ran).at(0);
    EXPECT_EQ(event["records"], 2);
    EXPECT_EQ(event["skipped"], 1200);
    EXPECT_EQ(event["warnings"].size(), 1200U);
    EXPECT_EQ(event["warnings"].back()["line"], 1203);
}

TEST_F(CliTest, ImportDividesByRatioAndSeed) {
    const auto parts = [&](const std::string& seed) {
        const auto ran = runCli({"import", project, fasta, "--split", "0.5,0.25,0.25", "--seed", seed, "--dry-run", "--json"});
        EXPECT_EQ(ran.status, 0) << ran.err;
        return eventsOf(ran).at(0);
    };
    EXPECT_EQ(parts("1")["splits"], (Json{{"train", 200}, {"validation", 100}, {"test", 100}}));
    EXPECT_TRUE(parts("1")["id"].is_null());
    EXPECT_FALSE(std::filesystem::exists(project)) << "a dry run stores nothing";
}

TEST_F(CliTest, SkippedRecordsAreCountedAndNamed) {
    const auto file = folder.write("bad.fa", ">a|1\nACGT\n>b|0\nAC!T\n>c|0\nACGTA\n");
    const auto ran = runCli({"import", project, file, "--on-bad", "skip", "--json"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto event = eventsOf(ran).at(0);
    EXPECT_EQ(event["records"], 2);
    EXPECT_EQ(event["skipped"], 1);
    ASSERT_EQ(event["warnings"].size(), 1U);
    expectKeys(event["warnings"][0], {{"line", "i"}, {"record", "s"}, {"message", "s"}});
    EXPECT_EQ(event["warnings"][0]["record"], "b");
}

TEST_F(CliTest, ModelsAreListedWithTheirHyperparameters) {
    const auto ran = runCli({"models", "--json"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto models = eventsOf(ran);
    ASSERT_FALSE(models.empty());
    for (const auto& model : models) {
        expectKeys(model, {{"event", "s"}, {"model", "s"}, {"title", "s"}, {"family", "s"}, {"attention", "s"}, {"pretrained", "b"}});
        EXPECT_EQ(model["event"], "model");
        EXPECT_FALSE(model.contains("hyperparameters"));
        const auto one = eventsOf(runCli({"--json", "models", model["model"]}));
        ASSERT_EQ(one.size(), 1U);
        ASSERT_TRUE(one[0]["hyperparameters"].is_array());
        for (const auto& spec : one[0]["hyperparameters"]) {
            expectKeys(spec, {{"name", "s"},
                              {"type", "s"},
                              {"min", "n?"},
                              {"max", "n?"},
                              {"choices", "a"},
                              {"unit", "s"},
                              {"help", "s"},
                              {"expert", "b"}});
            EXPECT_TRUE(spec.contains("default"));
            EXPECT_FALSE(spec["help"].get<std::string>().empty()) << spec["name"];
        }
    }
}

TEST_F(CliTest, TrainTellsRunEpochsAndDone) {
    importMotifs();
    const auto ran = runCli(training({"--run", "first", "--seed", "7"}));
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto events = eventsOf(ran);
    ASSERT_EQ(events.size(), 4U);
    expectKeys(events[0], {{"run", "i"}, {"name", "s"}, {"model", "s"}, {"parameters", "i"}, {"device", "s"}, {"hyperparameters", "o"}});
    EXPECT_EQ(events[0]["event"], "run");
    EXPECT_EQ(events[0]["name"], "first");
    EXPECT_EQ(events[0]["hyperparameters"]["epochs"], 2);
    EXPECT_EQ(events[0]["hyperparameters"]["batch_size"], 32);
    for (const int i : {1, 2}) {
        const auto& epoch = events[static_cast<std::size_t>(i)];
        EXPECT_EQ(epoch["event"], "epoch");
        EXPECT_EQ(epoch["epoch"], i);
        EXPECT_EQ(epoch["step"], 10 * i);
        expectKeys(epoch, {{"train_loss", "n"},
                           {"val_loss", "n"},
                           {"val_acc", "n"},
                           {"val_mcc", "n?"},
                           {"lr", "n"},
                           {"seconds", "n"},
                           {"sequences_per_second", "n"}});
    }
    const auto& done = events[3];
    EXPECT_EQ(done["event"], "done");
    expectKeys(done, {{"run", "i"}, {"best_epoch", "i"}, {"seconds", "n"}, {"peak_rss_mib", "n"}, {"test", "o"}});
    expectKeys(done["test"], testKeys());
    EXPECT_EQ(done["test"]["n"], 40);

    const auto show = eventsOf(runCli({"show", project, "--run", "first", "--json"})).at(0);
    EXPECT_EQ(show["test"], done["test"]);
    EXPECT_EQ(show["epochs"].size(), 2U);
    EXPECT_EQ(show["seed"], 7);
    EXPECT_EQ(show["state"], "finished");
    const auto evaluation = eventsOf(runCli({"evaluate", project, "--run", "1", "--json", "--quiet", "--threads", "1"})).at(0);
    EXPECT_EQ(evaluation["metrics"], done["test"]);
    const auto check = eventsOf(runCli({"check", project, "--json"})).at(0);
    expectKeys(check, {{"event", "s"}, {"ok", "b"}, {"version", "i"}, {"runs", "a"}});
    EXPECT_EQ(check["ok"], true);
    EXPECT_EQ(check["runs"], Json::array({{{"run", 1}, {"state", "finished"}, {"epoch", 2}}}));
}

TEST_F(CliTest, TheCommandThatShowPrintsRepeatsTheRun) {
    importMotifs();
    ASSERT_EQ(runCli(training(smallTransformer(), "TransformerEncoder")).status, 0);
    const auto show = eventsOf(runCli({"show", project, "--run", "1", "--json"})).at(0);
    const auto command = show["command"].get<std::string>();
    ASSERT_TRUE(command.starts_with("strandlab-cli train "));
    const auto line = fmt::format("'{}' {} --json --quiet", programPath, command.substr(std::string("strandlab-cli ").size()));
    Ran ran;
    std::FILE* pipe = ::popen(line.c_str(), "r");
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        ran.out.append(buffer, n);
    ASSERT_EQ(::pclose(pipe), 0);
    const auto done = eventsNamed(ran, "done").at(0);
    EXPECT_EQ(done["test"], show["test"]);
}

TEST_F(CliTest, CheckOnlyEstimates) {
    importMotifs();
    const auto before = digestOf(project);
    const auto ran = runCli(training({"--check"}));
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto event = eventsOf(ran).at(0);
    EXPECT_EQ(event["event"], "estimate");
    expectKeys(event,
               {{"parameters", "i"}, {"memory_mib", "n"}, {"seconds", "n"}, {"steps", "i"}, {"hyperparameters", "o"}, {"warnings", "a"}});
    EXPECT_EQ(digestOf(project), before);
}

TEST_F(CliTest, PredictWritesATableInFullPrecision) {
    importMotifs();
    ASSERT_EQ(runCli(training()).status, 0);
    const auto file = folder.write("new.fa", ">x\n" + data.sequences[0].residues + "\n>y\n" + data.sequences[1].residues + "\n");
    const auto table = folder.file("out.tsv");
    const auto ran = runCli({"predict", project, "--run", "1", file, "-o", table, "--json", "--quiet"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(eventsOf(ran).at(0)["records"], 2);
    std::istringstream in(bytesOf(table));
    std::string line;
    std::getline(in, line);
    EXPECT_EQ(line, "id\tpredicted\t0\t1");
    int rows = 0;
    for (std::string id, predicted, first, second; in >> id >> predicted >> first >> second; ++rows) {
        const double p0 = std::stod(first), p1 = std::stod(second);
        EXPECT_NEAR(p0 + p1, 1, 1e-6);
        EXPECT_EQ(predicted, p1 > p0 ? "1" : "0");
        EXPECT_GT(first.size(), 6U);
    }
    EXPECT_EQ(rows, 2);
    // Without -o the same table is the result on stdout.
    EXPECT_EQ(runCli({"predict", project, "--run", "1", file, "--quiet"}).out, bytesOf(table));
}

TEST_F(CliTest, AttentionIsWrittenAsNumbersAndPictures) {
    importMotifs();
    ASSERT_EQ(runCli(training(smallTransformer(), "TransformerEncoder")).status, 0);
    const auto file = folder.write("two.fa", ">long\nACGTACGTAC\n>short\nACGTAC\n");
    const auto npy = folder.file("a.npy");
    const auto ran = runCli({"attention", project, "--run", "1", file, "-o", npy, "--quiet"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto side = Json::parse(bytesOf(folder.file("a.json")));
    EXPECT_EQ(side["ids"], (Json{"long", "short"}));
    EXPECT_EQ(side["kind"], "exact");
    EXPECT_EQ(side["layers"], (Json{0, 1}));
    EXPECT_EQ(side["heads"], (Json{0, 1}));
    const auto lengths = side["lengths"].get<std::vector<std::size_t>>();
    ASSERT_EQ(lengths.size(), 2U);
    EXPECT_EQ(side["tokens"][0].size(), lengths[0]);
    const auto bytes = bytesOf(npy);
    const auto shape = fmt::format("'shape': (2, 2, 2, {0}, {0}, )", lengths[0]);
    EXPECT_NE(bytes.find(shape), std::string::npos) << bytes.substr(0, 128);
    const auto header = 10 + static_cast<std::size_t>(static_cast<unsigned char>(bytes[8]));
    const auto cells = lengths[0] * lengths[0];
    ASSERT_EQ(bytes.size(), header + 2 * 2 * 2 * cells * sizeof(float));
    std::vector<float> values(8 * cells);
    std::memcpy(values.data(), bytes.data() + header, values.size() * sizeof(float));
    // The first query of the second record, last layer, last head: a distribution over its own tokens, 0 beyond.
    const float* row = values.data() + 7 * cells;
    double inside = 0, outside = 0;
    for (std::size_t key = 0; key < lengths[0]; ++key)
        (key < lengths[1] ? inside : outside) += static_cast<double>(row[key]);
    EXPECT_NEAR(inside, 1, 1e-4);
    EXPECT_EQ(outside, 0);

    const auto csv = folder.file("a.csv");
    ASSERT_EQ(runCli({"attention", project, "--run", "1", "--record", "seq3", "--aggregate", "rollout", "-o", csv, "--quiet"}).status, 0);
    EXPECT_TRUE(bytesOf(csv).starts_with("id,layer,head,query,key,query_token,key_token,weight\nseq3,rollout,rollout,0,0,"));
    for (const std::string name : {"a.png", "a.svg"}) {
        const auto picture = folder.file(name);
        const auto drawn =
            runCli({"attention", project, "--run", "1", "--record", "seq3", "--layer", "-1", "--head", "0", "-o", picture, "--quiet"});
        ASSERT_EQ(drawn.status, 0) << drawn.err;
        EXPECT_TRUE(bytesOf(picture).starts_with(name == "a.png" ? "\x89PNG" : "<svg "));
    }
    const auto beyond = runCli({"attention", project, "--run", "1", "--record", "seq3", "--layer", "2", "-o", csv});
    EXPECT_EQ(beyond.status, 2);
    EXPECT_NE(beyond.err.find("there is no layer 2; expected \"all\" or a number from 0 to 1"), std::string::npos) << beyond.err;
}

TEST_F(CliTest, AttentionOfOneWeightATokenIsOneRow) {
    importMotifs();
    ASSERT_EQ(runCli(training({"--hp_hidden", "8", "--hp_embedding_dim", "8"}, "LSTMAttention")).status, 0);
    const auto file = folder.write("two.fa", ">long\nACGTACGTAC\n>short\nACGTAC\n");
    const auto npy = folder.file("v.npy"), csv = folder.file("v.csv"), svg = folder.file("v.svg");
    const auto ran = runCli({"attention", project, "--run", "1", file, "-o", npy, "--json", "--quiet"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(eventsOf(ran).at(0)["kind"], "vector");
    EXPECT_EQ(Json::parse(bytesOf(folder.file("v.json")))["kind"], "vector");
    const auto bytes = bytesOf(npy);
    EXPECT_NE(bytes.find("'shape': (2, 1, 1, 1, 10, )"), std::string::npos) << bytes.substr(0, 128);
    std::vector<float> weights(20);
    ASSERT_GT(bytes.size(), weights.size() * sizeof(float));
    std::memcpy(weights.data(), bytes.data() + bytes.size() - weights.size() * sizeof(float), weights.size() * sizeof(float));
    EXPECT_NEAR(std::accumulate(weights.begin(), weights.begin() + 10, 0.0), 1, 1e-5);
    EXPECT_NEAR(std::accumulate(weights.begin() + 10, weights.begin() + 16, 0.0), 1, 1e-5);
    EXPECT_EQ(std::accumulate(weights.begin() + 16, weights.end(), 0.0), 0);
    ASSERT_EQ(runCli({"attention", project, "--run", "1", file, "-o", csv, "--quiet"}).status, 0);
    EXPECT_NE(bytesOf(csv).find("\nlong,0,0,,3,,T,"), std::string::npos) << bytesOf(csv);
    for (const std::string& picture : {svg, folder.file("v.png")})
        EXPECT_EQ(runCli({"attention", project, "--run", "1", "--record", "seq3", "-o", picture, "--quiet"}).status, 0);
    EXPECT_EQ(bytesOf(svg).find("query (asks)"), std::string::npos);
    const auto rollout = runCli({"attention", project, "--run", "1", "--record", "seq3", "--aggregate", "rollout", "-o", csv});
    EXPECT_EQ(rollout.status, 2);
    EXPECT_NE(rollout.err.find("expected none, mean or max"), std::string::npos) << rollout.err;
}

TEST_F(CliTest, ScheduleIsCsvFromStepZero) {
    const auto ran = runCli({"schedule", "--steps", "4", "--hp_lr=0.5", "--hp_schedule", "constant"});
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.out, "step,lr\n0,0.5\n1,0.5\n2,0.5\n3,0.5\n4,0.5\n");
}

TEST_F(CliTest, CompareShowsWhatDiffers) {
    importMotifs();
    ASSERT_EQ(runCli(training()).status, 0);
    const auto second = runCli(training({"--hp_lr", "0.005"}));
    ASSERT_EQ(second.status, 0) << second.err;
    const auto event = eventsOf(runCli({"compare", project, "--run", "1", "--run", "2", "--json"})).at(0);
    EXPECT_EQ(event["runs"], (Json{1, 2}));
    EXPECT_EQ(event["differ"].size(), 1U);
    EXPECT_EQ(event["differ"]["lr"][1], "0.005");
    EXPECT_EQ(event["test"]["acc"].size(), 2U);
    EXPECT_EQ(eventsOf(runCli({"runs", project, "--json"})).size(), 2U);
}

TEST_F(CliTest, DatasetCommandsAgree) {
    importMotifs();
    const auto stats = eventsOf(runCli({"stats", project, "--dataset", "motifs", "--by", "split", "--json"}));
    ASSERT_EQ(stats.size(), 4U);
    EXPECT_EQ(stats[0]["records"], 400);
    EXPECT_EQ(stats[0]["length"]["max"], 41);
    const auto split = eventsOf(runCli({"split", project, "--dataset", "1", "--ratio", "0.5,0,0.5", "--seed", "3", "--json"})).at(0);
    EXPECT_EQ(split["splits"], (Json{{"train", 200}, {"test", 200}}));
    const auto file = folder.file("out.fa");
    ASSERT_EQ(runCli({"export", project, "--dataset", "motifs", "-o", file}).status, 0);
    const auto again = folder.file("again.strand");
    const auto event = eventsOf(runCli({"import", again, file, "--json"})).at(0);
    EXPECT_EQ(event["splits"], split["splits"]);
    EXPECT_EQ(event["classes"], split["classes"]);
}

TEST_F(CliTest, StepsAreListedAndUndone) {
    importMotifs();
    const auto before = eventsOf(runCli({"datasets", project, "--json"})).at(0);
    const auto split =
        eventsOf(runCli({"split", project, "--dataset", "1", "--ratio", "0.6,0.2,0.2", "--identity", "0.8", "--json", "--quiet"}));
    ASSERT_EQ(split.size(), 2U);
    expectKeys(split[1], {{"event", "s"}, {"position", "i"}, {"kind", "s"}, {"text", "s"}, {"options", "o"}, {"summary", "o"}});
    ASSERT_EQ(runCli({"split", project, "--dataset", "1", "--folds", "4"}).status, 0);
    ASSERT_EQ(runCli({"dedupe", project, "--dataset", "1", "--identity", "0.75", "--quiet"}).status, 0);
    const auto steps = eventsNamed(runCli({"steps", project, "--dataset", "1", "--json"}), "step");
    ASSERT_GE(steps.size(), 2U);
    EXPECT_EQ(steps[1]["kind"], "folds");
    EXPECT_EQ(steps[1]["options"]["folds"], "4");
    const auto show = runCli({"train", project, "--dataset", "1", "--model", "TextCNN", "--fold", "9", "--check"});
    EXPECT_EQ(show.status, 2) << show.err;
    for (std::size_t i = 0; i < steps.size(); ++i)
        ASSERT_EQ(runCli({"undo", project, "--dataset", "1", "--json"}).status, 0);
    EXPECT_EQ(eventsOf(runCli({"datasets", project, "--json"})).at(0), before);
    EXPECT_EQ(runCli({"undo", project, "--dataset", "1"}).status, 2);
    EXPECT_EQ(runCli({"split", project, "--dataset", "1"}).status, 2);
    EXPECT_EQ(runCli({"split", project, "--dataset", "1", "--folds", "1"}).status, 2);
}

TEST_F(CliTest, ClustersIssuesAndLogos) {
    importMotifs();
    const auto ran = runCli({"clusters", project, "--dataset", "1", "--identity", "0.9", "-o", folder.file("c.tsv"), "--json", "--quiet"});
    const auto clusters = eventsOf(ran).at(0);
    EXPECT_EQ(clusters["records"], 400);
    const auto table = bytesOf(folder.file("c.tsv"));
    EXPECT_TRUE(table.starts_with("id\tcluster\trepresentative\tidentity\n"));
    EXPECT_EQ(std::ranges::count(table, '\n'), 401);
    const auto issues = eventsNamed(runCli({"issues", project, "--dataset", "1", "--max-len", "20", "--json"}), "issue");
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0]["kind"], "too-long");
    EXPECT_EQ(issues[0]["count"], 400);
    const auto logos = eventsNamed(runCli({"stats", project, "--dataset", "1", "--logo", "--json"}), "logo");
    ASSERT_EQ(logos.size(), 3U);
    EXPECT_EQ(logos[0]["bits"].size(), 41U);
    const auto copy = eventsOf(runCli({"copy", project, "--dataset", "1", "--name", "mine", "--json"})).at(0);
    EXPECT_EQ(copy["dataset"], "mine");
    EXPECT_EQ(copy["records"], 400);
}

TEST_F(CliTest, TokenizeGivesALineARecord) {
    const auto file = folder.write("t.fa", ">a\nACGTA\n>b\nAC\n");
    const auto ran = runCli({"tokenize", "--tokenizer", "kmer:3", "--kind", "dna", file});
    ASSERT_EQ(ran.status, 0) << ran.err;
    std::istringstream in(ran.out);
    std::string line;
    std::getline(in, line);
    const auto first = Json::parse(line);
    EXPECT_EQ(first["id"], "a");
    EXPECT_EQ(first["tokens"], (Json{"ACG", "CGT", "GTA"}));
    EXPECT_EQ(first["offsets"], (Json::parse("[[0,3],[1,4],[2,5]]")));
    EXPECT_EQ(first["ids"].size(), 3U);
}

TEST_F(CliTest, TokenizeNumbersTheWordsOfATextByFrequency) {
    const auto file = folder.write("t.fa", ">a\nno,NO,我们!\n>b\n!?\n");
    const auto ran = runCli({"tokenize", "--tokenizer", "word", "--kind", "text", file});
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto first = Json::parse(ran.out.substr(0, ran.out.find('\n')));
    EXPECT_EQ(first["tokens"], (Json{"no", ",", "no", ",", "我", "们", "!"}));
    EXPECT_EQ(first["ids"], (Json{5, 4, 5, 4, 8, 7, 3}));
    EXPECT_EQ(first["offsets"], Json::parse("[[0,2],[2,3],[3,5],[5,6],[6,9],[9,12],[12,13]]"));
    EXPECT_EQ(runCli({"tokenize", "--tokenizer", "kmer:3", "--kind", "text", file}).status, 2);
}

TEST_F(CliTest, BadRecordsOfAFileOfSequencesAreLeftOutOrReplaced) {
    const auto file = folder.write("bad.fa", ">a\nACGT\n>b\nAC!T\n");
    const auto stopped = runCli({"tokenize", file});
    EXPECT_EQ(stopped.status, 3);
    EXPECT_NE(stopped.err.find("--on-bad skip"), std::string::npos) << stopped.err;
    const auto skipped = runCli({"tokenize", file, "--on-bad", "skip"});
    EXPECT_EQ(skipped.status, 0);
    EXPECT_EQ(skipped.out.find("\"b\""), std::string::npos);
    EXPECT_NE(skipped.err.find("bad.fa:4"), std::string::npos) << skipped.err;
    const auto replaced = runCli({"tokenize", file, "--on-bad", "replace"});
    EXPECT_NE(replaced.out.find(R"("tokens":["A","C","N","T"])"), std::string::npos) << replaced.out;
    EXPECT_EQ(runCli({"tokenize", file, "--on-bad", "never"}).status, 2);
}

TEST_F(CliTest, GlobalOptionsStandBeforeOrAfterTheCommand) {
    EXPECT_EQ(runCli({"--json", "--quiet", "models"}).out, runCli({"models", "--json", "--quiet"}).out);
    EXPECT_EQ(runCli({"--device", "cpu", "models"}).status, 0);
}

TEST_F(CliTest, HelpIsThereForEveryCommand) {
    const auto help = runCli({"--help"});
    EXPECT_EQ(help.status, 0);
    for (const std::string command :
         {"import", "datasets", "models", "schedule", "train", "resume", "runs", "show", "evaluate", "predict", "attention", "check"}) {
        EXPECT_NE(help.out.find(command), std::string::npos) << command;
        const auto own = runCli({command, "--help"});
        EXPECT_EQ(own.status, 0) << command;
        EXPECT_NE(own.out.find(command), std::string::npos) << own.out;
        EXPECT_TRUE(own.err.empty()) << own.err;
    }
}

}  // namespace
}  // namespace strand
