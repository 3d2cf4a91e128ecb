// What the program says: results on stdout (tables, or JSON Lines), progress, warnings and errors on stderr.
#pragma once

#include "core/error.hpp"
#include "core/progress.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace strand::cli {

using Json = nlohmann::ordered_json;  ///< keys in the order given; NaN is written as null

/// Columns to print; numbers stand at the right.
struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    [[nodiscard]] std::string text() const;
};

/// A field of a table of tabs: tabs and line ends would break it.
[[nodiscard]] std::string tableCell(std::string text);

class Output {
public:
    Output(bool json, bool quiet);

    [[nodiscard]] bool json() const { return m_json; }
    /// One object a line on stdout, whether or not JSON was asked for.
    void event(const Json& object);
    /// Text for people on stdout; `\n` is added.
    void line(std::string_view text);
    void table(const Table& table) { raw(table.text()); }
    /// Bytes on stdout as they are.
    void raw(std::string_view bytes);

    void warning(const Warning& warning);
    void warning(const std::string& text);
    /// On stderr; with JSON also as an event.
    void error(const Error& error);
    /// A remark on stderr, none with --quiet.
    void note(const std::string& text);

    /// A bar with rate and time left on a terminal, a line now and then otherwise, none with --quiet.
    void progress(const Progress& progress);
    void endProgress();

    /// What stdout refused, e.g. a full disk; a reader that went away is no error.
    [[nodiscard]] Result<void> check() const;

private:
    void show(const Progress& progress);
    [[nodiscard]] std::string progressText(const Progress& progress) const;
    void toStderr(const std::string& text);

    using Clock = std::chrono::steady_clock;
    bool m_json, m_quiet, m_terminal;
    int m_stdoutError = 0;
    bool m_barShown = false;
    std::string m_stage;
    Clock::time_point m_stageStart, m_shown;
    Progress m_first, m_last;
};

/// "0:41", "1:02:03".
[[nodiscard]] std::string duration(double seconds);
/// `digits` after the point; "-" where there is no value.
[[nodiscard]] std::string fixed(double value, int digits);
/// As short as it can be and still read back to the same number; "-" where there is none.
[[nodiscard]] std::string exact(double value);

}  // namespace strand::cli
