#include "data/import.hpp"

#include "data/importer.hpp"

#include <array>

namespace strand {

const char* labelSourceName(LabelSource source) {
    constexpr std::array names{"auto", "header", "filename", "first-letter", "none", "folder", "column"};
    return names.at(static_cast<std::size_t>(source));
}

const char* splitSourceName(SplitSource source) {
    constexpr std::array names{"auto", "header", "filename", "column", "ratio", "none"};
    return names.at(static_cast<std::size_t>(source));
}

ImportOptions importOf(const SequenceFile& file, std::optional<SequenceKind> kind) {
    return {.files = {file.path}, .kind = kind, .label = LabelSource::None, .split = SplitSource::None, .onBad = file.onBad};
}

Result<ImportedDataset> importFiles(const ImportOptions& options, const ProgressFn& progress, std::stop_token stop) {
    STRAND_ASSIGN(const std::vector<ImportInput> inputs, openInputs(options));
    STRAND_ASSIGN(const SequenceKind kind, kindOf(options, inputs));
    Importer importer(options, kind);
    STRAND_TRY(importer.read(inputs, options.previewLimit, progress, stop));
    return importer.finish();
}

}  // namespace strand
