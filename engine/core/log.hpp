// The log: one spdlog logger, lines also handed to listeners (the window's log dock).
#pragma once

#include <functional>
#include <string>

namespace strand {

enum class LogLevel { Debug, Info, Warning, Error };

void logLine(LogLevel level, const std::string& text);
inline void logInfo(const std::string& text) { logLine(LogLevel::Info, text); }
inline void logWarning(const std::string& text) { logLine(LogLevel::Warning, text); }

/// Called for each line from any thread; replaces the earlier listener. Empty = none.
void setLogListener(std::function<void(LogLevel, const std::string&)> listener);
/// Lines below `level` are dropped; stderr output can be switched off (the command line's --quiet).
void configureLog(LogLevel level, bool toStderr);

}  // namespace strand
