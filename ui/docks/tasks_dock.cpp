#include "ui/docks/tasks_dock.hpp"

#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/job_bar.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>

#include <cmath>

namespace strand {

namespace {

constexpr int kBarSteps = 1000;

}  // namespace

TaskRow::TaskRow(JobInfo job, QWidget* parent) : QWidget(parent), m_job(std::move(job)) {
    m_title = new StyledLabel(TextStyle::Body);
    m_title->setText(m_job.title);
    m_stage = new StyledLabel(TextStyle::Caption, "muted");
    m_figures = new StyledLabel(TextStyle::Caption, "muted");
    m_figures->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setRange(0, kBarSteps);
    m_bar->setAccessibleName(m_job.title);
    m_cancel = new QToolButton;
    m_cancel->setIcon(icon(QStringLiteral("x")));
    m_cancel->setVisible(m_job.cancellable);
    connect(m_cancel, &QToolButton::clicked, this, [this] { emit cancelled(m_job.id); });
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * kSpace, kSpace, kSpace, kSpace);
    grid->setVerticalSpacing(4);
    grid->setHorizontalSpacing(2 * kSpace);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_stage, 0, 1);
    grid->addWidget(m_figures, 0, 2);
    grid->addWidget(m_cancel, 0, 3, 2, 1);
    grid->addWidget(m_bar, 1, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    retranslate();
}

void TaskRow::retranslate() {
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(m_job.title));
    if (!m_started) m_stage->setText(tr("Waiting"));
}

void TaskRow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TaskRow::setStarted() {
    m_started = true;
    m_stage->clear();
    m_bar->setRange(0, 0);
}

void TaskRow::setProgress(const Progress& progress, double rate, double secondsLeft) {
    m_started = true;
    m_stage->setText(toText(progress.stage));
    if (progress.total > 0) {
        m_bar->setRange(0, kBarSteps);
        m_bar->setValue(static_cast<int>(static_cast<double>(progress.done) / static_cast<double>(progress.total) * kBarSteps));
    }
    m_figures->setText(progressText(progress, rate, secondsLeft));
}

QString TaskRow::text() const { return QStringList{m_title->text(), m_stage->text(), m_figures->text()}.join(QLatin1Char('|')); }

TasksDock::TasksDock(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    m_empty = new EmptyState(QStringLiteral("list-checks"));
    auto* inside = new QWidget;
    m_list = new QVBoxLayout(inside);
    m_list->setContentsMargins(0, kSpace / 2, 0, kSpace / 2);
    m_list->setSpacing(0);
    m_list->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setWidget(inside);
    auto* layout = new QStackedLayout(this);
    layout->addWidget(m_empty);
    layout->addWidget(area);

    EngineHost& engine = session.engine();
    connect(&engine, &EngineHost::jobQueued, this, &TasksDock::add);
    connect(&engine, &EngineHost::jobStarted, this, [this](const JobInfo& job) {
        if (const auto row = m_rows.find(job.id); row != m_rows.end()) row->second->setStarted();
    });
    connect(&engine, &EngineHost::jobProgress, this, [this](JobId job, const Progress& progress, double rate, double secondsLeft) {
        if (const auto row = m_rows.find(job); row != m_rows.end()) row->second->setProgress(progress, rate, secondsLeft);
    });
    connect(&engine, &EngineHost::jobFinished, this, &TasksDock::remove);
    connect(&engine, &EngineHost::jobFailed, this, [this](JobId job, const Error&) { remove(job); });
    retranslate();
}

void TasksDock::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TasksDock::retranslate() {
    m_empty->setTexts(tr("Nothing is running"), tr("Imports, trainings and questions to a model appear here while they run."));
}

void TasksDock::add(const JobInfo& job) {
    if (job.title.isEmpty()) return;
    auto* row = new TaskRow(job, this);
    row->hide();
    m_rows[job.id] = row;
    connect(row, &TaskRow::cancelled, &m_session.engine(), &EngineHost::cancel);
    QTimer::singleShot(kDelayMs, row, [this, row] {
        m_list->insertWidget(m_list->count() - 1, row);
        row->show();
        qobject_cast<QStackedLayout*>(layout())->setCurrentIndex(1);
        emit countChanged(count());
    });
}

void TasksDock::remove(JobId job) {
    const auto found = m_rows.find(job);
    if (found == m_rows.end()) return;
    found->second->hide();
    found->second->deleteLater();
    m_rows.erase(found);
    if (m_rows.empty()) qobject_cast<QStackedLayout*>(layout())->setCurrentIndex(0);
    emit countChanged(count());
}

}  // namespace strand
