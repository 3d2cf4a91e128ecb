#include "ui/docks/log_dock.hpp"

#include "core/log.hpp"
#include "ui/docks/engine_log.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/flush_layout.hpp"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTime>
#include <QToolButton>

namespace strand {

namespace {

QColor colourOf(int level) {
    const Theme& t = theme();
    if (level >= static_cast<int>(LogLevel::Error)) return t.bad;
    if (level == static_cast<int>(LogLevel::Warning)) return t.warning;
    return level == static_cast<int>(LogLevel::Debug) ? t.textFaint : t.text;
}

}  // namespace

LogDock::LogDock(Session& session, QWidget* parent) : QWidget(parent) {
    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(320);
    m_level = new QComboBox;
    m_level->addItems({QString(), QString(), QString()});
    m_copy = new QToolButton;
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_text = new QPlainTextEdit;
    m_text->setReadOnly(true);
    m_text->setMaximumBlockCount(kLines);
    m_text->setProperty("frameless", true);
    m_text->setTabChangesFocus(true);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(2 * kSpace, kSpace, kSpace, kSpace);
    tools->setSpacing(kSpace);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_level);
    tools->addStretch(1);
    tools->addWidget(m_copy);
    auto* layout = flushLayout<QVBoxLayout>(this);
    layout->addLayout(tools);
    layout->addWidget(m_text, 1);

    connect(&session.engine(), &EngineHost::logged, this, &LogDock::add);
    connect(new EngineLog(session, this), &EngineLog::wrote, this, &LogDock::add);
    connect(m_search, &QLineEdit::textChanged, this, &LogDock::rebuild);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogDock::rebuild);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(shownText()); });
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &LogDock::rebuild);
    retranslate();
    rebuild();
}

void LogDock::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

/// What came while nobody looked is at the end.
void LogDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(
        this, [bar = m_text->verticalScrollBar()] { bar->setValue(bar->maximum()); }, Qt::QueuedConnection);
}

void LogDock::retranslate() {
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter of the log"));
    m_level->setItemText(0, tr("Everything"));
    m_level->setItemText(1, tr("Warnings and errors"));
    m_level->setItemText(2, tr("Errors"));
    m_level->setAccessibleName(tr("Severity"));
    m_copy->setToolTip(tr("Copy what is shown"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_text->setAccessibleName(tr("Log"));
}

void LogDock::add(int level, const QString& line) {
    m_lines.push_back({level, QStringLiteral("%1  %2").arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss")), line)});
    if (m_lines.size() > kLines) m_lines.pop_front();
    if (passes(m_lines.back())) append(m_lines.back());
}

bool LogDock::passes(const Line& line) const {
    const int lowest =
        m_level->currentIndex() == 0 ? 0 : static_cast<int>(m_level->currentIndex() == 1 ? LogLevel::Warning : LogLevel::Error);
    return line.level >= lowest && line.text.contains(m_search->text(), Qt::CaseInsensitive);
}

void LogDock::append(const Line& line) {
    QScrollBar* const bar = m_text->verticalScrollBar();
    const bool follows = bar->value() == bar->maximum();  // someone who reads further up is left alone
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    format.setForeground(colourOf(line.level));
    if (!m_text->document()->isEmpty()) cursor.insertBlock();
    cursor.insertText(line.text, format);
    if (follows) bar->setValue(bar->maximum());
}

void LogDock::rebuild() {
    m_text->setFont(residueFont(TextStyle::Caption));
    m_text->clear();
    for (const Line& line : m_lines) {
        if (passes(line)) append(line);
    }
}

QString LogDock::shownText() const { return m_text->toPlainText(); }

void LogDock::setFilter(const QString& text, int lowestLevel) {
    m_search->setText(text);
    m_level->setCurrentIndex(lowestLevel);
}

}  // namespace strand
