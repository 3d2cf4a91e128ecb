// Templates whose first whole number is a count: the edge chooses the form of the words by it (Message: "core/message.hpp").
#pragma once

// As STRAND_TEXT; lupdate reads it as QT_TRANSLATE_N_NOOP, so that translations/strandlab_en.ts has "1 record" beside "%1 records".
#define STRAND_COUNT(context, text) text
