#include "data/solid_text.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"

#include <string>

namespace strand {
namespace {

TEST(SolidText, OneByteDecidesWhereverItStands) {
    for (std::size_t size = 0; size <= 70; ++size) {
        std::string text(size, '!');
        EXPECT_TRUE(isSolid(text)) << size;
        for (std::size_t place = 0; place < size; ++place) {
            for (const int low : {0x00, 0x09, 0x0A, 0x0D, 0x20}) {
                text[place] = static_cast<char>(low);
                EXPECT_FALSE(isSolid(text)) << "byte " << low << " at " << place << " of " << size;
            }
            for (const int high : {0x21, 0x7F, 0x80, 0xFF}) {
                text[place] = static_cast<char>(high);
                EXPECT_TRUE(isSolid(text)) << "byte " << high << " at " << place << " of " << size;
            }
            text[place] = '!';
        }
    }
}

TEST(SolidText, FindsMarksAndLowBytesOf64) {
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
        std::string text(64, '\0');
        std::uint64_t expected = 0;
        for (std::size_t place = 0; place < text.size(); ++place) {
            const auto byte = static_cast<unsigned char>(random.below(256));
            text[place] = random.below(4) == 0 ? '|' : static_cast<char>(byte);
            const bool low = static_cast<unsigned char>(text[place]) <= 0x20U;
            expected |= std::uint64_t{low || text[place] == '|'} << place;
        }
        EXPECT_EQ(findLowOr('|', text.data()), expected);
    }
}

}  // namespace
}  // namespace strand
