// The files of an import: which reader reads each, and how.
#pragma once

#include "data/file_names.hpp"
#include "data/import.hpp"

#include <vector>

namespace strand {

struct ImportInput {
    NamedFile name{};
    const ReaderEntry* reader = nullptr;
    ReadOptions reading;  ///< columns and delimiter as they were chosen or guessed
    TableLook table{};
    std::int64_t bytes = 0;
    std::string packing{};
    TextEncoding encoding = TextEncoding::Utf8;
};

/// Opens every file once. Tables with the same columns are read alike, as the first of them.
[[nodiscard]] Result<std::vector<ImportInput>> openInputs(const ImportOptions& options);

/// As chosen, or guessed from the first records of every file.
[[nodiscard]] Result<SequenceKind> kindOf(const ImportOptions& options, const std::vector<ImportInput>& inputs);

}  // namespace strand
