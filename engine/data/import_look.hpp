// A look at files before their import: how each is read, what everything left to guess becomes, and the first records.
#pragma once

#include "data/import.hpp"

namespace strand {

struct FileLook {
    std::string path;
    std::int64_t bytes = 0;  ///< on disk
    std::string format;      ///< a reader's name
    std::string packing;     ///< "gz", "xz", empty = plain
    TextEncoding encoding = TextEncoding::Utf8;
    TableLook table;            ///< delimiter, names and first rows of columns, and which holds what
    std::string label, folder;  ///< the class by the name of the file, by that of its folder; empty = none
    Split split = Split::None;  ///< the split by the name
};

struct ImportLook {
    std::vector<FileLook> files;
    /// The first records of each file as the import makes them; report.kind, labelSource and splitSource say what Auto becomes.
    /// Or why the import would stop at one of them.
    Result<ImportedDataset> preview;
};

/// Looks at the first `options.previewLimit` records (0 = 100) of each file; labels and splits are judged by up to 20,000 of them.
/// A file that cannot be opened, or options that do not fit it: their error.
[[nodiscard]] Result<ImportLook> lookAt(const ImportOptions& options, std::stop_token stop = {});

}  // namespace strand
