#include "ui/widgets/status_strip.hpp"

#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>

#include <cmath>

namespace strand {

namespace {
constexpr int kBarWidth = 140;
constexpr int kBarSteps = 1000;
}  // namespace

QString sequencesText(const DatasetRecord& dataset) {
    const int count = static_cast<int>(dataset.sequences);
    const QString shown = number(dataset.sequences);
    switch (dataset.kind) {
        //: %1 is the number, grouped
        case SequenceKind::Dna: return StatusStrip::tr("%1 DNA sequence(s)", nullptr, count).arg(shown);
        case SequenceKind::Rna: return StatusStrip::tr("%1 RNA sequence(s)", nullptr, count).arg(shown);
        case SequenceKind::Protein: return StatusStrip::tr("%1 protein sequence(s)", nullptr, count).arg(shown);
        case SequenceKind::Text: break;
    }
    return StatusStrip::tr("%1 text(s)", nullptr, count).arg(shown);
}

QString deviceName(const std::string& device) {
    return device == "cpu"    ? StatusStrip::tr("CPU")
           : device == "auto" ? StatusStrip::tr("Automatic")
                              : QString::fromStdString(device).toUpper();
}

StatusStrip::StatusStrip(Session& session, QWidget* parent) : QStatusBar(parent), m_session(session) {
    setSizeGripEnabled(false);
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(kSpace + 4, 3, kSpace + 4, 3);
    layout->setSpacing(2 * kSpace);
    const auto part = [layout](const char* tone) {
        auto* label = new StyledLabel(TextStyle::Caption, tone);
        layout->addWidget(label);
        return label;
    };
    m_dot = part("faint");
    m_dot->setText(QStringLiteral("●"));
    layout->addSpacing(-kSpace);
    m_state = part("");
    // What gives way in a narrow window.
    const auto yielding = [layout] {
        auto* label = new ElidedLabel(TextStyle::Caption, "muted");
        layout->addWidget(label);
        return label;
    };
    m_data = yielding();
    m_run = yielding();
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setRange(0, kBarSteps);
    layout->addWidget(m_bar);
    m_left = part("muted");
    layout->addStretch(1);
    m_device = part("muted");
    m_saved = yielding();
    addWidget(row, 1);

    EngineHost& engine = session.engine();
    for (const auto signal : {&Session::projectChanged, &Session::datasetChanged, &Session::runChanged})
        connect(&session, signal, this, &StatusStrip::refresh);
    connect(&engine, &EngineHost::ready, this, &StatusStrip::refresh);
    connect(&engine, &EngineHost::devicesFound, this, &StatusStrip::refresh);
    connect(&engine, &EngineHost::trainingStateChanged, this, &StatusStrip::refresh);
    connect(&engine, &EngineHost::jobStarted, this, [this](const JobInfo& job) {
        // Questions and edits are over before one could read of them.
        const bool brief = job.title.isEmpty() || job.kind == JobKind::Attention || job.kind == JobKind::Other;
        if (brief || (m_job != 0 && m_jobTrains)) return;
        m_job = job.id;
        m_jobTrains = job.kind == JobKind::Train;
        m_jobTitle = job.title;
        refresh();
    });
    const auto ended = [this](JobId job) {
        if (job != m_job) return;
        m_job = 0;
        m_jobTrains = false;
        refresh();
    };
    connect(&engine, &EngineHost::jobFinished, this, ended);
    connect(&engine, &EngineHost::jobFailed, this, ended);
    connect(&engine, &EngineHost::jobProgress, this,
            [this](JobId job, const Progress& progress, double, double secondsLeft) { progressed(job, progress, secondsLeft); });
    refresh();
}

void StatusStrip::setClosing(bool closing) {
    m_closing = closing;
    refresh();
}

void StatusStrip::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

QString StatusStrip::state() const {
    const EngineHost& engine = m_session.engine();
    if (m_closing || engine.isStopping()) return tr("Stopping…");
    if (engine.isPaused()) return tr("Paused");
    if (engine.isTraining()) return tr("Training");
    if (m_job != 0) return m_jobTitle;
    return engine.isReady() ? tr("Ready") : tr("Starting the engine…");
}

/// The colour of the dot says the same as the words beside it.
const char* StatusStrip::tone() const {
    const EngineHost& engine = m_session.engine();
    if (m_closing || engine.isStopping() || engine.isPaused()) return "warning";
    if (engine.isTraining() || m_job != 0) return "accent";
    return engine.isReady() ? "good" : "faint";
}

QString StatusStrip::dataText() const {
    const DatasetRecord* dataset = m_session.dataset();
    return dataset == nullptr ? QString() : sequencesText(*dataset);
}

QString StatusStrip::runText() const {
    const RunRecord* run = m_session.run();
    if (run == nullptr) return {};
    //: status bar: name of a run, epochs done of epochs planned
    return tr("%1 · epoch %2/%3").arg(QString::fromStdString(run->name), number(run->epoch), number(run->epochsPlanned));
}

QString StatusStrip::deviceText() const {
    const EngineHost& engine = m_session.engine();
    if (const RunRecord* run = m_session.run(); run != nullptr && engine.trainingRun() == run->id) return deviceName(run->device);
    const std::string& wanted = engine.device().device;
    if (wanted != "auto") return deviceName(wanted);
    // The engine takes the first GPU where there is one.
    for (const DeviceInfo& found : engine.devices()) {
        if (found.name != "cpu") return deviceName(found.name);
    }
    return engine.devices().empty() ? QString() : deviceName("cpu");
}

void StatusStrip::refresh() {
    const bool working = m_job != 0;
    m_state->setText(state());
    m_dot->setTone(tone());
    m_data->setText(dataText());
    m_run->setText(runText());
    m_device->setText(deviceText());
    m_saved->setText(m_session.hasProject() ? tr("All changes saved") : QString());
    for (QLabel* label : {m_data, m_run, m_device, m_saved})
        label->setVisible(!label->text().isEmpty());
    m_bar->setVisible(working);
    m_left->setVisible(working);
    if (!working) {
        m_bar->setRange(0, kBarSteps);
        m_bar->setValue(0);
        m_left->clear();
    }
}

void StatusStrip::progressed(JobId job, const Progress& progress, double secondsLeft) {
    if (job != m_job) return;
    if (progress.total > 0) {
        m_bar->setRange(0, kBarSteps);
        m_bar->setValue(static_cast<int>(static_cast<double>(progress.done) / static_cast<double>(progress.total) * kBarSteps));
    } else {
        m_bar->setRange(0, 0);
    }
    m_bar->setAccessibleName(toText(progress.stage));
    const bool known = std::isfinite(secondsLeft) && !m_session.engine().isPaused();
    //: status bar: time that remains, e.g. "0:41 left"
    m_left->setText(known ? tr("%1 left").arg(duration(secondsLeft)) : QString());
}

QString StatusStrip::text() const {
    QStringList parts;
    for (const QLabel* label : {m_state, m_data, m_run, m_left, m_device, m_saved}) {
        if (!label->isHidden() && !label->text().isEmpty()) parts << label->text();
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace strand
