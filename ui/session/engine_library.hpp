// Where the engine comes from: libstrand_pipeline, opened at run time so that a window never waits for LibTorch.
#pragma once

#include "pipeline/engine.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace strand {

using EngineFactory = std::function<Result<std::unique_ptr<Engine>>()>;

/// Opens libstrand_pipeline.so beside the program, in ../lib or ../lib/strandlab; it stays open until the process ends.
[[nodiscard]] Result<std::unique_ptr<Engine>> loadEngine();

/// Folders searched, in order, for a program that lies in `programFolder`.
[[nodiscard]] std::vector<std::string> engineFolders(const std::string& programFolder);

}  // namespace strand
