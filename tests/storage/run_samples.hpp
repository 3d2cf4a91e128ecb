// Runs of a project in a folder of its own, and what belongs to them.
#pragma once

#include <SQLiteCpp/Database.h>

#include <numeric>

#include "tests/storage/support.hpp"

namespace strand::test {

class RunStoreTest : public ::testing::Test {
protected:
    RunStoreTest() { addDataset(m_project, smallDataset()); }
    RunRecord reopened(std::int64_t id) {
        m_project = create(m_folder / "other.strand");
        m_project = openWrite(m_folder / "a.strand");
        auto run = m_store.get(id);
        if (!run) throw std::runtime_error(run.error().english());
        return *run;
    }
    std::int64_t count(const std::string& table) { return m_project.database().execAndGet("SELECT count(*) FROM " + table).getInt64(); }

    TempFolder m_folder;
    ProjectFile m_project = create(m_folder / "a.strand");
    RunStore m_store{m_project};
};

inline ClassificationMetrics sampleMetrics(double acc) {
    ClassificationMetrics metrics;
    metrics.n = 20;
    metrics.loss = 0.3;
    metrics.acc = acc;
    metrics.confusion = {{9, 1}, {2, 8}};
    metrics.perClass.resize(2);
    metrics.perClass[0].sn = 0.9;
    return metrics;
}

inline EpochReport sampleEpoch(std::int64_t epoch) {
    EpochReport report;
    report.epoch = epoch;
    report.step = 10 * epoch;
    report.trainLoss = 1.0 / static_cast<double>(epoch);
    report.validation = sampleMetrics(0.1 * static_cast<double>(epoch));
    report.lr = 1e-3;
    report.seconds = 2.5;
    report.sequencesPerSecond = 1234.5;
    report.best = epoch == 2;
    return report;
}

inline AttentionMap sampleAttention(std::int64_t epoch, std::int64_t ordinal) {
    AttentionMap map;
    map.kind = "exact";
    map.record = "seq" + std::to_string(ordinal);
    map.ordinal = ordinal;
    map.epoch = epoch;
    map.step = epoch * 10;
    map.layers = 2;
    map.heads = 3;
    map.length = 4;
    map.tokens = {"[CLS]", "A", "C", "G"};
    map.begin = {0, 0, 1, 2};
    map.end = {0, 1, 2, 3};
    map.values.resize(2 * 3 * 4 * 4);
    std::iota(map.values.begin(), map.values.end(), static_cast<float>(epoch));
    map.predicted = 1;
    map.probabilities = {0.25, 0.75};
    return map;
}

}  // namespace strand::test
