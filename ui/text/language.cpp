#include "ui/text/language.hpp"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <iterator>
#include <memory>

namespace strand {

namespace {

constexpr LanguageEntry kLanguages[] = {
    {"en", "English"},
    {"zh_CN", "简体中文"},
};

struct Installed {
    QString code;
    std::unique_ptr<QTranslator> own, qt;
};

Installed& installed() {
    static Installed state;
    return state;
}

void install(std::unique_ptr<QTranslator>& holder, const QString& file, const QString& folder) {
    if (holder) QCoreApplication::removeTranslator(holder.get());
    holder = std::make_unique<QTranslator>();
    if (holder->load(file, folder)) {
        QCoreApplication::installTranslator(holder.get());
    } else {
        holder.reset();
    }
}

}  // namespace

const LanguageEntry* languageTable(int* count) {
    *count = static_cast<int>(std::size(kLanguages));
    return kLanguages;
}

void useLanguage(const QString& code) {
    Installed& state = installed();
    state.code = code;
    QLocale::setDefault(QLocale(code));
    install(state.qt, QStringLiteral("qtbase_%1").arg(code), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(state.own, QStringLiteral("strandlab_%1").arg(code), QStringLiteral(":/i18n"));
}

QString currentLanguage() { return installed().code.isEmpty() ? QStringLiteral("en") : installed().code; }

}  // namespace strand
