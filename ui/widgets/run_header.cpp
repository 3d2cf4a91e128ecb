#include "ui/widgets/run_header.hpp"

#include "ui/docks/runs_dock.hpp"
#include "ui/text/train_texts.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/folding_row.hpp"
#include "ui/widgets/inline_confirm.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/state_pill.hpp"

#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace strand {

namespace {

QPushButton* makeButton(const char* iconName, const char* kind = "") {
    auto* button = new QPushButton;
    button->setIcon(icon(QString::fromLatin1(iconName)));
    button->setProperty("kind", QString::fromLatin1(kind));
    return button;
}

QString stateText(RunState state) {
    switch (state) {
        case RunState::Created: return TrainTexts::tr("Not started");
        case RunState::Running: return TrainTexts::tr("Running");
        case RunState::Stopped: return TrainTexts::tr("Stopped");
        case RunState::Interrupted: return TrainTexts::tr("Interrupted");
        case RunState::Finished: return TrainTexts::tr("Finished");
        case RunState::Failed: return TrainTexts::tr("Failed");
    }
    return {};
}

StatePill::Tone stateTone(RunState state) {
    switch (state) {
        case RunState::Running: return StatePill::Tone::Active;
        case RunState::Finished: return StatePill::Tone::Good;
        case RunState::Interrupted: return StatePill::Tone::Warning;
        case RunState::Failed: return StatePill::Tone::Bad;
        case RunState::Created:
        case RunState::Stopped: break;
    }
    return StatePill::Tone::Neutral;
}

}  // namespace

RunHeader::RunHeader(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    build();
    connectButtons();
}

void RunHeader::build() {
    m_name = new ElidedLabel(TextStyle::Title);
    m_about = new ElidedLabel(TextStyle::Body, "muted");
    m_pill = new StatePill;
    m_start = makeButton("play", "primary");
    m_resume = makeButton("play", "primary");
    m_resume->setIcon(iconOnAccent(QStringLiteral("play")));
    m_pause = makeButton("pause");
    m_stop = makeButton("square");
    m_finish = makeButton("flag");
    m_discard = makeButton("trash-2", "quiet");
    m_confirm = new InlineConfirm;
    m_views = new Segmented(2);

    auto* names = new QHBoxLayout;
    names->setSpacing(kSpace * 3 / 2);
    names->addWidget(m_name);
    names->addWidget(m_pill, 0, Qt::AlignVCenter);
    names->addSpacing(kSpace);
    names->addWidget(m_views);  // stays under the mouse when the options beside the page come and go
    names->addStretch(1);
    auto* about = new QHBoxLayout;
    about->addWidget(m_about);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    for (QPushButton* button : {m_start, m_resume, m_pause, m_finish, m_stop, m_discard})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* column = flushLayout<QVBoxLayout>(this, 2);
    column->addLayout(names);
    column->addWidget(new FoldingRow(about, buttons, kSpace));
    column->addWidget(m_confirm);
}

void RunHeader::connectButtons() {
    EngineHost& engine = m_session.engine();
    connect(m_start, &QPushButton::clicked, this, [this, &engine] {
        const TrainOptions& draft = m_session.draft();
        if (draft.model.empty() || draft.dataset.empty()) {
            m_session.goTo(QStringLiteral("model"));
        } else {
            engine.train(draft);
        }
    });
    connect(m_resume, &QPushButton::clicked, this, [this, &engine] {
        if (m_session.run() != nullptr) engine.resume(m_session.run()->id);
    });
    connect(m_pause, &QPushButton::clicked, this, [&engine] { engine.setPaused(!engine.isPaused()); });
    connect(m_stop, &QPushButton::clicked, this, [&engine] { engine.stopTraining(); });
    connect(m_finish, &QPushButton::clicked, this, [&engine] { engine.finishTraining(); });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_confirm->ask(
            TrainTexts::tr("Discard run %1? Its curves and weights are thrown away. To keep what it has learned, finish it now instead.")
                .arg(m_name->text()),
            TrainTexts::tr("Discard run"), TrainTexts::tr("Keep training"));
    });
    connect(m_confirm, &InlineConfirm::agreed, this, [&engine] { engine.discardTraining(); });
}

void RunHeader::refresh(bool live, bool starting) {
    refreshPill(live, starting);
    refreshButtons(live);
}

void RunHeader::refreshPill(bool live, bool starting) {
    const EngineHost& engine = m_session.engine();
    const RunRecord* run = m_session.run();
    if (starting) {
        m_pill->setState(TrainTexts::tr("Starting…"), StatePill::Tone::Active);
    } else if (live && engine.isStopping()) {
        m_pill->setState(TrainTexts::tr("Stopping…"), StatePill::Tone::Warning);
    } else if (live && engine.isPaused()) {
        m_pill->setState(TrainTexts::tr("Paused"), StatePill::Tone::Warning);
    } else if (live) {
        m_pill->setState(TrainTexts::tr("Running"), StatePill::Tone::Active);
    } else if (run != nullptr) {
        m_pill->setState(stateText(run->state), stateTone(run->state));
    }
}

void RunHeader::refreshButtons(bool live) {
    const EngineHost& engine = m_session.engine();
    const RunRecord* run = m_session.run();
    const bool idle = !engine.isTraining();
    const bool resumable = run != nullptr && canResume(*run);
    m_resume->setVisible(idle && resumable);
    m_start->setVisible(idle);
    const QString kind = idle && resumable ? QString() : QStringLiteral("primary");
    if (m_start->property("kind").toString() != kind || m_start->icon().isNull()) {
        m_start->setProperty("kind", kind);
        m_start->style()->unpolish(m_start);
        m_start->style()->polish(m_start);
    }
    m_start->setIcon(kind.isEmpty() ? icon(QStringLiteral("play")) : iconOnAccent(QStringLiteral("play")));
    for (QPushButton* button : {m_pause, m_stop, m_finish, m_discard}) {
        button->setVisible(live);
        button->setEnabled(!engine.isStopping());
    }
    m_pause->setText(engine.isPaused() ? TrainTexts::tr("Continue") : TrainTexts::tr("Pause"));
    m_pause->setIcon(icon(engine.isPaused() ? QStringLiteral("play") : QStringLiteral("pause")));
}

void RunHeader::setTexts(const QString& name, const QString& about) {
    m_name->setText(name);
    m_about->setText(about);
}

QString RunHeader::about() const { return m_about->text(); }

void RunHeader::hideQuestion() { m_confirm->hide(); }

void RunHeader::retranslate() {
    m_start->setText(TrainTexts::tr("Start a new run"));
    m_start->setToolTip(TrainTexts::tr("Train the model of the Model page with its settings"));
    m_resume->setText(TrainTexts::tr("Resume"));
    m_resume->setToolTip(TrainTexts::tr("Go on from the last checkpoint, to the same result as if it had never stopped"));
    m_pause->setToolTip(TrainTexts::tr("Wait at the next batch; nothing is lost"));
    m_stop->setText(TrainTexts::tr("Stop"));
    m_stop->setToolTip(TrainTexts::tr("Save a checkpoint and stop; the run can be resumed later"));
    m_finish->setText(TrainTexts::tr("Finish now and keep"));
    m_finish->setToolTip(TrainTexts::tr("End here: the best weights so far are kept and tested"));
    m_discard->setText(TrainTexts::tr("Discard…"));
    m_discard->setToolTip(TrainTexts::tr("Throw this run away"));
    m_views->setTexts({TrainTexts::tr("Curves"), TrainTexts::tr("Results")});
}

}  // namespace strand
