#include "ui/widgets/job_bar.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/elided_label.hpp"

#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {
constexpr int kSteps = 1000;

// What the engine counts in.
[[maybe_unused]] constexpr const char* kUnits[] = {QT_TRANSLATE_N_NOOP("engine", "bytes"), QT_TRANSLATE_N_NOOP("engine", "records"),
                                                   QT_TRANSLATE_N_NOOP("engine", "batches"), QT_TRANSLATE_N_NOOP("engine", "sequences")};

/// "batches" of the engine in the language of the window, in the form that goes with their number.
QString unitText(const Progress& progress) {
    return QCoreApplication::translate("engine", progress.unit, nullptr, static_cast<int>(std::min<std::int64_t>(progress.total, 1000)));
}
}  // namespace

QString progressText(const Progress& progress, double rate, double secondsLeft) {
    QStringList parts;
    //: task: done of total, with a unit: "120 of 400 batches"
    if (progress.total > 0) parts << JobBar::tr("%1 of %2 %3").arg(number(progress.done), number(progress.total), unitText(progress));
    //: task: rate
    if (rate > 0) parts << JobBar::tr("%1/s").arg(rate < 10 ? real(rate, 1) : number(std::llround(rate)));
    if (std::isfinite(secondsLeft)) parts << JobBar::tr("%1 left").arg(duration(secondsLeft));
    return parts.join(QStringLiteral(" · "));
}

JobBar::JobBar(Session& session, QWidget* parent) : QFrame(parent), m_session(session) {
    setProperty("card", true);
    m_stage = new ElidedLabel(TextStyle::Body);
    m_figures = new StyledLabel(TextStyle::Caption, "muted");
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_cancel = new QPushButton;
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_session.engine().cancel(m_job); });
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(2 * kSpace, kSpace, kSpace * 3 / 2, kSpace);
    grid->setHorizontalSpacing(2 * kSpace);
    grid->setVerticalSpacing(kSpace / 2);
    grid->addWidget(m_stage, 0, 0);
    grid->addWidget(m_figures, 0, 1, Qt::AlignRight);
    grid->addWidget(m_bar, 1, 0, 1, 2);
    grid->addWidget(m_cancel, 0, 2, 2, 1);
    grid->setColumnStretch(0, 1);
    hide();
    EngineHost& engine = session.engine();
    connect(&engine, &EngineHost::jobProgress, this, [this](JobId job, const Progress& progress, double rate, double secondsLeft) {
        if (job == m_job) show(progress, rate, secondsLeft);
    });
    connect(&engine, &EngineHost::jobFinished, this, &JobBar::end);
    connect(&engine, &EngineHost::jobFailed, this, [this](JobId job, const Error&) { end(job); });
    retranslate();
}

void JobBar::follow(JobId job, const QString& title) {
    if (job == 0) return;
    m_job = job;
    m_title = title;
    m_stage->setText(title);
    m_figures->clear();
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(title);
    setVisible(true);
    retranslate();
}

void JobBar::show(const Progress& progress, double rate, double secondsLeft) {
    const QString stage = toText(progress.stage);
    m_stage->setText(stage.isEmpty() ? m_title : stage);
    m_figures->setText(progressText(progress, rate, secondsLeft));
    if (progress.total <= 0) return;
    m_bar->setRange(0, kSteps);
    m_bar->setValue(static_cast<int>(static_cast<double>(progress.done) / static_cast<double>(progress.total) * kSteps));
}

void JobBar::end(JobId job) {
    if (job != m_job || job == 0) return;
    m_job = 0;
    hide();
    emit ended(job);
}

void JobBar::retranslate() {
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(m_title));
}

}  // namespace strand
