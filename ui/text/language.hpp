// Languages of the window, switched while running.
#pragma once

#include <QString>

namespace strand {

struct LanguageEntry {
    const char* code;  ///< "en", "zh_CN"
    const char* name;  ///< in that language
};
/// Explicit table: adding a language is one line here and one .ts file.
[[nodiscard]] const LanguageEntry* languageTable(int* count);
/// Installs the translators (ours and Qt's own); every widget gets QEvent::LanguageChange.
void useLanguage(const QString& code);
[[nodiscard]] QString currentLanguage();

}  // namespace strand
