#include "ui/text/sentences.hpp"

#include "core/run_report.hpp"
#include "ui/text/language.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

class Sentences : public testing::Test {
protected:
    ~Sentences() override { useLanguage("en"); }
};

TEST_F(Sentences, MessagesFillTheirPlaces) {
    EXPECT_EQ(toText(Message("%1 of %2", 3, "four")), "3 of four");
    EXPECT_EQ(toText(Message()), "");
}

TEST_F(Sentences, ErrorsSayWhereWhatAndWhatWasExpected) {
    const Error error = Error(ErrorCode::BadInput, "found this", "expected that").at("a.fa", 12, 3, "seq7");
    EXPECT_EQ(toText(error), "a.fa:12:3, record seq7: found this; expected that");
    EXPECT_EQ(toText(Error(ErrorCode::Usage, "found this")), "found this");
    EXPECT_EQ(toText(Warning{.message = "skipped", .file = "a.fa", .line = 4, .record = {}}), "a.fa:4: skipped");
}

TEST_F(Sentences, NumbersFollowTheLanguage) {
    EXPECT_EQ(number(1234567), "1,234,567");
    EXPECT_EQ(real(0.91234), "0.912");
    EXPECT_EQ(real(0.5, 1), "0.5");
    EXPECT_EQ(real(0), "0.000");
    EXPECT_EQ(real(kNotAvailable), "—");
    EXPECT_EQ(real(0.0000123).toLower(), "1.23e-05");
}

TEST_F(Sentences, DurationsReadAsOnAClock) {
    EXPECT_EQ(duration(0), "0:00");
    EXPECT_EQ(duration(41.4), "0:41");
    EXPECT_EQ(duration(3723), "1:02:03");
    EXPECT_EQ(duration(kNotAvailable), "—");
    EXPECT_EQ(duration(-1), "—");
}

TEST_F(Sentences, EngineMessagesAreSpokenInTheLanguageOfTheWindow) {
    const Message message{"no project is open"};
    EXPECT_EQ(toText(message), "no project is open");
    useLanguage("zh_CN");
    EXPECT_NE(toText(message), "no project is open");
}

}  // namespace
}  // namespace strand
