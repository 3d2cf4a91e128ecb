#include "ui/widgets/empty_state.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace strand {

namespace {
constexpr int kDisc = 88, kIcon = 38, kTextWidth = 420, kPictureFrom = 280;
constexpr double kWidest = 1.5;
}  // namespace

EmptyState::EmptyState(QString iconName, QWidget* parent) : QWidget(parent), m_iconName(std::move(iconName)) {
    m_picture = new QLabel;
    m_picture->setAlignment(Qt::AlignCenter);
    m_title = new StyledLabel(TextStyle::Heading);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text = new StyledLabel(TextStyle::Body, "muted");
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_action = new QPushButton;
    m_action->setProperty("kind", "primary");
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    auto* layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->setSpacing(kSpace);
    layout->addStretch(2);
    layout->addWidget(m_picture);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(kSpace);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        paintPicture();
        fitText();
    });
    paintPicture();
    fitText();
}

void EmptyState::setTexts(const QString& title, const QString& text, const QString& action) {
    m_title->setText(title);
    m_text->setText(text);
    fitText();
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

/// Lines of about the same number of letters whatever the text size. The layout would ask for the height at its own width.
void EmptyState::fitText() {
    const int width = qRound(kTextWidth * std::min(kWidest, ThemeManager::instance().textScale()));
    m_text->setFixedWidth(width);
    m_text->setMinimumHeight(std::max(0, m_text->heightForWidth(width)));
}

/// Where there is little height the picture goes.
QSize EmptyState::minimumSizeHint() const {
    QSize least = layout()->minimumSize();
    if (!m_picture->isHidden()) least.rheight() -= m_picture->sizeHint().height() + layout()->spacing();
    return least;
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_picture->setVisible(height() >= kPictureFrom);
}

void EmptyState::paintPicture() {
    const Theme& t = theme();
    const qreal ratio = devicePixelRatioF();
    QPixmap picture(qRound(kDisc * ratio), qRound(kDisc * ratio));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.name == ThemeName::HighContrast ? QPen(t.border, 2) : QPen(Qt::NoPen));
    painter.setBrush(t.accentSoft);
    painter.drawEllipse(QRectF(1, 1, kDisc - 2, kDisc - 2));
    painter.drawPixmap(QPointF((kDisc - kIcon) / 2.0, (kDisc - kIcon) / 2.0), iconPixmap(m_iconName, t.accent, kIcon, ratio));
    painter.end();
    m_picture->setPixmap(picture);
}

}  // namespace strand
