// Templates whose first whole number is a count: the edge chooses the form of the words by it (Message: "core/message.hpp").
#pragma once

#include "core/message.hpp"

// As STRAND_TEXT; lupdate reads it as QT_TRANSLATE_N_NOOP, so that translations/strandlab_en.ts has "1 record" beside "%1 records".
#define STRAND_COUNT(context, text) text

namespace strand {

/// What the words of a sentence go by: its first whole number, at most a million; -1 without one.
[[nodiscard]] int countOf(const Message& message);

}  // namespace strand
