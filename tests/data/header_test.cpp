#include "data/header.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace strand
