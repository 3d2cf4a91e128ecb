#include "ui/session/preferences.hpp"

#include "ui/text/language.hpp"

#include <QFileInfo>
#include <QLocale>
#include <QSettings>

namespace strand {

namespace {

constexpr int kRecent = 10;
constexpr double kSmallest = 0.8, kLargest = 2.0;

QString themeKey() { return QStringLiteral("theme"); }
QString languageKey() { return QStringLiteral("language"); }
QString scaleKey() { return QStringLiteral("textScale"); }
QString simpleKey() { return QStringLiteral("simpleLayout"); }
QString recentKey() { return QStringLiteral("recentProjects"); }

QString knownLanguage(const QString& wanted) {
    int count = 0;
    const LanguageEntry* table = languageTable(&count);
    for (int i = 0; i < count; ++i) {
        if (wanted == QLatin1String(table[i].code)) return wanted;
    }
    return QStringLiteral("en");
}

QString systemLanguage() { return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"); }

QStringList storedRecent() { return QSettings().value(recentKey()).toStringList(); }

}  // namespace

Preferences Preferences::load() {
    const QSettings settings;
    Preferences out;
    out.theme = static_cast<ThemeName>(qBound(0, settings.value(themeKey(), 0).toInt(), static_cast<int>(ThemeName::HighContrast)));
    out.language = knownLanguage(settings.value(languageKey(), systemLanguage()).toString());
    out.textScale = qBound(kSmallest, settings.value(scaleKey(), 1.0).toDouble(), kLargest);
    out.simple = settings.value(simpleKey(), false).toBool();
    return out;
}

void Preferences::save() const {
    QSettings settings;
    settings.setValue(themeKey(), static_cast<int>(theme));
    settings.setValue(languageKey(), language);
    settings.setValue(scaleKey(), textScale);
    settings.setValue(simpleKey(), simple);
}

void Preferences::apply() const {
    ThemeManager& manager = ThemeManager::instance();
    if (manager.textScale() != textScale) manager.setTextScale(textScale);
    manager.use(theme);
    useLanguage(language);
}

QStringList recentProjects() {
    QStringList out;
    for (const QString& path : storedRecent()) {
        if (QFileInfo::exists(path)) out << path;
    }
    return out;
}

void addRecentProject(const QString& path) {
    QStringList all = storedRecent();
    const QString whole = QFileInfo(path).absoluteFilePath();
    all.removeAll(whole);
    all.prepend(whole);
    QSettings().setValue(recentKey(), all.mid(0, kRecent));
}

void forgetRecentProject(const QString& path) {
    QStringList all = storedRecent();
    all.removeAll(QFileInfo(path).absoluteFilePath());
    QSettings().setValue(recentKey(), all);
}

}  // namespace strand
