#include "ui/plots/architecture_picture.hpp"

#include "ui/plots/stage_sign.hpp"
#include "ui/text/sentences.hpp"

#include <QPainterPath>

#include <algorithm>

namespace strand {

namespace {

constexpr double kArrow = 18, kPad = 7, kChipGap = 6, kFrame = 9, kBypass = 16;

struct Fonts {
    Fonts(const QFont& body_, const QFont& caption_) : body(body_), caption(caption_), mono(residueFont(TextStyle::Caption)) {
        if (caption.pixelSize() > 0) mono.setPixelSize(caption.pixelSize());
    }
    [[nodiscard]] double line() const { return QFontMetricsF(body).height(); }
    QFont body, caption, mono;
};

/// Where the parts of a stage lie.
struct Placed {
    const PictureStage* stage;
    QRectF box, sign, title, values, chips;
    bool opensBlock = false, closesBlock = false;
};

/// The values stand beside the title, or below it where they do not fit.
Placed placeStage(const PictureStage& stage, QPointF at, double width, const Fonts& fonts) {
    const double line = fonts.line();
    const QRectF sign(at.x() + kPad, at.y() + kPad - 2, line + 4, line + 4);
    const double left = sign.right() + kPad + 2, room = at.x() + width - kPad - 2 - left;
    const double titleWidth = QFontMetricsF(fonts.body).horizontalAdvance(stage.title);
    const double valuesWidth = QFontMetricsF(fonts.mono).horizontalAdvance(stage.values);
    const bool beside = stage.values.isEmpty() || titleWidth + 2 * kPad + valuesWidth <= room;
    const double titleHeight =
        std::max(line, QFontMetricsF(fonts.body).boundingRect(QRectF(0, 0, room, 1000), Qt::TextWordWrap, stage.title).height());
    Placed out{.stage = &stage, .box = {}, .sign = sign, .title = {left, at.y() + kPad, room, titleHeight}, .values = {}, .chips = {}};
    out.values = beside ? QRectF(left, out.title.top(), room, line) : QRectF(left, out.title.bottom(), room, line);
    double bottom = beside ? out.title.bottom() : out.values.bottom();
    if (!stage.chips.isEmpty()) {
        out.chips = QRectF(left, bottom + kPad, room, line);
        bottom = out.chips.bottom();
    }
    out.box = QRectF(at.x(), at.y(), width, bottom + kPad - at.y());
    return out;
}

std::vector<Placed> place(const std::vector<PictureStage>& stages, const QRectF& area, const Fonts& fonts) {
    std::vector<Placed> out;
    double y = area.top();
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const PictureStage& stage = stages[i];
        const bool inBlock = !stage.block.isEmpty();
        const bool opens = inBlock && (i == 0 || stages[i - 1].block != stage.block);
        const bool closes = inBlock && (i + 1 == stages.size() || stages[i + 1].block != stage.block);
        if (opens) y += kFrame;
        // Every box is as wide as one in a frame: the flow runs in one column.
        Placed placed = placeStage(stage, {area.left() + kFrame + kBypass, y}, area.width() - 2 * kFrame - kBypass, fonts);
        placed.opensBlock = opens;
        placed.closesBlock = closes;
        y = placed.box.bottom() + kArrow + (closes ? kFrame : 0);
        out.push_back(placed);
    }
    return out;
}

QColor flowColour(const Theme& theme) { return mixed(theme.surface, theme.textFaint, 0.75); }

void drawArrow(QPainter& painter, double x, double from, double to, const Theme& theme) {
    painter.setPen(QPen(flowColour(theme), 1.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x, from + 1), QPointF(x, to - 2));
    painter.drawLine(QPointF(x - 3, to - 5), QPointF(x, to - 2));
    painter.drawLine(QPointF(x + 3, to - 5), QPointF(x, to - 2));
}

/// The input goes round the box and is added to its output.
void drawBypass(QPainter& painter, const QRectF& box, double x, const Theme& theme) {
    const double top = box.top() - 5.5, bottom = box.bottom() + 6.5, left = box.left() - kBypass + 6, r = 5;
    QPainterPath path(QPointF(x, top));
    path.lineTo(left + r, top);
    path.quadTo(left, top, left, top + r);
    path.lineTo(left, bottom - r);
    path.quadTo(left, bottom, left + r, bottom);
    path.lineTo(x - 5, bottom);
    painter.setPen(QPen(flowColour(theme), 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setBrush(theme.surface);
    painter.drawEllipse(QPointF(x, bottom), 4, 4);
    painter.drawLine(QPointF(x - 2, bottom), QPointF(x + 2, bottom));
    painter.drawLine(QPointF(x, bottom - 2), QPointF(x, bottom + 2));
}

void drawFrame(QPainter& painter, const QRectF& frame, const QString& text, const QFont& caption, const Theme& theme) {
    painter.setPen(QPen(theme.border, 1.2));
    painter.setBrush(mixed(theme.surface, theme.sunken, 0.55));
    painter.drawRoundedRect(frame, 9, 9);
    painter.setFont(caption);
    const QFontMetricsF metrics(caption);
    const QRectF tag(frame.right() - metrics.horizontalAdvance(text) - 28, frame.top() - metrics.height() / 2 - 1,
                     metrics.horizontalAdvance(text) + 14, metrics.height() + 2);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2);
    painter.setPen(theme.textMuted);
    painter.drawText(tag, Qt::AlignCenter, text);
}

void drawChips(QPainter& painter, const QRectF& row, const PictureStage& stage, const QFont& caption, const Theme& theme) {
    const QFontMetricsF metrics(caption);
    painter.setFont(caption);
    double x = row.left();
    if (!stage.chipsLabel.isEmpty()) {
        painter.setPen(theme.textMuted);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, stage.chipsLabel);
        x += metrics.horizontalAdvance(stage.chipsLabel) + 2 * kChipGap;
    }
    const auto count = static_cast<double>(stage.chips.size());
    const double width = std::max(8.0, (row.right() - x - kChipGap * (count - 1)) / count);
    for (const QString& chip : stage.chips) {
        const QRectF box(x, row.top(), width, row.height());
        painter.setPen(QPen(theme.border));
        painter.setBrush(mixed(theme.surface, theme.accentSoft, 0.6));
        painter.drawRoundedRect(box, 5, 5);
        painter.setPen(theme.text);
        painter.drawText(box, Qt::AlignCenter, metrics.elidedText(chip, Qt::ElideRight, width - 6));
        x += width + kChipGap;
    }
}

void drawStage(QPainter& painter, const Placed& placed, const Fonts& fonts, const Theme& theme) {
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(placed.box, 7, 7);
    drawStageSign(painter, placed.sign, placed.stage->kind, theme);
    painter.setFont(fonts.body);
    painter.setPen(theme.text);
    painter.drawText(placed.title, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, placed.stage->title);
    const bool beside = placed.values.top() == placed.title.top();
    painter.setFont(fonts.mono);
    painter.setPen(theme.textMuted);
    painter.drawText(placed.values, (beside ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                     QFontMetricsF(fonts.mono).elidedText(placed.stage->values, Qt::ElideRight, placed.values.width()));
    if (!placed.stage->chips.isEmpty()) drawChips(painter, placed.chips, *placed.stage, fonts.caption, theme);
}

QString valueOf(const TextValues& values, const std::string& name) {
    const auto found = values.find(name);
    return found == values.end() ? QString() : QString::fromStdString(found->second);
}

}  // namespace

std::vector<PictureStage> pictureOf(const ModelEntry& entry, const TextValues& values) {
    std::vector<PictureStage> out;
    for (const Stage& stage : entry.architecture) {
        PictureStage drawn{.kind = stage.kind, .title = toText(stage.title), .residual = stage.residual};
        QStringList shown;
        for (const std::string& name : stage.shows)
            shown << QString::fromStdString(name) + QLatin1Char(' ') + valueOf(values, name);
        drawn.values = shown.join(QStringLiteral(" · "));
        if (!stage.repeats.empty())
            drawn.block = QStringLiteral("%1 × %2").arg(QString::fromStdString(stage.repeats), valueOf(values, stage.repeats));
        if (!stage.each.empty()) {
            drawn.chipsLabel = QString::fromStdString(stage.each);
            drawn.chips = valueOf(values, stage.each).split(QLatin1Char(','), Qt::SkipEmptyParts);
        }
        for (const Message& path : stage.paths)
            drawn.chips << toText(path);
        out.push_back(std::move(drawn));
    }
    return out;
}

double pictureHeight(const std::vector<PictureStage>& stages, double width, const QFont& body, const QFont& caption) {
    const std::vector<Placed> placed = place(stages, QRectF(0, 0, width, 0), Fonts(body, caption));
    return placed.empty() ? 0 : placed.back().box.bottom() + (placed.back().closesBlock ? kFrame : 0) + 1;
}

void paintArchitecture(QPainter& painter, const QRectF& area, const std::vector<PictureStage>& stages, const QFont& body,
                       const QFont& caption, const Theme& theme) {
    const Fonts fonts(body, caption);
    const std::vector<Placed> placed = place(stages, area, fonts);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!placed[i].opensBlock) continue;
        const auto last =
            std::find_if(placed.begin() + static_cast<std::ptrdiff_t>(i), placed.end(), [](const Placed& p) { return p.closesBlock; });
        const QRectF from = placed[i].box, to = last->box;
        const double bottom = to.bottom() + (last->stage->residual ? kFrame + 5 : kFrame);
        drawFrame(painter,
                  QRectF(QPointF(from.left() - kBypass - kFrame + 1, from.top() - kFrame - 2), QPointF(from.right() + kFrame - 1, bottom)),
                  placed[i].stage->block, caption, theme);
    }
    for (std::size_t i = 0; i + 1 < placed.size(); ++i)
        drawArrow(painter, placed[i].box.center().x(), placed[i].box.bottom(), placed[i + 1].box.top(), theme);
    for (const Placed& each : placed) {
        if (each.stage->residual) drawBypass(painter, each.box, each.box.center().x(), theme);
        drawStage(painter, each, fonts, theme);
    }
}

}  // namespace strand
