#include "data/header.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"

#include <cstring>
#include <string>
#include <vector>

namespace strand {
namespace {

struct Case {
    const char* header;
    const char* id;
    const char* label;
    Split split;
};

TEST(Header, Forms) {
    for (const Case& c :
         {Case{"S10|1|train", "S10", "1", Split::Train}, Case{"S10|1|testing\r", "S10", "1", Split::Test},
          Case{" S10 | EI | validation ", "S10", "EI", Split::Validation}, Case{"pos|1|training|fold 3", "pos", "1", Split::Train},
          Case{"a|1|train and a description", "a", "1", Split::Train}, Case{"1AKHA|2", "1AKHA", "2", Split::None},
          Case{"1AKHA|2 \t", "1AKHA", "2", Split::None}, Case{"a|non promoter", "a", "non promoter", Split::None},
          Case{"a|1|", "a", "1", Split::None}, Case{"a||train", "a", "", Split::Train}, Case{"a|", "a", "", Split::None},
          Case{"|1|train", "", "1", Split::Train}, Case{"sp|1|train", "sp", "1", Split::Train}, Case{"AP02376", "AP02376", "", Split::None},
          Case{"ECK12 AHPFP FORWARD", "ECK12", "", Split::None}, Case{"", "", "", Split::None}}) {
        const HeaderFields fields = parseHeader(c.header);
        EXPECT_EQ(fields.id, c.id) << c.header;
        EXPECT_EQ(fields.label, c.label) << c.header;
        EXPECT_EQ(fields.split, c.split) << c.header;
    }
}

TEST(Header, DatabaseNamesAndDescriptionsHoldNoLabel) {
    for (const Case& c :
         {Case{"sp|P69905|HBA_HUMAN Hemoglobin", "sp|P69905|HBA_HUMAN", "", Split::None}, Case{"pdb|1AKH", "pdb|1AKH", "", Split::None},
          Case{"gi|568336023|gb|CM000663.2| Homo", "gi|568336023|gb|CM000663.2|", "", Split::None},
          Case{"tr|Q9|", "tr|Q9|", "", Split::None}, Case{"NM_001 some gene | isoform 2", "NM_001", "", Split::None},
          Case{"a|1|fold3", "a|1|fold3", "", Split::None}}) {
        const HeaderFields fields = parseHeader(c.header);
        EXPECT_EQ(fields.id, c.id) << c.header;
        EXPECT_EQ(fields.label, c.label) << c.header;
        EXPECT_EQ(fields.split, c.split) << c.header;
    }
}

TEST(Header, ShortFormsAreTakenFromTheText) {
    const std::string rest = "\n" + std::string(64, 'A');
    for (const Case& c : {Case{"S10|1|train", "S10", "1", Split::Train}, Case{"a||Testing", "a", "", Split::Test},
                          Case{"|1|dev", "", "1", Split::Validation}, Case{"AP02376", "AP02376", "", Split::None}}) {
        const std::string text = c.header + rest;
        HeaderFields fields;
        EXPECT_EQ(parseShortHeader(text, fields), std::strlen(c.header));
        EXPECT_EQ(fields.id, c.id);
        EXPECT_EQ(fields.label, c.label);
        EXPECT_EQ(fields.split, c.split);
    }
}

// Whatever stands there: what the short way takes is what parseHeader says of that line.
TEST(Header, ShortWayAgreesWithParseHeader) {
    Random random(3);
    const std::vector<std::string> pieces{
        "a", "sp", "|", "|", "|", " ", "train", "TEST", "x1", "\t", "\x01", "\xC3\xA4", "seq12345678901234567890"};
    int taken = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string line;
        for (std::uint32_t n = random.below(8); n > 0; --n)
            line += pieces[random.below(static_cast<std::uint32_t>(pieces.size()))];
        HeaderFields fields;
        const std::string text = line + "\n" + std::string(random.below(80), 'C');
        const std::size_t size = parseShortHeader(text, fields);
        if (size == 0) continue;
        ++taken;
        const HeaderFields whole = parseHeader(line);
        EXPECT_EQ(size, line.size()) << line;
        EXPECT_EQ(fields.id, whole.id) << line;
        EXPECT_EQ(fields.label, whole.label) << line;
        EXPECT_EQ(fields.split, whole.split) << line;
    }
    EXPECT_GT(taken, 1000);
}

}  // namespace
}  // namespace strand
