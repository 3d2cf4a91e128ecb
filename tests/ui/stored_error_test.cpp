#include "ui/text/stored_error.hpp"

#include "core/memory_error.hpp"
#include "ui/text/language.hpp"
#include "ui/text/sentences.hpp"

#include <gtest/gtest.h>

namespace strand {
namespace {

class StoredErrorText : public testing::Test {
protected:
    ~StoredErrorText() override { useLanguage("en"); }
};

Error diverged() { return {ErrorCode::Diverged, {"the loss is no longer a finite number at step %1 (learning rate %2)", 31, 10}}; }

TEST_F(StoredErrorText, SaysInTheLanguageOfTheWindowWhatTheErrorItselfSays) {
    const Error full = Error(ErrorCode::Project, "the disk is full").at("/data/a: b.strand");
    for (const char* language : {"en", "zh_CN"}) {
        useLanguage(language);
        for (const Error& error : {diverged(), outOfMemory("bad: alloc"), full})
            EXPECT_EQ(storedErrorText(error.english()), sentence(error)) << language;
    }
    EXPECT_FALSE(storedErrorText(full.english()).contains("disk"));
}

TEST_F(StoredErrorText, WhatIsNotKnownStaysAsItIs) {
    useLanguage("zh_CN");
    EXPECT_EQ(storedErrorText("something else (7)"), "something else (7)");
    EXPECT_EQ(storedErrorText("the disk is full of cats"), "the disk is full of cats");
}

}  // namespace
}  // namespace strand
