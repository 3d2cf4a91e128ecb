#include "core/log.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace strand {
namespace {

class LogTest : public ::testing::Test {
protected:
    void SetUp() override {
        configureLog(LogLevel::Info, false);
        setLogListener([this](LogLevel level, const std::string& text) { m_lines.emplace_back(level, text); });
    }
    void TearDown() override {
        setLogListener({});
        configureLog(LogLevel::Info, true);
    }
    std::vector<std::pair<LogLevel, std::string>> m_lines;
};

TEST_F(LogTest, ListenerGetsLinesAtOrAboveTheLevel) {
    logLine(LogLevel::Debug, "not this");
    logInfo("info {} 100 %");
    logWarning("warning");
    EXPECT_EQ(m_lines, (std::vector<std::pair<LogLevel, std::string>>{{LogLevel::Info, "info {} 100 %"}, {LogLevel::Warning, "warning"}}));
    configureLog(LogLevel::Error, false);
    logWarning("not this");
    EXPECT_EQ(m_lines.size(), 2U);
}

TEST_F(LogTest, StderrCanBeSwitchedOff) {
    testing::internal::CaptureStderr();
    logWarning("silent");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    configureLog(LogLevel::Info, true);
    testing::internal::CaptureStderr();
    logWarning("heard");
    EXPECT_NE(testing::internal::GetCapturedStderr().find("warning: heard"), std::string::npos);
}

TEST_F(LogTest, ListenerMayLogAndMayBeReplaced) {
    setLogListener([this](LogLevel level, const std::string& text) {
        m_lines.emplace_back(level, text);
        if (text == "outer") logInfo("inner");
    });
    logInfo("outer");
    EXPECT_EQ(m_lines.size(), 2U);
    setLogListener({});
    logInfo("nobody");
    EXPECT_EQ(m_lines.size(), 2U);
}

TEST_F(LogTest, LinesFromManyThreadsAllArrive) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([] {
            for (int i = 0; i < 100; ++i)
                logInfo("line");
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(m_lines.size(), 400U);
}

}  // namespace
}  // namespace strand
