#include "ui/pages/model_page.hpp"

#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/hyperparameter_form.hpp"
#include "ui/widgets/model_list.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace strand {

namespace {

constexpr int kListWidth = 300;
constexpr int kTextWidth = 640;
constexpr int kFormWidth = 356;
constexpr int kEstimateDelayMs = 300;

QLabel* label(TextStyle style, const char* tone = "", bool wrap = true) {
    auto* made = new StyledLabel(style, tone);
    made->setWordWrap(wrap);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

/// A table of "name value" rows as rich text: values right-aligned, numbers lining up.
QString rows(const QList<std::pair<QString, QString>>& items) {
    QString out = QStringLiteral("<table cellspacing='0' cellpadding='3'>");
    for (const auto& [name, value] : items)
        out += QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td align='right'><b>%2</b></td></tr>")
                   .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    return out + QStringLiteral("</table>");
}

}  // namespace

ModelPage::ModelPage(Session& session) : Page(session) {
    m_list = new ModelList;
    m_list->setMinimumWidth(kListWidth);
    m_list->setMaximumWidth(kListWidth + 60);

    m_name = label(TextStyle::Title);
    m_title = label(TextStyle::Body, "muted");
    m_description = label(TextStyle::Body);
    m_paper = label(TextStyle::Caption, "faint");
    m_estimate = new QFrame;
    m_estimate->setProperty("card", true);
    m_estimateHeading = label(TextStyle::Heading);
    m_figures = label(TextStyle::Body, "", false);
    m_warnings = label(TextStyle::Body, "warning");
    auto* card = new QVBoxLayout(m_estimate);
    card->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    card->addWidget(m_estimateHeading);
    card->addWidget(m_figures);
    card->addWidget(m_warnings);

    m_train = new QPushButton;
    m_train->setProperty("kind", "primary");
    m_missing = label(TextStyle::Caption, "muted");
    auto* action = new QHBoxLayout;
    action->setSpacing(2 * kSpace);
    action->addWidget(m_train);
    action->addWidget(m_missing, 1);

    auto* column = new QWidget;
    column->setMaximumWidth(kTextWidth);
    auto* text = new QVBoxLayout(column);
    text->setContentsMargins(4 * kSpace, 4 * kSpace, 4 * kSpace, 4 * kSpace);
    text->setSpacing(2 * kSpace);
    text->addWidget(m_name);
    text->addWidget(m_title);
    text->addWidget(m_description);
    text->addWidget(m_paper);
    text->addSpacing(kSpace);
    text->addWidget(m_estimate);
    text->addLayout(action);
    text->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(column);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(scroll, 1);

    m_form = new HyperparameterForm;
    m_formArea = new QScrollArea(this);
    m_formArea->setFrameShape(QFrame::NoFrame);
    m_formArea->setWidgetResizable(true);
    m_formArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formArea->setMinimumWidth(kFormWidth);
    m_formArea->setWidget(m_form);
    m_formArea->hide();

    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kEstimateDelayMs);
    connect(m_delay, &QTimer::timeout, this, &ModelPage::askEstimate);
    connect(m_list, &ModelList::chosen, this, &ModelPage::choose);
    connect(m_form, &HyperparameterForm::edited, this, &ModelPage::formEdited);
    connect(m_train, &QPushButton::clicked, this, &ModelPage::train);

    auto& engine = session.engine();
    connect(&engine, &EngineHost::ready, this, &ModelPage::fillCatalogue);
    connect(&engine, &EngineHost::trainingStateChanged, this, &ModelPage::describe);
    connect(&engine, &EngineHost::estimateReady, this, [this](JobId job, const TrainEstimate& estimate) {
        if (job == m_estimateJob) show(estimate);
    });
    connect(&engine, &EngineHost::jobFailed, this, [this](JobId job, const Error& error) {
        if (job != m_estimateJob) return;
        m_estimateJob = 0;
        m_last.reset();
        describe();
        m_warnings->setText(toText(error) + (error.hint.empty() ? QString() : QStringLiteral("\n") + toText(error.hint)));
        m_warnings->show();
    });
    connect(&session, &Session::datasetChanged, this, [this] {
        m_last.reset();
        describe();
        m_delay->start();
    });
    connect(&session, &Session::projectChanged, this, &ModelPage::fillCatalogue);
    connect(&session, &Session::draftChanged, this, &ModelPage::followDraft);
    retranslate();
    fillCatalogue();
}

QWidget* ModelPage::optionsPanel() { return m_formArea; }

void ModelPage::fillCatalogue() {
    const auto models = session().engine().models();
    m_list->show(models);
    if (models.empty()) return;
    const std::string wanted = session().draft().model;
    choose(session().engine().model(wanted) ? wanted : models.front().name);
}

void ModelPage::choose(const std::string& name) {
    const auto* entry = session().engine().model(name);
    if (!entry) return;
    m_list->select(name);
    TrainOptions draft = session().draft();
    if (draft.model != name) {
        draft.model = name;
        draft.hyperparameters.clear();  // another model's names mean other things
        session().setDraft(draft);
    }
    m_shown = name;
    m_form->show(*entry, draft.preset, draft.hyperparameters);
    m_last.reset();
    describe();
    m_delay->start();
}

/// The draft was changed elsewhere: undone, or another model taken from the menu.
void ModelPage::followDraft() {
    const TrainOptions& draft = session().draft();
    if (draft.model == m_shown && draft.preset == m_form->preset() && draft.hyperparameters == m_form->values()) return;
    choose(draft.model);
}

void ModelPage::formEdited() {
    session().setDraft(options());
    m_last.reset();
    describe();
    m_delay->start();
}

TrainOptions ModelPage::options() const {
    TrainOptions out = session().draft();
    out.dataset = session().dataset() ? std::to_string(session().dataset()->id) : std::string();
    out.preset = m_form->preset();
    out.hyperparameters = m_form->values();
    return out;
}

void ModelPage::askEstimate() {
    const auto& engine = session().engine();
    if (!session().dataset() || !m_form->isValid() || engine.isTraining() || !session().engine().isReady()) return;
    m_estimateJob = session().engine().estimate(options());
}

void ModelPage::show(const TrainEstimate& estimate) {
    m_estimateJob = 0;
    m_last = estimate;
    describe();
}

void ModelPage::describe() {
    const auto* entry = session().engine().model(session().draft().model);
    m_estimate->setVisible(entry != nullptr);
    m_train->setVisible(entry != nullptr);
    if (!entry) {
        m_name->setText(tr("Models"));
        m_title->setText(tr("The engine is starting…"));
        return;
    }
    m_name->setText(QString::fromStdString(entry->name));
    m_title->setText(toText(entry->title));
    m_description->setText(toText(entry->description));
    //: %1 what attention means for the model, %2 the paper
    m_paper->setText(tr("%1 · %2").arg(attentionText(entry->attention), QString::fromStdString(entry->paper)));

    m_estimateHeading->setText(tr("Before training"));
    m_warnings->clear();
    QStringList warnings;
    if (m_last) {
        const auto& e = *m_last;
        QList<std::pair<QString, QString>> items{{tr("Trainable parameters"), number(e.parameters)},
                                                 {tr("Sequences to train on"), number(e.train)},
                                                 {tr("for validation"), number(e.validation)},
                                                 {tr("for the test"), number(e.test)},
                                                 {tr("Steps per epoch"), number(e.stepsPerEpoch)},
                                                 {tr("Steps in all"), number(e.steps)},
                                                 {tr("Memory, about"), tr("%1 MiB").arg(number(static_cast<std::int64_t>(e.memoryMiB)))}};
        if (e.secondsPerEpoch) items.append({tr("Time per epoch, about"), duration(*e.secondsPerEpoch)});
        m_figures->setText(rows(items));
        for (const auto& warning : e.warnings)
            warnings << toText(warning);
        if (e.truncated > 0)
            warnings << tr("%n sequence(s) are longer than max_len and will be cut", nullptr, static_cast<int>(e.truncated));
    } else if (!session().dataset()) {
        m_figures->setText(tr("Import sequences to see parameters, memory and steps."));
    } else if (session().engine().isTraining()) {
        m_figures->setText(tr("An estimate follows when the running training has ended."));
    } else {
        m_figures->setText(tr("Estimating…"));
    }
    m_warnings->setText(warnings.join(QStringLiteral("\n")));
    m_warnings->setVisible(!warnings.isEmpty());

    m_train->setText(tr("Train %1").arg(QString::fromStdString(entry->name)));
    QString missing;
    if (!session().hasProject() || !session().dataset())
        missing = tr("Open a project with sequences first.");
    else if (!m_form->isValid())
        missing = tr("A setting is out of range.");
    else if (session().engine().isTraining())
        missing = tr("Another run is training.");
    m_missing->setText(missing);
    m_train->setEnabled(missing.isEmpty());
}

void ModelPage::train() {
    session().engine().train(options());
    session().goTo(QStringLiteral("train"));
}

void ModelPage::retranslate() {
    m_list->retranslate();
    describe();
}

}  // namespace strand
