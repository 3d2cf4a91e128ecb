#include "ui/plots/figure.hpp"

#include "ui/plots/data_table_window.hpp"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageWriter>
#include <QMenu>
#include <QPageSize>
#include <QPdfWriter>
#include <QPointer>
#include <QSaveFile>
#include <QSettings>
#include <QSvgGenerator>
#include <QToolTip>

#include <cmath>

namespace strand {

namespace {

constexpr int kCssDpi = 96;
constexpr double kPngScale = 2;

QString text(const char* source) { return QCoreApplication::translate("figure", source); }

const char* suffixOf(FigureFormat format) {
    switch (format) {
        case FigureFormat::Png: return "png";
        case FigureFormat::Svg: return "svg";
        case FigureFormat::Pdf: return "pdf";
    }
    return "";
}

void paint(Figure& figure, QPainter& painter, const QSizeF& size) {
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF area({0, 0}, size);
    painter.fillRect(area, Qt::white);
    figure.paintFigure(painter, area, themeOf(ThemeName::Light));
}

bool writePng(Figure& figure, QIODevice& device) {
    QImageWriter writer(&device, "png");
    writer.setText(QStringLiteral("Software"), QStringLiteral("Strandlab"));
    return writer.write(renderFigure(figure, kPngScale));
}

bool writeSvg(Figure& figure, QIODevice& device) {
    const QSizeF size = figure.figureSize();
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(kCssDpi);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF({0, 0}, size));
    generator.setTitle(figure.figureName());
    QPainter painter;
    if (!painter.begin(&generator)) return false;
    paint(figure, painter, size);
    return painter.end();
}

bool writePdf(Figure& figure, QIODevice& device) {
    const QSizeF size = figure.figureSize();
    QPdfWriter writer(&device);
    writer.setResolution(kCssDpi);
    writer.setCreator(QStringLiteral("Strandlab"));
    writer.setTitle(figure.figureName());
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(size * 72.0 / kCssDpi, QPageSize::Point, {}, QPageSize::ExactMatch));
    QPainter painter;
    if (!painter.begin(&writer)) return false;
    paint(figure, painter, size);
    return painter.end();
}

QString lastFolder() {
    const QString folder = QSettings().value(QStringLiteral("export/folder")).toString();
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

/// A name that every file system takes.
QString fileNameOf(const Figure& figure) {
    QString name = figure.figureName();
    for (QChar& letter : name) {
        if (QStringLiteral("/\\:*?\"<>|").contains(letter) || letter < QLatin1Char(' ')) letter = QLatin1Char('-');
    }
    return name;
}

void exportInteractively(Figure& figure, FigureFormat format, QWidget& owner, const FigureReport& report) {
    const QString suffix = QLatin1String(suffixOf(format));
    const QString start = QDir(lastFolder()).filePath(fileNameOf(figure) + QLatin1Char('.') + suffix);
    const QString filter = QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix);
    QString path = QFileDialog::getSaveFileName(&owner, text(QT_TRANSLATE_NOOP("figure", "Export figure")), start, filter);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QLatin1Char('.') + suffix;
    QSettings().setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath());
    QString error;
    const bool written = exportFigure(figure, format, path, &error);
    const QString sentence =
        written ? text(QT_TRANSLATE_NOOP("figure", "Figure written to %1")).arg(QDir::toNativeSeparators(path)) : error;
    if (report) {
        report(written, sentence);
    } else {
        QToolTip::showText(owner.mapToGlobal(owner.rect().center()), sentence, &owner);
    }
}

}  // namespace

QImage renderFigure(Figure& figure, double scale) {
    const QSizeF size = figure.figureSize();
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(kCssDpi * scale / 0.0254));
    image.setDotsPerMeterY(qRound(kCssDpi * scale / 0.0254));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(figure, painter, size);
    return image;
}

QFont figureFont(TextStyle style) {
    QFont font = fontOf(style);
    font.setPixelSize(qRound(font.pointSizeF() * kCssDpi / 72.0 / ThemeManager::instance().textScale()));
    return font;
}

bool exportFigure(Figure& figure, FigureFormat format, const QString& path, QString* error) {
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    if (written) {
        switch (format) {
            case FigureFormat::Png: written = writePng(figure, file); break;
            case FigureFormat::Svg: written = writeSvg(figure, file); break;
            case FigureFormat::Pdf: written = writePdf(figure, file); break;
        }
        written = written && file.error() == QFileDevice::NoError && file.commit();
    }
    if (!written && error) {
        *error = text(QT_TRANSLATE_NOOP("figure", "%1 could not be written: %2. Choose another folder."))
                     .arg(QDir::toNativeSeparators(path), file.errorString());
    }
    return written;
}

void copyFigure(Figure& figure) { QApplication::clipboard()->setImage(renderFigure(figure, kPngScale)); }

void addExportActions(QMenu& menu, QWidget& owner, std::function<Figure*()> figure, FigureReport report) {
    const auto addExport = [&](const QString& title, FigureFormat format) {
        QAction* action = menu.addAction(title);
        QObject::connect(action, &QAction::triggered, &owner, [figure, format, report, guard = QPointer<QWidget>(&owner)] {
            if (Figure* what = figure(); what && guard) exportInteractively(*what, format, *guard, report);
        });
    };
    addExport(text(QT_TRANSLATE_NOOP("figure", "Export as PNG…")), FigureFormat::Png);
    addExport(text(QT_TRANSLATE_NOOP("figure", "Export as SVG…")), FigureFormat::Svg);
    addExport(text(QT_TRANSLATE_NOOP("figure", "Export as PDF…")), FigureFormat::Pdf);
    menu.addSeparator();
    QObject::connect(menu.addAction(text(QT_TRANSLATE_NOOP("figure", "Copy picture"))), &QAction::triggered, &owner, [figure] {
        if (Figure* what = figure()) copyFigure(*what);
    });
    QObject::connect(menu.addAction(text(QT_TRANSLATE_NOOP("figure", "Copy table"))), &QAction::triggered, &owner, [figure] {
        if (Figure* what = figure()) QApplication::clipboard()->setText(what->figureTable());
    });
    QObject::connect(menu.addAction(text(QT_TRANSLATE_NOOP("figure", "Show table"))), &QAction::triggered, &owner,
                     [figure, guard = QPointer<QWidget>(&owner)] {
                         if (Figure* what = figure(); what && guard) showDataTable(*guard, what->figureName(), what->figureTable());
                     });
}

}  // namespace strand
