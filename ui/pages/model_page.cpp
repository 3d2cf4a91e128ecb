#include "ui/pages/model_page.hpp"

#include "models/hyperparameter_scope.hpp"
#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/architecture_view.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/hyperparameter_form.hpp"
#include "ui/widgets/model_browser.hpp"
#include "ui/widgets/model_list.hpp"
#include "ui/widgets/styled_label.hpp"
#include "ui/window_actions.hpp"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace strand {

namespace {

constexpr int kListWidth = 180, kListWidest = 330, kListHeight = 150, kStacked = 400;
constexpr int kTextWidth = 1080;
constexpr int kSideBySide = 760, kNarrow = 460;
constexpr int kFormWidth = 348;
constexpr int kEstimateDelayMs = 300;

QLabel* label(TextStyle style, const char* tone = "") {
    auto* made = new StyledLabel(style, tone);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

/// A table of "name value" rows as rich text: values right-aligned, numbers lining up.
QString rows(const QList<std::pair<QString, QString>>& items) {
    QString out = QStringLiteral("<table cellspacing='0' cellpadding='0'>");
    for (const auto& [name, value] : items)
        out += QStringLiteral("<tr><td style='padding: 3px 24px 3px 0'>%1</td><td style='padding: 3px 0' align='right'><b>%2</b></td></tr>")
                   .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    return out + QStringLiteral("</table>");
}

}  // namespace

ModelPage::ModelPage(Session& session) : Page(session) {
    m_browser = new ModelBrowser;
    m_browser->setMinimumWidth(kListWidth);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeText());
    m_parts = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(0);
    m_parts->addWidget(m_browser, 2);
    m_parts->addWidget(scroll, 5);

    m_form = new HyperparameterForm;
    m_formArea = new QScrollArea(this);
    m_formArea->setFrameShape(QFrame::NoFrame);
    m_formArea->setWidgetResizable(true);
    m_formArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_formArea->setMinimumWidth(kFormWidth);
    m_formArea->setWidget(m_form);
    m_formArea->setProperty("essential", true);
    m_formArea->hide();

    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kEstimateDelayMs);
    connectParts();
    retranslate();
    fillCatalogue();
}

QWidget* ModelPage::makeText() {
    m_name = new ElidedLabel(TextStyle::Title);
    m_title = label(TextStyle::Body, "muted");
    m_description = label(TextStyle::Body);
    m_paper = label(TextStyle::Caption, "faint");
    m_train = new QPushButton;
    m_train->setObjectName(QStringLiteral("train"));
    m_train->setProperty("kind", "primary");
    m_train->setIcon(iconOnAccent(QStringLiteral("play")));
    m_missing = label(TextStyle::Caption, "warning");
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->setSpacing(kSpace);
    m_head->addWidget(m_name, 1);
    m_head->addWidget(m_train, 0, Qt::AlignLeft | Qt::AlignVCenter);

    m_picture = new ArchitectureView;
    m_pictureCard = makeCard(m_picture);
    m_cards = new QBoxLayout(QBoxLayout::TopToBottom);
    m_cards->setSpacing(2 * kSpace);
    m_cards->addWidget(m_pictureCard, 3);
    m_cards->addWidget(makeEstimate(), 2);

    m_text = new QWidget;
    m_text->setMaximumWidth(kTextWidth);
    m_text->installEventFilter(this);
    auto* text = new QVBoxLayout(m_text);
    text->setContentsMargins(4 * kSpace, 3 * kSpace, 4 * kSpace, 4 * kSpace);
    text->setSpacing(kSpace);
    text->addLayout(m_head);
    text->addWidget(m_title);
    text->addWidget(m_missing);
    text->addWidget(m_description);
    text->addWidget(m_paper);
    text->addSpacing(kSpace);
    text->addLayout(m_cards);
    text->addStretch(1);
    return m_text;
}

QWidget* ModelPage::makeEstimate() {
    m_estimateHeading = label(TextStyle::Heading);
    m_figures = label(TextStyle::Body);
    m_warnings = label(TextStyle::Body, "warning");
    auto* content = new QWidget;
    auto* column = flushLayout<QVBoxLayout>(content, kSpace);
    column->addWidget(m_estimateHeading);
    column->addWidget(m_figures);
    column->addWidget(m_warnings);
    column->addStretch(1);
    m_estimate = makeCard(content);
    return m_estimate;
}

void ModelPage::connectParts() {
    connect(m_delay, &QTimer::timeout, this, &ModelPage::askEstimate);
    connect(m_browser, &ModelBrowser::chosen, this, &ModelPage::choose);
    connect(m_form, &HyperparameterForm::edited, this, &ModelPage::formEdited);
    connect(m_train, &QPushButton::clicked, this, &ModelPage::train);
    m_picture->setReport(reporter());
    auto& engine = session().engine();
    connect(&engine, &EngineHost::ready, this, &ModelPage::fillCatalogue);
    connect(&engine, &EngineHost::trainingStateChanged, this, &ModelPage::trainingChanged);
    connect(&engine, &EngineHost::estimateReady, this, [this](JobId job, const TrainEstimate& estimate) {
        if (job == m_estimateJob) show(estimate);
    });
    connect(&engine, &EngineHost::jobFailed, this, [this](JobId job, const Error& error) {
        if (job == m_estimateJob) estimateFailed(error);
    });
    connect(&session(), &Session::datasetChanged, this, [this] {
        if (m_shown.empty()) estimateAnew();
        if (!m_shown.empty()) choose(m_shown);
    });
    connect(&session(), &Session::projectChanged, this, &ModelPage::fillCatalogue);
    connect(&session(), &Session::draftChanged, this, &ModelPage::followDraft);
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, [this] {
        arrange();
        arrangeText();
    });
}

void ModelPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
}

/// In a very narrow window the list stands above the text.
void ModelPage::arrange() {
    const bool narrow = width() < kStacked * ThemeManager::instance().textScale();
    m_parts->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_browser->setMaximumSize(narrow ? QSize(QWIDGETSIZE_MAX, kListHeight) : QSize(kListWidest, QWIDGETSIZE_MAX));
}

bool ModelPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::Resize) arrangeText();
    return Page::eventFilter(watched, event);
}

/// Picture and estimate side by side where there is room.
void ModelPage::arrangeText() {
    const double room = m_text->width() / ThemeManager::instance().textScale();
    m_cards->setDirection(room > kSideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int side = room > kNarrow ? 4 * kSpace : 2 * kSpace;
    m_text->layout()->setContentsMargins(side, 3 * kSpace, side, 4 * kSpace);
    nameTrain();
}

void ModelPage::estimateFailed(const Error& error) {
    m_estimateJob = 0;
    m_last.reset();
    m_failure = sentence(error) + (error.hint.empty() ? QString() : QStringLiteral("\n") + sentence(error.hint));
    describe();
}

/// What was not estimated because a training was running is estimated now.
void ModelPage::trainingChanged() {
    describe();
    if (!m_last && !session().engine().isTraining()) m_delay->start();
}

QWidget* ModelPage::optionsPanel() { return m_formArea; }

void ModelPage::fillExportMenu(QMenu& menu) {
    if (m_shown.empty()) return;
    addExportActions(
        menu, *this, [this]() -> Figure* { return m_picture; }, reporter());
}

void ModelPage::fillCatalogue() {
    const auto models = session().engine().models();
    m_browser->show(models);
    if (models.empty()) return;
    const std::string wanted = session().draft().model;
    choose(session().engine().model(wanted) ? wanted : models.front().name);
}

void ModelPage::choose(const std::string& name) {
    const auto* entry = session().engine().model(name);
    if (!entry) return;
    m_browser->select(name);
    TrainOptions draft = session().draft();
    std::optional<SequenceKind> kind;
    if (session().dataset() != nullptr) kind = session().dataset()->kind;
    const bool other = draft.model != name;
    if (other) draft.hyperparameters.clear();  // another model's names mean other things
    draft.model = name;
    const auto useless = std::erase_if(draft.hyperparameters, [&](const auto& value) { return kind && !servesKind(value.first, *kind); });
    m_shown = name;
    if (other || useless > 0) session().setDraft(draft);
    m_form->show(*entry, draft.preset, draft.hyperparameters, kind);
    estimateAnew();
}

/// The draft was changed elsewhere: undone, or another model taken from the menu.
void ModelPage::followDraft() {
    const TrainOptions& draft = session().draft();
    if (draft.model == m_shown && draft.preset == m_form->preset() && draft.hyperparameters == m_form->values()) return;
    choose(draft.model);
}

void ModelPage::formEdited() {
    session().setDraft(options());
    estimateAnew();
}

void ModelPage::estimateAnew() {
    m_last.reset();
    m_failure.clear();
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
    for (QWidget* part : std::initializer_list<QWidget*>{m_estimate, m_pictureCard, m_train, m_description, m_paper})
        part->setVisible(entry != nullptr);
    if (!entry) {
        m_name->setText(tr("Models"));
        m_title->setText(tr("The engine is starting…"));
        m_missing->hide();
        return;
    }
    m_name->setText(QString::fromStdString(entry->name));
    m_title->setText(toText(entry->title));
    m_description->setText(toText(entry->description));
    //: %1 what attention means for the model, %2 the paper
    m_paper->setText(tr("%1 · %2").arg(attentionText(entry->attention), QString::fromStdString(entry->paper)));
    if (m_shown == entry->name) m_picture->show(*entry, m_form->effective());
    describeEstimate();
    describeTrain();
}

void ModelPage::describeEstimate() {
    m_estimateHeading->setText(tr("Before training"));
    QStringList warnings;
    if (!m_failure.isEmpty()) warnings << m_failure;
    if (m_last) {
        m_figures->setText(figures(*m_last));
        for (const auto& warning : m_last->warnings)
            warnings << sentence(warning.message);
        if (m_last->truncated > 0)
            warnings << tr("%Ln sequence(s) are longer than max_len and will be cut", nullptr, static_cast<int>(m_last->truncated));
    } else if (!session().dataset()) {
        m_figures->setText(tr("Import sequences to see parameters, memory and steps."));
    } else if (session().engine().isTraining()) {
        m_figures->setText(tr("An estimate follows when the running training has ended."));
    } else {
        m_figures->setText(m_failure.isEmpty() ? tr("Estimating…") : QString());
    }
    m_figures->setVisible(!m_figures->text().isEmpty());
    m_warnings->setText(warnings.join(QStringLiteral("\n")));
    m_warnings->setVisible(!warnings.isEmpty());
}

QString ModelPage::figures(const TrainEstimate& e) const {
    QList<std::pair<QString, QString>> items{{tr("Trainable parameters"), number(e.parameters)},
                                             {tr("Sequences to train on"), number(e.train)},
                                             {tr("for validation"), number(e.validation)},
                                             {tr("for the test"), number(e.test)},
                                             {tr("Steps per epoch"), number(e.stepsPerEpoch)},
                                             {tr("Steps in all"), number(e.steps)},
                                             {tr("Memory, about"), tr("%1 MiB").arg(number(static_cast<std::int64_t>(e.memoryMiB)))}};
    if (e.secondsPerEpoch) items.append({tr("Time per epoch, about"), duration(*e.secondsPerEpoch)});
    return rows(items);
}

void ModelPage::describeTrain() {
    nameTrain();
    QString missing;
    if (!session().hasProject() || !session().dataset())
        missing = tr("Open a project with sequences first.");
    else if (!m_form->isValid())
        missing = tr("A setting is out of range.");
    else if (session().engine().isTraining())
        missing = tr("Another run is training.");
    m_missing->setText(missing);
    m_missing->setVisible(!missing.isEmpty());
    m_train->setEnabled(missing.isEmpty());
}

/// The name is never cut. The button names the model where there is room for both names, and stands below the name where there is none
/// for its own word.
void ModelPage::nameTrain() {
    const QMargins margins = m_text->layout()->contentsMargins();
    const int line = m_text->width() - margins.left() - margins.right();
    m_name->setTextStyle(TextStyle::Title);
    if (m_name->sizeHint().width() > line) m_name->setTextStyle(TextStyle::Heading);
    const int room = line - m_head->spacing() - m_name->sizeHint().width();
    const QString whole = tr("Train %1").arg(m_name->text());
    m_train->setAccessibleName(whole);
    m_train->setText(besideIcon(whole));
    if (m_train->sizeHint().width() > room) m_train->setText(besideIcon(tr("Train")));
    m_head->setDirection(m_train->sizeHint().width() <= room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ModelPage::train() {
    session().engine().train(options());
    session().goTo(QStringLiteral("train"));
}

void ModelPage::retranslate() {
    m_browser->retranslate();
    m_picture->retranslate();
    describe();
}

}  // namespace strand
