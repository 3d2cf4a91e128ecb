#include "ui/widgets/message_bar.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace strand {

namespace {

constexpr int kShownMs = 6000;
constexpr int kIcon = 18;

const char* iconOf(Session::Level level) {
    switch (level) {
        case Session::Level::Success: return "circle-check";
        case Session::Level::Warning: return "triangle-alert";
        case Session::Level::Error: return "circle-alert";
        case Session::Level::Info: break;
    }
    return "info";
}

QColor colourOf(Session::Level level) {
    const Theme& t = theme();
    switch (level) {
        case Session::Level::Success: return t.good;
        case Session::Level::Warning: return t.warning;
        case Session::Level::Error: return t.bad;
        case Session::Level::Info: break;
    }
    return t.accent;
}

}  // namespace

MessageRow::MessageRow(Session::Level level, const QString& text, const QString& details, const QString& action,
                       std::function<void()> onAction, QWidget* parent)
    : QFrame(parent), m_level(level), m_asks(!action.isEmpty()) {
    m_text = new StyledLabel(TextStyle::Body);
    m_text->setText(text);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_details = new StyledLabel(TextStyle::Body, "muted");
    m_details->setText(details);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A hint is short and stays in sight; long details open on demand.
    const bool isLong = details.size() > 160 || details.contains(QLatin1Char('\n'));
    m_details->setVisible(!details.isEmpty() && !isLong);
    m_more = new QPushButton;
    m_more->setProperty("kind", "quiet");
    m_more->setCheckable(true);
    m_more->setVisible(isLong);
    connect(m_more, &QPushButton::toggled, m_details, &QLabel::setVisible);
    m_close = new QToolButton;
    m_close->setIcon(icon(QStringLiteral("x")));
    connect(m_close, &QToolButton::clicked, this, &MessageRow::done);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_details);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kSpace + kIcon + kSpace + 4, 7, kSpace, 7);
    layout->setSpacing(kSpace);
    layout->addLayout(texts, 1);
    layout->addWidget(m_more);
    if (m_asks) {
        auto* button = new QPushButton(action);
        connect(button, &QPushButton::clicked, this, [this, onAction = std::move(onAction)] {
            if (onAction) onAction();
            emit done();
        });
        layout->addWidget(button);
    }
    layout->addWidget(m_close);
    setAccessibleName(text);
    setAccessibleDescription(details);
    retranslate();
}

QString MessageRow::text() const { return m_text->text(); }

void MessageRow::retranslate() {
    m_more->setText(tr("Details"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
}

void MessageRow::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void MessageRow::paintEvent(QPaintEvent*) {
    const Theme& t = theme();
    const QColor colour = colourOf(m_level);
    QPainter painter(this);
    painter.fillRect(rect(), mixed(t.surface, colour, t.name == ThemeName::HighContrast ? 0.0 : t.dark() ? 0.13 : 0.08));
    painter.fillRect(QRect(0, 0, 3, height()), colour);
    painter.setPen(mixed(t.border, colour, 0.25));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    const int firstLine = m_text->geometry().top() + (QFontMetrics(m_text->font()).height() - kIcon) / 2;
    const int y = m_details->isVisible() ? firstLine : (height() - kIcon) / 2;
    painter.drawPixmap(2 * kSpace, y, iconPixmap(QLatin1String(iconOf(m_level)), colour, kIcon, devicePixelRatioF()));
}

MessageBar::MessageBar(QWidget* parent) : QWidget(parent) {
    m_layout = flushLayout<QVBoxLayout>(this);
    setVisible(false);
}

void MessageBar::show(Session::Level level, const QString& text, const QString& details, const QString& action,
                      std::function<void()> onAction) {
    const auto same = std::find_if(m_rows.begin(), m_rows.end(), [&text](const MessageRow* row) { return row->text() == text; });
    if (same != m_rows.end()) remove(*same);
    if (static_cast<int>(m_rows.size()) >= kRows) {
        const auto idle = std::find_if(m_rows.begin(), m_rows.end(), [](const MessageRow* row) { return !row->asks(); });
        remove(idle == m_rows.end() ? m_rows.front() : *idle);
    }
    auto* row = new MessageRow(level, text, details, action, std::move(onAction), this);
    m_rows.push_back(row);
    m_layout->addWidget(row);
    connect(row, &MessageRow::done, this, [this, row] { remove(row); });
    const bool passing = level == Session::Level::Info || level == Session::Level::Success;
    if (passing && action.isEmpty()) QTimer::singleShot(kShownMs, row, [this, row] { remove(row); });
    setVisible(true);
}

void MessageBar::clear() {
    while (!m_rows.empty())
        remove(m_rows.front());
}

void MessageBar::clearErrors() {
    for (MessageRow* row : std::vector(m_rows)) {
        if (row->level() == Session::Level::Error) remove(row);
    }
}

void MessageBar::remove(MessageRow* row) {
    if (std::erase(m_rows, row) == 0) return;
    m_layout->removeWidget(row);
    row->hide();
    row->deleteLater();
    setVisible(!m_rows.empty());
}

}  // namespace strand
