#include "cli/output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace strand::cli {

namespace fs = std::filesystem;

struct OutputFile::Impl {
    std::string path;    ///< as given
    fs::path target;     ///< links followed
    fs::path temporary;  ///< empty = written directly
    std::FILE* file = nullptr;
    int problem = 0;
};

namespace {

tl::unexpected<Error> cannotWrite(const std::string& path, int problem) {
    const bool room = problem == ENOSPC || problem == EDQUOT || problem == EIO;
    auto error =
        Error(room ? ErrorCode::Project : ErrorCode::Usage, {STRAND_TEXT("cli", "the file cannot be written: %1"), std::strerror(problem)},
              STRAND_TEXT("cli", "expected a place that can be written"));
    return fail(std::move(error).at(path));
}

}  // namespace

OutputFile::OutputFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;

OutputFile::~OutputFile() {
    if (!m_impl || m_impl->file == nullptr) return;
    if (m_impl->file != stdout) std::fclose(m_impl->file);
    if (!m_impl->temporary.empty()) ::unlink(m_impl->temporary.c_str());
}

Result<OutputFile> OutputFile::create(const std::string& path) {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    std::error_code ignored;
    impl->target = fs::weakly_canonical(path, ignored);
    if (impl->target.empty()) impl->target = path;
    if (path == "-") {
        impl->file = stdout;
    } else if (fs::exists(impl->target, ignored) && !fs::is_regular_file(impl->target, ignored)) {
        impl->file = std::fopen(impl->target.c_str(), "wb");
    } else {
        impl->temporary = impl->target.parent_path() / fmt::format(".{}.{}.part", impl->target.filename().string(), ::getpid());
        impl->file = std::fopen(impl->temporary.c_str(), "wb");
    }
    if (impl->file == nullptr) return cannotWrite(path, errno);
    return OutputFile(std::move(impl));
}

void OutputFile::write(std::string_view bytes) {
    if (m_impl->problem == 0 && std::fwrite(bytes.data(), 1, bytes.size(), m_impl->file) != bytes.size())
        m_impl->problem = errno != 0 ? errno : EIO;
}

Result<void> OutputFile::state() const {
    if (m_impl->problem == 0 || m_impl->problem == EPIPE) return {};
    return cannotWrite(m_impl->path, m_impl->problem);
}

Result<void> OutputFile::commit() {
    std::FILE* file = std::exchange(m_impl->file, nullptr);
    const bool rename = !m_impl->temporary.empty();
    const auto keep = [&](bool failed) {
        if (failed && m_impl->problem == 0) m_impl->problem = errno != 0 ? errno : EIO;
    };
    keep(std::fflush(file) != 0);
    if (rename) keep(::fsync(::fileno(file)) != 0);
    if (file != stdout) keep(std::fclose(file) != 0);
    if (rename && m_impl->problem == 0) keep(std::rename(m_impl->temporary.c_str(), m_impl->target.c_str()) != 0);
    if (rename && m_impl->problem != 0) ::unlink(m_impl->temporary.c_str());
    return state();
}

Result<void> writeFile(const std::string& path, std::string_view bytes) {
    STRAND_ASSIGN(auto file, OutputFile::create(path));
    file.write(bytes);
    return file.commit();
}

}  // namespace strand::cli
