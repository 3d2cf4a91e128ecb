#include "data/text_reader.hpp"

#include <gtest/gtest.h>

#include "data/reading.hpp"

namespace strand {
namespace {

using test::recordsOf;
using test::Texts;

TEST(TextReader, AFileIsOneText) {
    EXPECT_EQ(recordsOf("text", "first line\r\n\r\nsecond line\n\n"), (Texts{"f:first line\n\nsecond line"}));
    EXPECT_EQ(recordsOf("text", " \n"), (Texts{"f:"}));
}

TEST(TextReader, IsNeverGuessed) { EXPECT_EQ(textReader().recognises, nullptr); }

TEST(TextReader, LongTextsAreRefused) {
    const test::TempDir dir;
    TextLimits limits;
    limits.lineBytes = 10;
    const std::string path = dir.write("f", "12345\n67890\n1\n");
    auto source = TextSource::open(path, limits);
    const auto status = textReader().read(*source, {}, [](SequenceRecord&&) -> SinkStatus { return {}; });
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().english(), path + ":2: a text of more than 10 bytes; expected shorter texts");
}

}  // namespace
}  // namespace strand
