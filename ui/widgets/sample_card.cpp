#include "ui/widgets/sample_card.hpp"

#include "ui/theme/theme.hpp"

#include <QPainter>

namespace strand {

namespace {
constexpr int kPicture = 116;
constexpr int kPad = 16;
constexpr int kWrap = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
}  // namespace

SampleCard::SampleCard(QString sample, QWidget* parent) : QAbstractButton(parent), m_sample(std::move(sample)) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &QWidget::updateGeometry);
}

void SampleCard::setTexts(const QString& title, const QString& description) {
    m_title = title;
    m_description = description;
    setAccessibleName(title);
    setAccessibleDescription(description);
    updateGeometry();
    update();
}

QRectF SampleCard::descriptionArea(int width) const {
    const int top = kPicture + 2 * kPad + QFontMetrics(fontOf(TextStyle::Heading)).height() + 4;
    const QRect text = QFontMetrics(fontOf(TextStyle::Body)).boundingRect(QRect(0, 0, width - 2 * kPad, 1000), kWrap, m_description);
    return {static_cast<double>(kPad), static_cast<double>(top), width - 2.0 * kPad, static_cast<double>(text.height())};
}

QSize SampleCard::sizeHint() const { return {260, heightForWidth(260)}; }

int SampleCard::heightForWidth(int width) const { return qRound(descriptionArea(width).bottom()) + kPad + 2; }

void SampleCard::enterEvent(QEnterEvent*) {
    m_hover = true;
    update();
}

void SampleCard::leaveEvent(QEvent*) {
    m_hover = false;
    update();
}

void SampleCard::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = (m_hover || hasFocus()) && isEnabled();
    const double line = hasFocus() ? 2 : 1;
    const QRectF card = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(QPen(lit ? t.accent : t.border, line));
    painter.setBrush(isDown() ? t.accentSoft : t.surface);
    painter.drawRoundedRect(card, 10, 10);

    const QRectF stage(1.5, 1.5, width() - 3.0, kPicture + kPad);
    painter.save();
    painter.setClipRect(stage);
    painter.setPen(Qt::NoPen);
    painter.setBrush(lit ? t.accentSoft : t.dark() ? t.sunken : mixed(t.surface, t.sunken, 0.6));
    painter.drawRoundedRect(stage.adjusted(0, 0, 0, 20), 9, 9);
    painter.restore();
    paintSamplePicture(painter, stage.adjusted(kPad, kPad, -kPad, -kPad), m_sample);

    painter.setFont(fontOf(TextStyle::Heading));
    painter.setPen(t.text);
    const double top = kPicture + 1.75 * kPad;
    painter.drawText(QRectF(kPad, top, width() - 2.0 * kPad, QFontMetrics(painter.font()).height()), Qt::AlignLeft | Qt::AlignVCenter,
                     m_title);
    painter.setFont(fontOf(TextStyle::Body));
    painter.setPen(t.textMuted);
    painter.drawText(descriptionArea(width()), kWrap, m_description);
}

}  // namespace strand
