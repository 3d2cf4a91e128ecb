#include "data/import.hpp"

#include "pipeline/jobs.hpp"

namespace strand {

Result<DatasetRecord> importDataset(ProjectFile& project, const ImportOptions& options, const ProgressFn& progress,
                                    const std::stop_token& stop) {
    STRAND_ASSIGN(const auto imported, importFiles(options, progress, stop));
    return DatasetStore(project).add(imported.dataset, imported.report, progress, stop);
}

}  // namespace strand
