#include "cli/output.hpp"

#include "cli/speech.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace strand::cli {

namespace {

constexpr auto kBarInterval = std::chrono::milliseconds(100);
constexpr auto kLineInterval = std::chrono::seconds(5);
constexpr int kBarWidth = 24;

/// Columns a terminal gives a text: two for East Asian wide characters.
std::size_t displayWidth(const std::string& text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) == 0x80U) continue;
        width += byte > 0xE2U ? 2 : 1;
    }
    return width;
}

bool isNumber(const std::string& text) {
    return text == "-" || (!text.empty() && text.find_first_not_of("0123456789.,+-eE%:") == std::string::npos);
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::string blanks(width - std::min(width, displayWidth(text)), ' ');
    return right ? blanks + text : text + blanks;
}

}  // namespace

std::string Table::text() const {
    const std::size_t columns = header.size();
    std::vector<std::size_t> width(columns, 0);
    std::vector<bool> right(columns, !rows.empty());
    for (std::size_t c = 0; c < columns; ++c) {
        width[c] = displayWidth(header[c]);
        for (const auto& row : rows) {
            width[c] = std::max(width[c], displayWidth(row[c]));
            if (!isNumber(row[c])) right[c] = false;
        }
    }
    std::string out;
    const auto add = [&](const std::vector<std::string>& row) {
        std::string line;
        for (std::size_t c = 0; c < columns; ++c)
            line += padded(row[c], width[c], right[c]) + (c + 1 < columns ? "  " : "");
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    };
    add(header);
    for (const auto& row : rows)
        add(row);
    return out;
}

std::string tableCell(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

Output::Output(bool json, bool quiet) : m_json(json), m_quiet(quiet), m_terminal(isatty(STDERR_FILENO) == 1) {}

void Output::event(const Json& object) { raw(object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"); }

void Output::line(std::string_view text) { raw(std::string(text) + "\n"); }

void Output::raw(std::string_view bytes) {
    if (m_stdoutError != 0) return;
    if (m_barShown) toStderr("\r\033[K");
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0)
        m_stdoutError = errno != 0 ? errno : EIO;
    if (m_barShown) show(m_last);
}

void Output::warning(const Warning& warning) { this->warning(speak(warning)); }

void Output::warning(const std::string& text) {
    endProgress();
    toStderr(say(STRAND_TEXT("cli", "warning: %1"), text) + "\n");
}

void Output::error(const Error& error) {
    endProgress();
    if (m_json) {
        const auto orNull = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
        std::string message = speak(error.found);
        if (!error.expected.empty()) message += "; " + speak(error.expected);
        event({{"event", "error"},
               {"code", static_cast<int>(error.code)},
               {"file", orNull(error.file)},
               {"line", error.line > 0 ? Json(error.line) : Json()},
               {"column", error.column > 0 ? Json(error.column) : Json()},
               {"record", orNull(error.record)},
               {"message", message},
               {"hint", orNull(speak(error.hint))}});
    }
    toStderr(say(STRAND_TEXT("cli", "error: %1"), speak(error)) + "\n");
    if (!error.hint.empty()) toStderr(say(STRAND_TEXT("cli", "hint: %1"), speak(error.hint)) + "\n");
}

void Output::note(const std::string& text) {
    if (m_quiet) return;
    endProgress();
    toStderr(text + "\n");
}

void Output::progress(const Progress& progress) {
    if (m_quiet) return;
    const auto now = Clock::now();
    if (progress.stage.text != m_stage || progress.done < m_last.done) {
        endProgress();
        m_stage = progress.stage.text;
        m_stageStart = now;
        m_shown = now;
        m_first = progress;
    }
    m_last = progress;
    const auto interval =
        m_terminal ? std::chrono::duration_cast<Clock::duration>(kBarInterval) : std::chrono::duration_cast<Clock::duration>(kLineInterval);
    if (now - m_shown < interval) return;
    m_shown = now;
    show(progress);
}

void Output::endProgress() {
    if (m_barShown) toStderr("\r\033[K");
    m_barShown = false;
    m_stage.clear();
    m_last = {};
}

void Output::show(const Progress& progress) {
    if (m_terminal) {
        toStderr("\r\033[K" + progressText(progress));
        m_barShown = true;
    } else {
        toStderr(progressText(progress) + "\n");
    }
}

std::string Output::progressText(const Progress& progress) const {
    const double elapsed = std::chrono::duration<double>(Clock::now() - m_stageStart).count();
    const double rate = elapsed > 0 ? static_cast<double>(progress.done - m_first.done) / elapsed : 0;
    std::string out = speak(progress.stage);
    if (progress.total <= 0) return out + fmt::format(" {} {}", progress.done, progress.unit);
    const double share = std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total), 0.0, 1.0);
    if (m_terminal) {
        const int filled = static_cast<int>(share * kBarWidth);
        out += " [" + std::string(static_cast<std::size_t>(filled), '#') + std::string(static_cast<std::size_t>(kBarWidth - filled), '-') +
               "]";
    }
    out += fmt::format(" {:.0f} % {}/{} {}", std::floor(share * 100), progress.done, progress.total, progress.unit);
    if (rate > 0) out += fmt::format(", {:.3g}/s, ETA {}", rate, duration(static_cast<double>(progress.total - progress.done) / rate));
    return out;
}

void Output::toStderr(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

Result<void> Output::check() const {
    if (m_stdoutError == 0 || m_stdoutError == EPIPE) return {};
    return fail(ErrorCode::Project, {STRAND_TEXT("cli", "the standard output could not be written: %1"), std::strerror(m_stdoutError)});
}

std::string duration(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::llround(std::max(0.0, seconds)));
    if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string fixed(double value, int digits) { return std::isfinite(value) ? fmt::format("{:.{}f}", value, digits) : "-"; }

std::string exact(double value) { return std::isfinite(value) ? fmt::format("{}", value) : "-"; }

}  // namespace strand::cli
