#include "core/log.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <mutex>

namespace strand {

namespace {

struct Log {
    std::shared_ptr<spdlog::sinks::stderr_color_sink_mt> sink = std::make_shared<spdlog::sinks::stderr_color_sink_mt>();
    spdlog::logger logger{"strand", sink};
    std::atomic<LogLevel> level = LogLevel::Info;
    std::atomic<bool> toStderr = true;
    // Held while a listener runs: after setLogListener returns, the earlier one is not called any more. Recursive, since a listener may log.
    std::recursive_mutex mutex;
    std::function<void(LogLevel, const std::string&)> listener;

    Log() {
        logger.set_level(spdlog::level::trace);
        logger.set_pattern("%H:%M:%S %^%l%$: %v");
        logger.flush_on(spdlog::level::warn);
    }
};

Log& theLog() {
    static Log log;
    return log;
}

spdlog::level::level_enum toSpdlog(LogLevel level) {
    switch (level) {
        case LogLevel::Debug: return spdlog::level::debug;
        case LogLevel::Info: return spdlog::level::info;
        case LogLevel::Warning: return spdlog::level::warn;
        case LogLevel::Error: break;
    }
    return spdlog::level::err;
}

}  // namespace

void logLine(LogLevel level, const std::string& text) {
    Log& log = theLog();
    if (level < log.level) return;
    if (log.toStderr) log.logger.log(toSpdlog(level), spdlog::string_view_t(text.data(), text.size()));
    const std::lock_guard lock(log.mutex);
    if (const auto listener = log.listener) listener(level, text);
}

void setLogListener(std::function<void(LogLevel, const std::string&)> listener) {
    Log& log = theLog();
    const std::lock_guard lock(log.mutex);
    log.listener = std::move(listener);
}

void configureLog(LogLevel level, bool toStderr) {
    theLog().level = level;
    theLog().toStderr = toStderr;
}

}  // namespace strand
