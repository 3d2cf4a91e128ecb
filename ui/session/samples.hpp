// The projects that come with the program.
#pragma once

#include "pipeline/engine.hpp"

#include <QString>

#include <span>

namespace strand {

struct SampleEntry {
    const char* name;         ///< "promoters", for --sample
    const char* title;        ///< QT_TRANSLATE_NOOP("samples", ...)
    const char* description;  ///< one line, the same
    const char* resource;     ///< ":/samples/..." file to import; null = generated
};
/// Explicit table, in the order of the Home page.
[[nodiscard]] std::span<const SampleEntry> sampleTable();
[[nodiscard]] const SampleEntry* findSample(const QString& name);

/// Where a sample's project lies: Documents/Strandlab/NAME.strand.
[[nodiscard]] QString samplePath(const QString& name);
/// Another folder than Documents/Strandlab.
void setSampleFolder(const QString& folder);
/// Fills an empty project. Engine thread.
Result<DatasetRecord> fillSample(const SampleEntry& sample, ProjectFile& project, Engine& engine, const ProgressFn& progress,
                                 std::stop_token stop);

}  // namespace strand
