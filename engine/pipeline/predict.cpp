#include "data/import.hpp"
#include "pipeline/jobs.hpp"
#include "pipeline/trained_model.hpp"

#include <numeric>

namespace strand {

Result<PredictionTable> predictFile(ProjectFile& project, std::int64_t run, const SequenceFile& file, const DeviceOptions& device,
                                    const ProgressFn& progress, const std::stop_token& stop) {
    STRAND_ASSIGN(const auto trained, loadTrained(project, run, device));
    STRAND_ASSIGN(auto imported, importFiles(importOf(file, trained.kind), progress, stop));
    const auto& data = imported.dataset;
    const auto encoding = encodeDataset(data, *trained.tokens.tokenizer, trained.tokens.maxLength, trained.tokens.cls);
    std::vector<std::int64_t> rows(data.sequences.size());
    std::iota(rows.begin(), rows.end(), 0);
    STRAND_ASSIGN(const auto result, runOver(trained, encoding.encoded, rows, progress, stop));

    PredictionTable table;
    table.classes = trained.run.classes;
    table.truncated = encoding.truncated;
    table.maxLength = trained.tokens.maxLength;
    table.skipped = imported.report.skipped;
    table.warnings = std::move(imported.report.warnings);
    const auto classes = table.classes.size();
    for (std::size_t i = 0; i < data.sequences.size(); ++i) {
        const std::span<const float> probabilities(result.probabilities.data() + i * classes, classes);
        table.rows.push_back({data.sequences[i].id, argmax(probabilities), {probabilities.begin(), probabilities.end()}});
    }
    return table;
}

}  // namespace strand
