// Design tokens: colours, type scale, spacing. Palette, style sheet, plots, icons and exported figures are all made from them.
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>
#include <QString>

#include <array>

namespace strand {

enum class ThemeName { Light, Dark, HighContrast };

struct Theme {
    ThemeName name = ThemeName::Light;
    // surfaces, back to front
    QColor window, surface, raised, sunken;
    QColor border, grid;
    // ink
    QColor text, textMuted, textFaint, textOnAccent;
    // one accent, and meanings
    QColor accent, accentSoft, good, warning, bad;
    /// Series of plots, colour-blind safe (Okabe & Ito 2008), adapted to the background.
    std::array<QColor, 6> series;
    [[nodiscard]] bool dark() const { return name != ThemeName::Light; }
    /// Background colour of a residue letter; nucleotides and amino acids by a published scheme, neutral otherwise.
    [[nodiscard]] QColor residue(QChar letter, bool protein) const;
    /// The same hue as ink, for letters on the surface: sequence logos.
    [[nodiscard]] QColor residueInk(QChar letter, bool protein) const;
    [[nodiscard]] QColor classColour(int index) const { return series[static_cast<size_t>(index) % series.size()]; }
};

[[nodiscard]] const Theme& themeOf(ThemeName name);

/// The 8 px grid.
inline constexpr int kSpace = 8;

/// The four sizes of the type scale, plus monospaced residues.
enum class TextStyle { Caption, Body, Heading, Title };
[[nodiscard]] QFont fontOf(TextStyle style);
[[nodiscard]] QFont residueFont(TextStyle style = TextStyle::Body);

/// Holds the theme in use and applies it to the application: palette, style sheet, fonts. One per application.
class ThemeManager : public QObject {
    Q_OBJECT

public:
    static ThemeManager& instance();
    [[nodiscard]] const Theme& theme() const;
    void use(ThemeName name);
    /// Multiplies every size of the type scale: 1 as designed, 1.4 for a lecture hall.
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double scale);

signals:
    void changed();

private:
    ThemeManager();
    void apply();
    ThemeName m_name = ThemeName::Light;
    double m_textScale = 1;
};

[[nodiscard]] inline const Theme& theme() { return ThemeManager::instance().theme(); }

/// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);
/// `amount` of `top` over `bottom`, 0 to 1, opaque.
[[nodiscard]] QColor mixed(const QColor& bottom, const QColor& top, double amount);

/// A vendored icon (":/icons/NAME.svg") tinted from the theme in use; disabled and selected states included.
/// Painted anew in the colours of the moment: need not be set again when the theme changes.
[[nodiscard]] QIcon icon(const QString& name);
/// For a filled button of kind "primary".
[[nodiscard]] QIcon iconOnAccent(const QString& name);
/// The same in a colour of the caller's, for pictures.
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal pixelRatio);

}  // namespace strand
