#include "ui/widgets/rail.hpp"

#include "ui/theme/theme.hpp"

#include <QEnterEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace strand {

namespace {
constexpr int kPad = 10;

int pictureSize() { return qRound(18 * ThemeManager::instance().textScale()); }
}  // namespace

RailButton::RailButton(QString iconName, QWidget* parent) : QAbstractButton(parent), m_iconName(std::move(iconName)) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const {
    const QFontMetrics metrics(fontOf(TextStyle::Body));
    const int name = m_compact ? 0 : metrics.horizontalAdvance(text()) + 3 * kPad;
    return {kPad + pictureSize() + kPad + name, qMax(36, metrics.height() + 2 * kSpace)};
}

void RailButton::setBusy(bool busy) {
    m_busy = busy;
    update();
}

void RailButton::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    update();
}

void RailButton::enterEvent(QEnterEvent*) {
    m_hover = true;
    update();
}

void RailButton::leaveEvent(QEvent*) {
    m_hover = false;
    update();
}

/// The ring is for those who come by keyboard.
void RailButton::focusInEvent(QFocusEvent* event) {
    m_ring = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QAbstractButton::focusInEvent(event);
}

void RailButton::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isChecked() || m_hover) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? t.accentSoft : mixed(t.window, t.text, t.dark() ? 0.07 : 0.05));
        painter.drawRoundedRect(area, 7, 7);
    }
    if (hasFocus() && m_ring) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    }
    const QColor ink = isChecked() ? t.accent : t.textMuted;
    painter.drawPixmap(QPointF(kPad, (height() - pictureSize()) / 2.0), iconPixmap(m_iconName, ink, pictureSize(), devicePixelRatioF()));
    if (!m_compact) {
        QFont font = fontOf(TextStyle::Body);
        font.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
        painter.setFont(font);
        painter.setPen(isChecked() ? (t.name == ThemeName::HighContrast ? t.accent : t.text) : t.textMuted);
        painter.drawText(rect().adjusted(kPad + pictureSize() + kPad, 0, -kPad, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    }
    if (m_busy) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawEllipse(m_compact ? QPointF(width() - kPad * 0.7, kPad * 0.7) : QPointF(width() - 1.4 * kPad, height() / 2.0), 3.5,
                            3.5);
    }
}

Rail::Rail(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpace, kSpace + 4, kSpace + 1, kSpace);
    layout->setSpacing(2);
    layout->addStretch(1);
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        for (RailButton* button : m_buttons)
            button->updateGeometry();
        update();
    });
}

void Rail::add(const QString& iconName) {
    auto* button = new RailButton(iconName, this);
    m_group.addButton(button, count());
    qobject_cast<QVBoxLayout*>(layout())->insertWidget(count(), button);
    m_buttons.push_back(button);
}

void Rail::setText(int index, const QString& text, const QString& toolTip) {
    RailButton* button = m_buttons[static_cast<size_t>(index)];
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->updateGeometry();
}

void Rail::setCurrent(int index) { m_buttons[static_cast<size_t>(index)]->setChecked(true); }

void Rail::setBusy(int index, bool busy) { m_buttons[static_cast<size_t>(index)]->setBusy(busy); }

void Rail::setCompact(bool compact) {
    for (RailButton* button : m_buttons)
        button->setCompact(compact);
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().window);
    painter.setPen(theme().border);
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

void Rail::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const int next = m_group.checkedId() + step;
    if (step == 0 || next < 0 || next >= count()) return QWidget::keyPressEvent(event);
    m_buttons[static_cast<size_t>(next)]->setFocus(Qt::TabFocusReason);
    m_buttons[static_cast<size_t>(next)]->click();
}

}  // namespace strand
