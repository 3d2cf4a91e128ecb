// What the storage tests share: folders of their own, child processes, small datasets and runs.
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/import.hpp"
#include "data/sequence.hpp"
#include "data/synthetic.hpp"
#include "storage/dataset_store.hpp"
#include "storage/project_file.hpp"
#include "storage/run_store.hpp"
#include "storage/setting_store.hpp"

namespace strand::test {

class TempFolder {
public:
    TempFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "strand-storage-XXXXXX").string();
        m_path = ::mkdtemp(pattern.data());
        ::chmod(m_path.c_str(), 0755);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        ::chmod(m_path.c_str(), 0755);
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] std::string operator/(const std::string& name) const { return m_path + "/" + name; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Names in the folder, sorted.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& entry : std::filesystem::directory_iterator(m_path))
            out.push_back(entry.path().filename().string());
        std::sort(out.begin(), out.end());
        return out;
    }

private:
    std::string m_path;
};

inline std::string readBytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeBytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline ProjectFile openOrFail(const std::string& path, ProjectFile::Access access,
                              ProjectFile::Missing missing = ProjectFile::Missing::Fail) {
    auto project = ProjectFile::open(path, access, missing);
    if (!project) throw std::runtime_error(project.error().english());
    return std::move(*project);
}
inline ProjectFile create(const std::string& path) { return openOrFail(path, ProjectFile::Access::Write, ProjectFile::Missing::Create); }
inline ProjectFile openWrite(const std::string& path) { return openOrFail(path, ProjectFile::Access::Write); }
inline ProjectFile openRead(const std::string& path) { return openOrFail(path, ProjectFile::Access::Read); }

/// "4: sentence", or "" for success.
template <typename T>
std::string said(const Result<T>& result) {
    return result ? std::string() : std::to_string(static_cast<int>(result.error().code)) + ": " + result.error().english();
}

/// The value; a temporary Result does not outlive a range-for.
template <typename T>
T valueOf(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().english());
    return std::move(*result);
}

#define ASSERT_OK(expression)                                    \
    do {                                                         \
        const auto& assertOk = (expression);                     \
        ASSERT_TRUE(assertOk) << ::strand::test::said(assertOk); \
    } while (false)
#define EXPECT_OK(expression)                                    \
    do {                                                         \
        const auto& expectOk = (expression);                     \
        EXPECT_TRUE(expectOk) << ::strand::test::said(expectOk); \
    } while (false)
/// Refused with this code and a sentence that holds `part`.
#define EXPECT_REFUSED(expression, code_, part)                                                                      \
    do {                                                                                                             \
        const auto& refused = (expression);                                                                          \
        ASSERT_FALSE(refused);                                                                                       \
        EXPECT_EQ(static_cast<int>(refused.error().code), static_cast<int>(code_)) << refused.error().english();     \
        EXPECT_NE(refused.error().english().find(part), std::string::npos) << "said: " << refused.error().english(); \
    } while (false)

/// Runs `work` in a process of its own, which ends without destructors, and returns what it returned.
inline std::string inChild(const std::function<std::string()>& work) {
    int ends[2];
    if (::pipe(ends) != 0) return "no pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        std::string text;
        try {
            text = work();
        } catch (const std::exception& exception) {
            text = std::string("threw: ") + exception.what();
        }
        const ssize_t written = ::write(ends[1], text.data(), text.size());
        ::_exit(written < 0 ? 1 : 0);
    }
    ::close(ends[1]);
    std::string out;
    char buffer[1024];
    for (ssize_t size = 0; (size = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        out.append(buffer, static_cast<std::size_t>(size));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) out += " signal " + std::to_string(WTERMSIG(status));
    return out;
}

/// As inChild, without the rights of root, which no read-only folder stops.
inline std::string asNobody(const std::function<std::string()>& work) {
    return inChild([&]() -> std::string {
        constexpr unsigned nobody = 65534;
        if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) return "could not give up root";
        return work();
    });
}

inline Dataset smallDataset(std::int64_t count = 12, const std::string& name = "promoters", std::uint64_t seed = 1) {
    PlantedMotifOptions options;
    options.count = count;
    options.seed = seed;
    Dataset dataset = makePlantedMotif(options);
    dataset.name = name;
    return dataset;
}

inline DatasetRecord addDataset(const ProjectFile& project, const Dataset& dataset) {
    auto record = DatasetStore(project).add(dataset, summarise(dataset));
    if (!record) throw std::runtime_error(record.error().english());
    return std::move(*record);
}

inline RunRecord sampleRun(std::int64_t dataset, const std::string& name = "first") {
    RunRecord run;
    run.name = name;
    run.datasetId = dataset;
    run.model = "TextCNN";
    run.hyperparameters = {{"lr", "0.001"}, {"kernel_sizes", "3,4,5"}};
    run.preset = "quick";
    run.seed = 0xFEDCBA9876543210u;
    run.fingerprint = "0123456789abcdef";
    run.device = "cpu";
    run.threads = 2;
    run.versions = "strandlab 0.1.0; torch 2.11.0";
    run.parameters = 123456;
    run.classes = {"0", "1"};
    run.epochsPlanned = 10;
    run.stepsPlanned = 1000;
    return run;
}

inline RunSplit sampleSplit() { return {{0, 1, 2, 5}, {3, 4}, {}}; }

inline RunRecord addRun(const ProjectFile& project, const RunRecord& run, const RunSplit& split = sampleSplit()) {
    auto record = RunStore(project).add(run, split);
    if (!record) throw std::runtime_error(record.error().english());
    return std::move(*record);
}

inline std::vector<char> pattern(std::size_t size, unsigned seed) {
    std::vector<char> bytes(size);
    std::uint32_t state = seed * 2654435761u + 1;
    for (char& byte : bytes) {
        state = state * 1664525u + 1013904223u;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

/// A number from the environment, for longer rounds than the default.
inline int rounds(const char* variable, int standard) {
    const char* const text = std::getenv(variable);
    return text != nullptr ? std::atoi(text) : standard;
}

}  // namespace strand::test
