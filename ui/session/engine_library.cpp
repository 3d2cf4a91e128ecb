#include "ui/session/engine_library.hpp"

#include "core/log.hpp"

#include <dlfcn.h>

#include <filesystem>

namespace strand {

namespace {

constexpr auto kLibrary = "libstrand_pipeline.so";

std::string programFolder() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path().string();
}

/// The folder of the library that holds this very function: where the other libraries lie too.
std::string libraryFolder() {
    Dl_info info{};
    if (dladdr(reinterpret_cast<void*>(&loadEngine), &info) == 0 || info.dli_fname == nullptr) return {};
    std::error_code ignored;
    return std::filesystem::canonical(info.dli_fname, ignored).parent_path().string();
}

}  // namespace

std::vector<std::string> engineFolders(const std::string& programFolder) {
    return {libraryFolder(), programFolder, programFolder + "/../lib", programFolder + "/../lib/strandlab"};
}

Result<std::unique_ptr<Engine>> loadEngine() {
    std::string reason;
    for (const std::string& folder : engineFolders(programFolder())) {
        const std::string path = folder + "/" + kLibrary;
        std::error_code ignored;
        if (folder.empty() || !std::filesystem::exists(path, ignored)) continue;
        void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (library == nullptr) {
            reason = dlerror();
            logWarning(reason);
            continue;
        }
        if (auto* create = reinterpret_cast<Engine* (*)()>(dlsym(library, "strandCreateEngine"))) return std::unique_ptr<Engine>(create());
        reason = path + ": strandCreateEngine";
    }
    if (reason.empty()) reason = kLibrary;
    return fail(ErrorCode::Device, {STRAND_TEXT("engine", "the training engine could not be loaded: %1"), reason}, {},
                STRAND_TEXT("engine", "Install Strandlab again, with its libraries beside the program"));
}

}  // namespace strand
