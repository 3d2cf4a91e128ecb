// The pictures of the sample cards.
#include "ui/theme/theme.hpp"
#include "ui/widgets/sample_card.hpp"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace strand {

namespace {

void paintLetter(QPainter& painter, QChar letter, const QRectF& cell) {
    QFont font = residueFont(TextStyle::Title);
    font.setWeight(QFont::Bold);
    QPainterPath path;
    path.addText(0, 0, font, QString(letter));
    const QRectF bounds = path.boundingRect();
    painter.save();
    painter.translate(cell.topLeft());
    painter.scale(cell.width() / bounds.width(), cell.height() / bounds.height());
    painter.translate(-bounds.topLeft());
    painter.fillPath(path, theme().residueInk(letter, false));
    painter.restore();
}

/// The -10 and -35 boxes of E. coli promoters as a logo; heights after Hawley & McClure 1983.
void paintLogo(QPainter& painter, const QRectF& area) {
    struct Column {
        char letter;
        double height;
        char second;
        double secondHeight;
    };
    static constexpr std::array<Column, 14> columns{{{'T', 0.82, 'C', 0.08},
                                                     {'T', 0.84, 'G', 0.08},
                                                     {'G', 0.78, 'T', 0.10},
                                                     {'A', 0.64, 'C', 0.14},
                                                     {'C', 0.54, 'A', 0.18},
                                                     {'A', 0.45, 'T', 0.18},
                                                     {' ', 0, ' ', 0},
                                                     {' ', 0, ' ', 0},
                                                     {'T', 0.80, 'A', 0.08},
                                                     {'A', 0.95, 'T', 0.05},
                                                     {'T', 0.45, 'A', 0.22},
                                                     {'A', 0.59, 'T', 0.15},
                                                     {'A', 0.51, 'C', 0.16},
                                                     {'T', 0.96, 'A', 0.04}}};
    const double width = area.width() / columns.size();
    for (size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        const double left = area.left() + static_cast<double>(i) * width;
        if (column.letter == ' ') {
            painter.setPen(QPen(theme().textFaint, 1.5, Qt::DotLine));
            painter.drawLine(QPointF(left + 2, area.bottom() - 1), QPointF(left + width - 2, area.bottom() - 1));
            continue;
        }
        const double high = column.height * area.height(), low = column.secondHeight * area.height();
        paintLetter(painter, QLatin1Char(column.letter), {left + 1, area.bottom() - high - low, width - 2, high - 1});
        paintLetter(painter, QLatin1Char(column.second), {left + 1, area.bottom() - low, width - 2, low - 0.5});
    }
}

/// Exons as boxes, introns as lines between them, and the two junctions marked.
void paintGene(QPainter& painter, const QRectF& area) {
    const Theme& t = theme();
    const double middle = area.center().y() + area.height() * 0.08;
    const double boxHeight = area.height() * 0.34;
    const auto exon = [&](double from, double to, const QColor& colour) {
        painter.setPen(QPen(colour, 1.5));
        painter.setBrush(mixed(t.surface, colour, 0.28));
        painter.drawRoundedRect(QRectF(area.left() + from * area.width(), middle - boxHeight / 2, (to - from) * area.width(), boxHeight), 4,
                                4);
    };
    const auto intron = [&](double from, double to) {
        QPainterPath path;
        path.moveTo(area.left() + from * area.width(), middle);
        path.quadTo(area.left() + (from + to) / 2 * area.width(), middle - area.height() * 0.75, area.left() + to * area.width(), middle);
        painter.setPen(QPen(t.textFaint, 1.5, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        painter.setPen(QPen(t.textFaint, 1.5));
        painter.drawLine(QPointF(area.left() + from * area.width(), middle), QPointF(area.left() + to * area.width(), middle));
    };
    const auto mark = [&](double at, const QString& text) {
        QFont font = residueFont(TextStyle::Caption);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(t.textMuted);
        const double x = area.left() + at * area.width();
        painter.drawText(QRectF(x - 30, middle + boxHeight / 2 + 4, 60, 18), Qt::AlignHCenter | Qt::AlignTop, text);
    };
    intron(0.26, 0.44);
    intron(0.66, 0.80);
    exon(0.0, 0.26, t.series[0]);
    exon(0.44, 0.66, t.series[2]);
    exon(0.80, 1.0, t.series[4]);
    mark(0.28, QStringLiteral("GT"));
    mark(0.42, QStringLiteral("AG"));
    mark(0.68, QStringLiteral("GT"));
    mark(0.78, QStringLiteral("AG"));
}

/// An attention map of a planted motif: a grid whose middle columns are asked by every row.
void paintAttention(QPainter& painter, const QRectF& area) {
    const Theme& t = theme();
    static const QString sequence = QStringLiteral("CATTGACGTCAGCTAC");
    const int rows = 7;
    const double cell = area.width() / static_cast<double>(sequence.size());
    const double height = (area.height() - cell * 1.25) / rows;
    painter.setPen(Qt::NoPen);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < sequence.size(); ++column) {
            const bool inMotif = column >= 3 && column <= 10;
            const double wave = 0.5 + 0.5 * std::sin(row * 2.1 + column * 1.7);
            const double strength = inMotif ? 0.45 + 0.5 * wave : 0.05 + 0.14 * wave;
            painter.setBrush(mixed(t.dark() ? t.sunken : t.surface, t.accent, strength));
            painter.drawRect(QRectF(area.left() + column * cell, area.top() + row * height, cell - 1, height - 1));
        }
    }
    QFont font = residueFont(TextStyle::Caption);
    painter.setFont(font);
    for (int column = 0; column < sequence.size(); ++column) {
        const bool inMotif = column >= 3 && column <= 10;
        font.setWeight(inMotif ? QFont::Bold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(inMotif ? t.text : t.textFaint);
        painter.drawText(QRectF(area.left() + column * cell, area.bottom() - cell * 1.2, cell, cell * 1.2), Qt::AlignCenter,
                         QString(sequence[column]));
    }
}

}  // namespace

void paintSamplePicture(QPainter& painter, const QRectF& area, const QString& sample) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (sample == QLatin1String("promoters")) {
        paintLogo(painter, area);
    } else if (sample == QLatin1String("splice")) {
        paintGene(painter, area);
    } else {
        painter.setRenderHint(QPainter::Antialiasing, false);
        paintAttention(painter, area);
    }
    painter.restore();
}

}  // namespace strand
