#include "ui/theme/theme.hpp"

#include "ui/theme/instrument_style.hpp"
#include "ui/theme/style_sheet.hpp"

#include <QApplication>
#include <QPalette>
#include <QToolTip>

#include <cmath>

namespace strand {

namespace {

constexpr Theme lightTheme() {
    return {.name = ThemeName::Light,
            .window = QColor(0xF6, 0xF7, 0xF9),
            .surface = QColor(0xFF, 0xFF, 0xFF),
            .raised = QColor(0xFF, 0xFF, 0xFF),
            .sunken = QColor(0xEE, 0xF1, 0xF5),
            .border = QColor(0xDF, 0xE4, 0xEA),
            .grid = QColor(0xE8, 0xEC, 0xF1),
            .text = QColor(0x17, 0x20, 0x2B),
            .textMuted = QColor(0x56, 0x62, 0x73),
            .textFaint = QColor(0x67, 0x72, 0x82),
            .textOnAccent = QColor(0xFF, 0xFF, 0xFF),
            .accent = QColor(0x25, 0x63, 0xC9),
            .accentSoft = QColor(0xE6, 0xEE, 0xFB),
            .good = QColor(0x17, 0x72, 0x45),
            .warning = QColor(0x8A, 0x5A, 0x00),
            .bad = QColor(0xB3, 0x26, 0x1E),
            .series = {QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00), QColor(0x00, 0x9E, 0x73), QColor(0xC4, 0x5C, 0x96),
                       QColor(0xB8, 0x79, 0x00), QColor(0x3A, 0x97, 0xC9)}};
}

constexpr Theme darkTheme() {
    return {.name = ThemeName::Dark,
            .window = QColor(0x14, 0x18, 0x1D),
            .surface = QColor(0x1B, 0x20, 0x27),
            .raised = QColor(0x22, 0x29, 0x33),
            .sunken = QColor(0x11, 0x15, 0x1A),
            .border = QColor(0x2C, 0x34, 0x3E),
            .grid = QColor(0x28, 0x2F, 0x38),
            .text = QColor(0xE6, 0xEA, 0xF0),
            .textMuted = QColor(0xA0, 0xAB, 0xBA),
            .textFaint = QColor(0x87, 0x93, 0xA3),
            .textOnAccent = QColor(0x0C, 0x14, 0x20),
            .accent = QColor(0x6F, 0xA8, 0xFF),
            .accentSoft = QColor(0x20, 0x2F, 0x47),
            .good = QColor(0x4C, 0xC3, 0x8A),
            .warning = QColor(0xE5, 0xB0, 0x4D),
            .bad = QColor(0xFF, 0x8A, 0x80),
            .series = {QColor(0x56, 0xB4, 0xE9), QColor(0xE6, 0x9F, 0x00), QColor(0x2C, 0xC2, 0x95), QColor(0xE0, 0x8F, 0xBD),
                       QColor(0xF0, 0xE4, 0x42), QColor(0xFF, 0x7F, 0x3F)}};
}

constexpr Theme highContrastTheme() {
    return {.name = ThemeName::HighContrast,
            .window = QColor(0x00, 0x00, 0x00),
            .surface = QColor(0x00, 0x00, 0x00),
            .raised = QColor(0x00, 0x00, 0x00),
            .sunken = QColor(0x00, 0x00, 0x00),
            .border = QColor(0xFF, 0xFF, 0xFF),
            .grid = QColor(0x5C, 0x5C, 0x5C),
            .text = QColor(0xFF, 0xFF, 0xFF),
            .textMuted = QColor(0xF2, 0xF2, 0xF2),
            .textFaint = QColor(0xC8, 0xC8, 0xC8),
            .textOnAccent = QColor(0x00, 0x00, 0x00),
            .accent = QColor(0xFF, 0xE1, 0x00),
            .accentSoft = QColor(0x3D, 0x36, 0x00),
            .good = QColor(0x5C, 0xFF, 0xA8),
            .warning = QColor(0xFF, 0xC2, 0x47),
            .bad = QColor(0xFF, 0x9E, 0x96),
            .series = {QColor(0x6C, 0xC8, 0xFF), QColor(0xFF, 0xB0, 0x00), QColor(0x3C, 0xE0, 0xAE), QColor(0xFF, 0xA6, 0xD5),
                       QColor(0xFF, 0xF3, 0x4A), QColor(0xFF, 0x8F, 0x55)}};
}

double channel(double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }
double luminance(const QColor& c) { return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF()); }

/// Base colours of residues: nucleotides as on sequence logos (Schneider & Stephens 1990), amino acids as Clustal X (Thompson et al. 1997).
QColor residueBase(QChar letter, bool protein) {
    switch (letter.toUpper().unicode()) {
        case 'A': return protein ? QColor(0x80, 0xA0, 0xF0) : QColor(0x00, 0xA0, 0x4A);
        case 'C': return protein ? QColor(0xF0, 0x80, 0x80) : QColor(0x2B, 0x6C, 0xE0);
        case 'G': return protein ? QColor(0xF0, 0x90, 0x48) : QColor(0xF2, 0xA5, 0x00);
        case 'T': return protein ? QColor(0x15, 0xC0, 0x15) : QColor(0xE0, 0x3A, 0x3A);
        case 'U': return protein ? QColor() : QColor(0xE0, 0x3A, 0x3A);
        default: break;
    }
    if (!protein) return {};
    switch (letter.toUpper().unicode()) {
        case 'I':
        case 'L':
        case 'M':
        case 'F':
        case 'W':
        case 'V': return {0x80, 0xA0, 0xF0};
        case 'K':
        case 'R': return {0xF0, 0x15, 0x05};
        case 'D':
        case 'E': return {0xC0, 0x48, 0xC0};
        case 'N':
        case 'Q':
        case 'S': return {0x15, 0xC0, 0x15};
        case 'H':
        case 'Y': return {0x15, 0xA4, 0xA4};
        case 'P': return {0xC0, 0xC0, 0x00};
        default: return {};
    }
}

QPalette paletteOf(const Theme& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, mixed(t.surface, t.sunken, 0.5));
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.textFaint);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.bad);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.textOnAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::ToolTipBase, t.dark() ? t.raised : t.text);
    p.setColor(QPalette::ToolTipText, t.dark() ? t.text : t.surface);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.sunken);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.border);
    p.setColor(QPalette::Shadow, t.dark() ? QColor(Qt::black) : t.textFaint);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, mixed(t.surface, t.textFaint, 0.7));
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.border);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.textMuted);
    return p;
}

}  // namespace

QColor Theme::residue(QChar letter, bool protein) const {
    const QColor base = residueBase(letter, protein);
    if (!base.isValid()) return mixed(surface, textFaint, 0.18);
    return mixed(surface, base, dark() ? 0.42 : 0.34);
}

QColor Theme::residueInk(QChar letter, bool protein) const {
    const QColor base = residueBase(letter, protein);
    if (!base.isValid()) return textFaint;
    QColor ink = base;
    for (int i = 0; i < 10 && contrast(ink, surface) < 3; ++i)
        ink = mixed(ink, text, 0.15);
    return ink;
}

const Theme& themeOf(ThemeName name) {
    static const Theme light = lightTheme();
    static const Theme dark = darkTheme();
    static const Theme highContrast = highContrastTheme();
    switch (name) {
        case ThemeName::Dark: return dark;
        case ThemeName::HighContrast: return highContrast;
        case ThemeName::Light: break;
    }
    return light;
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor& bottom, const QColor& top, double amount) {
    const auto part = [amount](int low, int high) { return static_cast<int>(std::lround(low + (high - low) * amount)); };
    return {part(bottom.red(), top.red()), part(bottom.green(), top.green()), part(bottom.blue(), top.blue())};
}

QFont fontOf(TextStyle style) {
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("sans-serif")});
    const double scale = ThemeManager::instance().textScale();
    switch (style) {
        case TextStyle::Caption: font.setPointSizeF(9 * scale); break;
        case TextStyle::Body: font.setPointSizeF(10 * scale); break;
        case TextStyle::Heading:
            font.setPointSizeF(13 * scale);
            font.setWeight(QFont::DemiBold);
            break;
        case TextStyle::Title:
            font.setPointSizeF(20 * scale);
            font.setWeight(QFont::DemiBold);
            break;
    }
    return font;
}

QFont residueFont(TextStyle style) {
    QFont font = fontOf(style);
    font.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("monospace")});
    font.setStyleHint(QFont::Monospace);
    font.setWeight(QFont::Normal);
    return font;
}

ThemeManager& ThemeManager::instance() {
    static ThemeManager manager;
    return manager;
}

ThemeManager::ThemeManager() = default;

const Theme& ThemeManager::theme() const { return themeOf(m_name); }

void ThemeManager::use(ThemeName name) {
    m_name = name;
    apply();
}

void ThemeManager::setTextScale(double scale) {
    m_textScale = scale;
    apply();
}

void ThemeManager::apply() {
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) {
        if (application->styleSheet().isEmpty()) QApplication::setStyle(new InstrumentStyle);
        QApplication::setPalette(paletteOf(theme()));
        QToolTip::setPalette(QApplication::palette());
        QApplication::setFont(fontOf(TextStyle::Body));
        application->setStyleSheet(styleSheet(theme()));
    }
    emit changed();
}

}  // namespace strand
