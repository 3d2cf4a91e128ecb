// The translation files themselves: complete, and with the same places to fill as the text they translate.
#include "ui/text/language.hpp"

#include <gtest/gtest.h>

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>
#include "support/fixture.hpp"

namespace strand {
namespace {

struct Entry {
    QString context, source, type;
    QStringList translations;
    bool plural = false;
};

std::vector<Entry> readEntries(const QString& code) {
    QFile file(QString::fromStdString(test::fixture("../../translations/strandlab_%1.ts")).arg(code));
    std::vector<Entry> out;
    if (!file.open(QIODevice::ReadOnly)) return out;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            out.push_back({context, {}, {}, {}, xml.attributes().value("numerus") == QLatin1String("yes")});
        } else if (xml.name() == QLatin1String("source")) {
            out.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            out.back().translations << xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            out.back().type = xml.attributes().value("type").toString();
            if (!out.back().plural) out.back().translations << xml.readElementText();
        }
    }
    return out;
}

QSet<QString> places(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("%L?(?:[1-9]|n)"));
    QSet<QString> out;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        out << it.next().captured();
    return out;
}

TEST(Translations, ChineseIsComplete) {
    const auto entries = readEntries("zh_CN");
    ASSERT_GT(entries.size(), 100U);
    for (const Entry& entry : entries) {
        EXPECT_NE(entry.type, "unfinished") << entry.context.toStdString() << ": " << entry.source.toStdString();
        for (const QString& text : entry.translations)
            EXPECT_FALSE(text.isEmpty()) << entry.source.toStdString();
    }
}

TEST(Translations, EveryPlaceOfATextIsInItsTranslation) {
    for (const char* code : {"en", "zh_CN"}) {
        for (const Entry& entry : readEntries(QString::fromLatin1(code))) {
            for (const QString& text : entry.translations) {
                if (text.isEmpty()) continue;
                QSet<QString> wanted = places(entry.source);
                QSet<QString> found = places(text);
                for (const char* count : {"%n", "%Ln"}) {
                    wanted.remove(QString::fromLatin1(count));
                    found.remove(QString::fromLatin1(count));
                }
                EXPECT_EQ(found, wanted) << code << ": " << entry.source.toStdString() << " -> " << text.toStdString();
            }
        }
    }
}

TEST(Translations, EnglishHasItsPlurals) {
    for (const Entry& entry : readEntries("en")) {
        if (!entry.plural) continue;
        EXPECT_EQ(entry.translations.size(), 2) << entry.source.toStdString();
        for (const QString& text : entry.translations) {
            EXPECT_FALSE(text.isEmpty()) << entry.source.toStdString();
            EXPECT_FALSE(text.contains("(s)")) << text.toStdString();
        }
    }
}

TEST(Translations, ThereIsAFileForEveryLanguage) {
    int count = 0;
    const LanguageEntry* table = languageTable(&count);
    ASSERT_GE(count, 2);
    for (int i = 0; i < count; ++i) {
        EXPECT_FALSE(readEntries(QString::fromLatin1(table[i].code)).empty()) << table[i].code;
        useLanguage(QString::fromLatin1(table[i].code));
        EXPECT_EQ(currentLanguage(), QLatin1String(table[i].code));
    }
    useLanguage("en");
}

}  // namespace
}  // namespace strand
