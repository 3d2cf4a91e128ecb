#include "data/import_look.hpp"

#include "data/importer.hpp"

namespace strand {

namespace {

constexpr std::int64_t kJudgedRecords = 20000;
constexpr std::int64_t kShownRecords = 100;

FileLook lookOf(const ImportInput& input) {
    return {.path = input.name.path,
            .bytes = input.bytes,
            .format = input.reader->name,
            .packing = input.packing,
            .encoding = input.encoding,
            .table = input.table,
            .label = input.name.label,
            .folder = input.name.folder,
            .split = input.name.split};
}

/// The first `most` sequences of each file.
void cut(Dataset& dataset, const std::vector<std::size_t>& fileOfEach, std::size_t files, std::int64_t most) {
    std::vector<std::int64_t> shown(files);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < dataset.sequences.size(); ++i) {
        if (++shown[fileOfEach[i]] > most) continue;
        if (kept != i) dataset.sequences[kept] = std::move(dataset.sequences[i]);
        ++kept;
    }
    dataset.sequences.resize(kept);
}

Result<ImportedDataset> previewOf(const std::vector<ImportInput>& inputs, const ImportOptions& options, const std::stop_token& stop) {
    STRAND_ASSIGN(const SequenceKind kind, kindOf(options, inputs));
    Importer importer(options, kind);
    const std::int64_t shown = options.previewLimit > 0 ? options.previewLimit : kShownRecords;
    STRAND_TRY(importer.read(inputs, std::max(shown, kJudgedRecords), {}, stop));
    STRAND_ASSIGN(ImportedDataset preview, importer.finish());
    cut(preview.dataset, importer.fileOfEach(), inputs.size(), shown);
    return preview;
}

}  // namespace

Result<ImportLook> lookAt(const ImportOptions& options, std::stop_token stop) {
    STRAND_ASSIGN(const std::vector<ImportInput> inputs, openInputs(options));
    ImportLook look{{}, previewOf(inputs, options, stop)};
    for (const ImportInput& input : inputs)
        look.files.push_back(lookOf(input));
    return look;
}

}  // namespace strand
