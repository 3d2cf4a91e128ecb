#include "data/unpack.hpp"

#include <gtest/gtest.h>

#include "support/synthetic.hpp"

namespace strand {
namespace {

using test::gzipped;
using test::TempDir;
using test::xzipped;

/// What comes out in blocks of `block` bytes, and the error behind it, if any.
struct Outcome {
    std::string bytes;
    std::string error;
};

Outcome unpack(const std::string& packed, const GrowthLimit& limit = {}, std::size_t block = 1000) {
    const TempDir dir;
    auto stream = openBytes(dir.write("packed", packed), limit);
    if (!stream) return {"", stream.error().english()};
    Outcome out;
    std::string buffer(block, '\0');
    for (;;) {
        auto count = (*stream)->read(buffer.data(), block);
        if (!count) {
            // The same again, however often it is asked for.
            EXPECT_EQ((*stream)->read(buffer.data(), block).error().english(), count.error().english());
            out.error = count.error().english();
            return out;
        }
        if (*count == 0) return out;
        out.bytes.append(buffer, 0, *count);
    }
}

class Unpack : public ::testing::TestWithParam<const char*> {
protected:
    [[nodiscard]] bool gz() const { return std::string_view(GetParam()) == "gz"; }
    [[nodiscard]] std::string pack(std::string_view content) const { return gz() ? gzipped(content) : xzipped(content); }
    const std::string m_content = test::randomResidues(300000, "ACGT", 1);
};

TEST_P(Unpack, OneMember) {
    for (const std::size_t block : {1, 999, 1 << 20}) {
        const std::string content = m_content.substr(0, block == 1 ? 1000 : m_content.size());
        const Outcome out = unpack(pack(content), {}, block);
        EXPECT_EQ(out.error, "");
        EXPECT_EQ(out.bytes, content);
    }
}

TEST_P(Unpack, AllMembersInOrder) {
    const Outcome out = unpack(pack("first") + pack("") + pack(m_content) + pack("last"));
    EXPECT_EQ(out.error, "");
    EXPECT_EQ(out.bytes, "first" + m_content + "last");
}

TEST_P(Unpack, TruncatedAnywhereEndsEarly) {
    const std::string packed = pack(m_content.substr(0, 500)) + pack("tail");
    const std::size_t firstMember = pack(m_content.substr(0, 500)).size();
    for (std::size_t size = 7; size < packed.size(); ++size) {
        if (size == firstMember) continue;
        const Outcome out = unpack(packed.substr(0, size));
        EXPECT_EQ(out.error, "the packed file ends early; expected more data") << "after " << size << " bytes";
        EXPECT_TRUE((m_content.substr(0, 500) + "tail").starts_with(out.bytes));
    }
}

TEST_P(Unpack, BytesBeforeTheCutAreDelivered) {
    const std::string packed = pack(m_content);
    const Outcome out = unpack(packed.substr(0, packed.size() - 20));
    EXPECT_GT(out.bytes.size(), m_content.size() / 2);
    EXPECT_TRUE(m_content.starts_with(out.bytes));
}

TEST_P(Unpack, SomethingElseBehindIsAnError) {
    for (const char* garbage : {"\n", "garbage after the member", ">seq1\nACGT\n"}) {
        const Outcome out = unpack(pack("ACGT") + garbage);
        EXPECT_EQ(out.error, std::string("something else follows the ") + GetParam() + " data; expected the end of the file") << garbage;
        EXPECT_EQ(out.bytes, "ACGT");
    }
}

TEST_P(Unpack, EveryFlippedBitIsFound) {
    const std::string content = m_content.substr(0, 300);
    const std::string packed = pack(content);
    // From byte 10 on: the head of a gz member holds a time and names that nothing checks.
    for (std::size_t i = 10; i < packed.size(); ++i) {
        std::string flipped = packed;
        flipped[i] = static_cast<char>(flipped[i] ^ 0x10);
        const Outcome out = unpack(flipped);
        EXPECT_NE(out.error, "") << "byte " << i;
    }
}

TEST_P(Unpack, GrowthIsLimited) {
    const std::string zeros(4 << 20, 'A');
    EXPECT_EQ(unpack(pack(zeros), {.freeBytes = 8 << 20, .ratio = 200}).error, "");
    EXPECT_EQ(unpack(pack(zeros), {.freeBytes = 1 << 20, .ratio = 20}).error,
              "the packed file grows to more than 20 times its size; expected packed sequences");
    EXPECT_EQ(unpack(pack(m_content), {.freeBytes = 1000, .ratio = 20}).error, "");
}

INSTANTIATE_TEST_SUITE_P(Formats, Unpack, ::testing::Values("gz", "xz"), [](const auto& format) { return std::string(format.param); });

}  // namespace
}  // namespace strand
