// A file that is there whole or not at all: written beside its place under another name, then renamed.
#pragma once

#include "core/error.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace strand::cli {

class OutputFile {
public:
    /// ErrorCode::BadInput where the place cannot be written, ErrorCode::Project where there is no room. "-" = stdout, devices directly.
    static Result<OutputFile> create(const std::string& path);
    OutputFile(OutputFile&&) noexcept;
    OutputFile& operator=(OutputFile&&) noexcept;
    ~OutputFile();  ///< without commit(): nothing is left

    /// Failures are kept and told by state() and commit().
    void write(std::string_view bytes);
    [[nodiscard]] Result<void> state() const;
    Result<void> commit();

private:
    struct Impl;
    explicit OutputFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

Result<void> writeFile(const std::string& path, std::string_view bytes);

}  // namespace strand::cli
