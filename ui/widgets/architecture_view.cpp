#include "ui/widgets/architecture_view.hpp"

#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QtMath>

#include <cmath>

namespace strand {

namespace {

constexpr double kFigureWidth = 560;

}  // namespace

class ArchitectureView::Canvas : public QWidget {
public:
    explicit Canvas(const std::vector<PictureStage>& stages) : m_stages(stages) { setFocusPolicy(Qt::NoFocus); }
    /// As high as the picture is in this width.
    void fit() {
        setFixedHeight(qCeil(pictureHeight(m_stages, width() - 1, fontOf(TextStyle::Body), fontOf(TextStyle::Caption))) + 2);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        paintArchitecture(painter, QRectF(rect()).adjusted(0.5, 1, -0.5, -1), m_stages, fontOf(TextStyle::Body), fontOf(TextStyle::Caption),
                          theme());
    }
    void resizeEvent(QResizeEvent* event) override {
        if (event->oldSize().width() != width()) fit();
    }

private:
    const std::vector<PictureStage>& m_stages;
};

ArchitectureView::ArchitectureView(QWidget* parent) : QWidget(parent) {
    m_heading = new StyledLabel(TextStyle::Heading);
    m_menu = new QMenu(this);
    m_more = new QToolButton;
    m_more->setIcon(icon(QStringLiteral("ellipsis")));
    m_more->setAutoRaise(true);
    m_more->setMaximumHeight(kSpace * 3);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_canvas = new Canvas(m_stages);
    auto* header = new QHBoxLayout;
    header->addWidget(m_heading);
    header->addStretch(1);
    header->addWidget(m_more);
    auto* layout = flushLayout<QVBoxLayout>(this, kSpace);
    layout->addLayout(header);
    layout->addWidget(m_canvas);
    layout->addStretch(1);
    connect(&ThemeManager::instance(), &ThemeManager::changed, m_canvas, [this] { m_canvas->fit(); });
    retranslate();
}

void ArchitectureView::show(const ModelEntry& entry, const TextValues& values) {
    m_model = QString::fromStdString(entry.name);
    m_paper = QString::fromStdString(entry.paper);
    m_stages = pictureOf(entry, values);
    m_canvas->setAccessibleName(tr("Architecture of %1").arg(m_model));
    QStringList steps;
    for (const PictureStage& stage : m_stages)
        steps << stage.title;
    m_canvas->setAccessibleDescription(steps.join(QStringLiteral(" → ")));
    m_canvas->fit();
}

void ArchitectureView::retranslate() {
    m_heading->setText(tr("Architecture"));
    m_more->setToolTip(tr("Export the picture"));
    m_more->setAccessibleName(m_more->toolTip());
    m_menu->clear();
    addExportActions(
        *m_menu, *this, [this] { return this; },
        [this](bool written, const QString& sentence) {
            if (m_report) m_report(written, sentence);
        });
}

QString ArchitectureView::figureName() const { return QStringLiteral("architecture-%1").arg(m_model); }

QSizeF ArchitectureView::figureSize() const {
    const QFont small = figureFont(TextStyle::Caption);
    const double head = QFontMetricsF(figureFont(TextStyle::Heading)).height(), foot = QFontMetricsF(small).height();
    const double picture = pictureHeight(m_stages, kFigureWidth - 4 * kSpace, figureFont(TextStyle::Body), small);
    return {kFigureWidth, std::ceil(picture + head + foot + 8 * kSpace)};
}

void ArchitectureView::paintFigure(QPainter& painter, const QRectF& area, const Theme& colours) {
    const QRectF inner = area.adjusted(2 * kSpace, 2 * kSpace, -2 * kSpace, -2 * kSpace);
    const QFont heading = figureFont(TextStyle::Heading), small = figureFont(TextStyle::Caption);
    painter.setFont(heading);
    painter.setPen(colours.text);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, tr("Architecture of %1").arg(m_model));
    painter.setFont(small);
    painter.setPen(colours.textMuted);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, m_paper);
    paintArchitecture(painter, inner.adjusted(0, QFontMetricsF(heading).height() + 2 * kSpace, 0, 0), m_stages, figureFont(TextStyle::Body),
                      small, colours);
}

QString ArchitectureView::figureTable() const {
    QString out = tr("stage") + QLatin1Char('\t') + tr("settings") + QLatin1Char('\t') + tr("parallel") + QLatin1Char('\t') +
                  tr("repeated") + QLatin1Char('\n');
    for (const PictureStage& stage : m_stages) {
        out += QStringList{stage.title, stage.values, stage.chips.join(QStringLiteral(", ")), stage.block}.join(QLatin1Char('\t')) +
               QLatin1Char('\n');
    }
    return out;
}

}  // namespace strand
