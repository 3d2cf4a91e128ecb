// What can be exported: anything that paints itself into a rectangle with a given theme.
#pragma once

#include "ui/theme/theme.hpp"

#include <QImage>
#include <QPainter>
#include <QSizeF>
#include <QString>

#include <functional>

class QMenu;
class QWidget;

namespace strand {

class Figure {
public:
    virtual ~Figure() = default;
    /// File name without extension: "loss-cnn-3".
    [[nodiscard]] virtual QString figureName() const = 0;
    /// Size in CSS pixels (1/96 inch).
    [[nodiscard]] virtual QSizeF figureSize() const = 0;
    /// Paints everything, legend and caption included, as vectors where possible. Exports pass the light theme: figures are on white.
    virtual void paintFigure(QPainter& painter, const QRectF& area, const Theme& theme) = 0;
    /// The table behind the figure as TSV; empty where there is none.
    [[nodiscard]] virtual QString figureTable() const { return {}; }
};

enum class FigureFormat { Png, Svg, Pdf };

/// Writes through a temporary file that is renamed; false with a translated sentence in `error` otherwise. Png at twice the size.
bool exportFigure(Figure& figure, FigureFormat format, const QString& path, QString* error);
void copyFigure(Figure& figure);
/// The figure on white, `scale` device pixels a CSS pixel.
[[nodiscard]] QImage renderFigure(Figure& figure, double scale);
/// A font of the type scale in CSS pixels: the same on every device a figure is painted on.
[[nodiscard]] QFont figureFont(TextStyle style);

/// Told how an export ended, with a translated sentence.
using FigureReport = std::function<void(bool written, const QString& sentence)>;
/// Adds "PNG... SVG... PDF... | Copy picture, Copy table, Show table" for `figure` to `menu`; file dialogs start in the last folder used.
/// Without `report` the sentence is shown as a tool tip over `owner`.
void addExportActions(QMenu& menu, QWidget& owner, std::function<Figure*()> figure, FigureReport report = {});

}  // namespace strand
