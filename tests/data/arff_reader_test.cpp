#include "data/arff_reader.hpp"

#include <gtest/gtest.h>

#include "data/reading.hpp"

namespace strand {
namespace {

using test::formatOf;
using test::recordsOf;
using test::Texts;

constexpr const char* kBases =
    "% a comment\r\n%\r\n@RELATION splice\r\n"
    "@attribute 'Instance_name' { A-DONOR-1, B-DONOR-2}\r\n"
    "@attribute 'attribute_1' { C, A, G, T}\r\n@attribute 'attribute_2' {C,A,G,T}\r\n@attribute 'attribute_3' {C,A,G,T}\r\n"
    "@attribute 'attribute_4' {C,A,G,T}\r\n@attribute 'attribute_5' {C,A,G,T}\r\n@attribute 'attribute_6' {C,A,G,T}\r\n"
    "@attribute 'attribute_7' {C,A,G,T}\r\n@attribute 'attribute_8' {C,A,G,T,D}\r\n@attribute 'Class' { EI, IE, N}\r\n@data\r\n"
    "A-DONOR-1,C,C,A,G,C,T,G,C,EI\r\n% in between\r\nB-DONOR-2,A, G,A,C,C,C,G,D,N\r\n\r\n%\r\n";

TEST(ArffReader, AColumnABase) { EXPECT_EQ(recordsOf("arff", kBases), (Texts{"A-DONOR-1|EI:CCAGCTGC", "B-DONOR-2|N:AGACCCGD"})); }

TEST(ArffReader, StringsAndQuotedNames) {
    EXPECT_EQ(
        recordsOf(
            "arff",
            "@relation 'my data'\n@attribute \"the text\" string\n@attribute outcome{yes,no}\n@data\n'it\\'s, here',yes\n\"b c\", no\n"),
        (Texts{"|yes:it's, here", "|no:b c"}));
}

TEST(ArffReader, AMissingClassIsNoLabel) {
    EXPECT_EQ(recordsOf("arff", "@relation r\n@attribute seq string\n@attribute class {a,b}\n@data\nACGT,?\nAC,a\n"),
              (Texts{":ACGT", "|a:AC"}));
}

TEST(ArffReader, DefectsAreDeliveredAndReadingGoesOn) {
    EXPECT_EQ(recordsOf("arff", "@relation r\n@attribute seq string\n@attribute class {a,b}\n@data\nACGT\n{0 AC}\n'AC,a\nAC,a\n"),
              (Texts{"! 5: the row has 1 fields; expected 2, as in the first row", "! 6: a sparse row; expected one value an attribute",
                     "! 7: a quote that is opened here is never closed; expected one value an attribute", "|a:AC"}));
}

TEST(ArffReader, DescriptionsAreChecked) {
    EXPECT_EQ(
        recordsOf("arff", "@relation r\nstray\n"),
        (Texts{"ERROR 2: \"stray\" stands in the description; expected @relation, @attribute, @data or a comment that begins with %"}));
    EXPECT_EQ(recordsOf("arff", "@relation r\n@data\n"), (Texts{"ERROR 2: no attribute stands before @data; expected @attribute lines"}));
    EXPECT_EQ(recordsOf("arff", "@relation r\n@attribute x\n"),
              (Texts{"ERROR 2: the attribute \"x\" has no type; expected a type such as {a,b}, string or numeric"}));
    EXPECT_EQ(recordsOf("arff", "@relation r\n@attribute 'x string\n"),
              (Texts{"ERROR 2: the name of an attribute is not closed; expected a closing quote"}));
    EXPECT_EQ(recordsOf("arff", "@relation r\n@attribute x relational\n"),
              (Texts{"ERROR 2: a relational attribute; expected one value a field"}));
    EXPECT_EQ(recordsOf("arff", "@relation r\n@attribute x string\n"), (Texts{"ERROR  no @data line; expected rows behind @data"}));
    EXPECT_EQ(recordsOf("arff", "@relation r\n@attribute x string\n@data\n%\n"), (Texts{"ERROR  no record; expected rows of columns"}));
}

TEST(ArffReader, ADescriptionLongerThanTheHead) {
    std::string content = "@relation r\n", row;
    for (int i = 0; i < 20000; ++i) {
        content += fmt::format("@attribute position_{} {{A,C,G,T}}\n", i);
        row += "ACGT"[i % 4];
        row += ',';
    }
    content += "@attribute class {x,y}\n@data\n" + row + "y\n";
    const auto records = recordsOf("arff", content);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_TRUE(records[0].starts_with("|y:ACGTACGT")) << records[0].substr(0, 100);
    EXPECT_EQ(records[0].size(), 20000U + 3);
}

TEST(ArffReader, IsRecognised) {
    EXPECT_EQ(formatOf(kBases), "arff");
    EXPECT_EQ(formatOf("@Relation x\n@attribute a string\n@data\nA\n"), "arff");
}

}  // namespace
}  // namespace strand
