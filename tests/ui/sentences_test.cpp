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

TEST_F(Sentences, TheWordsOfACountGoByIt) {
    const char* const gaps = "%1 records have gaps (- or .), which are removed";
    EXPECT_EQ(toText(Message(gaps, 1)), "1 record has gaps (- or .), which are removed");
    EXPECT_EQ(toText(Message(gaps, 2)), "2 records have gaps (- or .), which are removed");
    EXPECT_EQ(toText(Message("the dataset %1 is used by %2 runs (%3, ...)", "big", 1, "first")),
              "the dataset big is used by 1 run (first)");
    useLanguage("zh_CN");
    EXPECT_TRUE(toText(Message(gaps, 1)).contains(QStringLiteral("1"))) << toText(Message(gaps, 1)).toStdString();
    EXPECT_FALSE(toText(Message(gaps, 1)).contains("record"));
}

TEST_F(Sentences, BeginWithACapitalLetterWhereTheyStandByThemselves) {
    EXPECT_EQ(sentence(Message("the loss is %1", 3)), "The loss is 3");
    EXPECT_EQ(sentence(Message("d_model = %1 is odd", 3)), "d_model = 3 is odd") << "a name";
    EXPECT_EQ(sentence(Message("%1 is odd", "lr")), "lr is odd") << "an argument";
    EXPECT_EQ(sentence(Error(ErrorCode::Usage, "found this", "expected that")), "Found this; expected that");
    EXPECT_EQ(sentence(Error(ErrorCode::BadInput, "found this").at("a.fa", 2)), "a.fa:2: found this");
}

TEST_F(Sentences, LongDecimalsAreShortened) {
    EXPECT_EQ(toText(Message("%1 %2 %3 %4", 9.330127018922195, 123456789012, "a1.23456789", 0.125)), "9.33 123456789012 a1.23456789 0.125");
}

}  // namespace
}  // namespace strand
