// The options that commands about one dataset share.
#pragma once

#include "cli/command.hpp"

namespace strand::cli {

struct DatasetArguments {
    std::string project, dataset;
};

inline void addDataset(CLI::App& app, DatasetArguments& arguments) {
    addProject(app, arguments.project);
    app.add_option("--dataset", arguments.dataset, say(STRAND_TEXT("cli", "name or id of the dataset")))->required();
}

/// A dataset of a project that was opened for it.
struct OpenedDataset {
    ProjectFile project;
    DatasetRecord record;
};

[[nodiscard]] inline Result<OpenedDataset> openDataset(const DatasetArguments& arguments, ProjectFile::Access access) {
    STRAND_ASSIGN(auto project, ProjectFile::open(arguments.project, access));
    STRAND_ASSIGN(auto record, DatasetStore(project).find(arguments.dataset));
    return OpenedDataset{std::move(project), std::move(record)};
}

}  // namespace strand::cli
