// What the user's world can cause: a code, where, what was found, what was expected, and the way out.
#pragma once

#include "core/message.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace strand {

/// The values are the exit statuses of strandlab-cli.
enum class ErrorCode : int {
    Usage = 2,         ///< unknown option or model, hyperparameter out of range
    BadInput = 3,      ///< a sequence, checkpoint or table file that cannot be used
    Project = 4,       ///< project file: corrupt, foreign, newer, locked, read-only, disk full
    Device = 5,        ///< no such device, out of memory
    Diverged = 6,      ///< non-finite loss
    Interrupted = 130  ///< stopped by the user; a checkpoint was saved
};

struct Error {
    ErrorCode code = ErrorCode::BadInput;
    Message found;            ///< what was found
    Message expected;         ///< what was expected instead; may be empty
    Message hint;             ///< the way out; may be empty
    std::string file;         ///< path, empty where no file is concerned
    std::int64_t line = 0;    ///< 1-based, 0 = unknown
    std::int64_t column = 0;  ///< 1-based, 0 = unknown
    std::string record;       ///< sequence id, tensor name ..., may be empty

    Error() = default;
    Error(ErrorCode code_, Message found_, Message expected_ = {}, Message hint_ = {})
        : code(code_), found(std::move(found_)), expected(std::move(expected_)), hint(std::move(hint_)) {}

    Error&& at(std::string file_, std::int64_t line_ = 0, std::int64_t column_ = 0, std::string record_ = {}) && {
        file = std::move(file_);
        line = line_;
        column = column_;
        record = std::move(record_);
        return std::move(*this);
    }
    /// "FILE:LINE:COLUMN: found; expected", English, without the hint.
    [[nodiscard]] std::string english() const;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::Usage, {...found...}, {...expected...}, {...hint...});`
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, Message found, Message expected = {}, Message hint = {}) {
    return tl::unexpected<Error>(Error(code, std::move(found), std::move(expected), std::move(hint)));
}

/// A non-fatal remark about an input, e.g. one skipped record.
struct Warning {
    Message message;
    std::string file;
    std::int64_t line = 0;
    std::string record;
    std::int64_t column = 0;
    bool skipped = false;  ///< the record is left out
};

}  // namespace strand

/// Leaves the function with the error of `expression`, a Result.
#define STRAND_TRY(expression)                                     \
    do {                                                           \
        if (auto strandTry = (expression); !strandTry) {           \
            return ::tl::unexpected(std::move(strandTry).error()); \
        }                                                          \
    } while (false)

#define STRAND_CONCAT_INNER(a, b) a##b
#define STRAND_CONCAT(a, b) STRAND_CONCAT_INNER(a, b)
/// Declares `declaration` from the value of `expression`, a Result, or leaves the function with its error.
#define STRAND_ASSIGN(declaration, expression) STRAND_ASSIGN_INNER(STRAND_CONCAT(strandResult, __LINE__), declaration, expression)
#define STRAND_ASSIGN_INNER(holder, declaration, expression)         \
    auto holder = (expression);                                      \
    if (!holder) return ::tl::unexpected(std::move(holder).error()); \
    declaration = std::move(holder).value()
