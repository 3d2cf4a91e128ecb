#include "ui/widgets/prepare_panel.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/folding_row.hpp"
#include "ui/widgets/identity_slider.hpp"
#include "ui/widgets/step_list.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace strand {

namespace {

constexpr int kStepsWidth = 320;

QSpinBox* makeSpin(int least, int most, int value, const QString& suffix = {}) {
    auto* spin = new QSpinBox;
    spin->setRange(least, most);
    spin->setValue(value);
    spin->setSuffix(suffix);
    spin->setAlignment(Qt::AlignRight);
    return spin;
}

QLabel* makeLabel(QWidget* buddy) {
    auto* label = new StyledLabel(TextStyle::Caption, "muted");
    label->setBuddy(buddy);
    return label;
}

}  // namespace

PreparePanel::PreparePanel(QWidget* parent) : QWidget(parent) {
    auto* tools = new QGridLayout;
    tools->setSpacing(2 * kSpace);
    tools->addWidget(buildRatio(), 0, 0);
    tools->addWidget(buildFolds(), 0, 1);
    tools->addWidget(buildCopies(), 1, 0);
    tools->addWidget(buildSimilar(), 1, 1);
    tools->setColumnStretch(0, 1);
    tools->setColumnStretch(1, 1);
    tools->setRowStretch(2, 1);
    m_steps = new StepList;
    m_steps->setMinimumWidth(kStepsWidth);
    connect(m_steps, &StepList::undoWanted, this, &PreparePanel::undoWanted);
    auto* steps = new QVBoxLayout;
    steps->addWidget(m_steps);
    auto* layout = flushLayout<QVBoxLayout>(this);
    layout->addWidget(new FoldingRow(tools, steps, 4 * kSpace));
    layout->addStretch(1);
    retranslate();
}

QWidget* PreparePanel::makeTool(Tool& tool, QWidget* form) {
    tool.title = new StyledLabel(TextStyle::Heading);
    tool.text = new StyledLabel(TextStyle::Body, "muted");
    tool.text->setWordWrap(true);
    tool.act = new QPushButton;
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSpace / 2, kSpace / 2, kSpace / 2, kSpace / 2);
    layout->setSpacing(kSpace * 3 / 2);
    layout->addWidget(tool.title);
    layout->addWidget(tool.text);
    layout->addWidget(form);
    layout->addStretch(1);
    layout->addWidget(tool.act, 0, Qt::AlignLeft);
    return makeCard(content);
}

QWidget* PreparePanel::buildRatio() {
    const QString percent = QStringLiteral(" %");
    m_train = makeSpin(1, 100, 80, percent);
    m_validation = makeSpin(0, 99, 10, percent);
    m_test = makeSpin(0, 99, 10, percent);
    m_seed = makeSpin(1, 999'999, 1);
    QSpinBox* const spins[] = {m_train, m_validation, m_test, m_seed};
    QLabel** const labels[] = {&m_trainLabel, &m_validationLabel, &m_testLabel, &m_seedLabel};
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpace);
    grid->setVerticalSpacing(kSpace / 2);
    for (int i = 0; i < 4; ++i) {
        *labels[i] = makeLabel(spins[i]);
        grid->addWidget(*labels[i], 0, i);
        grid->addWidget(spins[i], 1, i);
        connect(spins[i], &QSpinBox::valueChanged, this, &PreparePanel::checkRatio);
    }
    m_ratioTrouble = new StyledLabel(TextStyle::Caption, "warning");
    m_together = new QCheckBox;
    m_togetherIdentity = new IdentitySlider;
    m_togetherIdentity->setEnabled(false);
    connect(m_together, &QCheckBox::toggled, m_togetherIdentity, &QWidget::setEnabled);
    grid->addWidget(m_ratioTrouble, 2, 0, 1, 4);
    grid->addWidget(m_together, 3, 0, 1, 4);
    grid->addWidget(m_togetherIdentity, 4, 0, 1, 4);
    QWidget* card = makeTool(m_divide, form);
    connect(m_divide.act, &QPushButton::clicked, this, [this] { emit stepWanted(ratio()); });
    return card;
}

QWidget* PreparePanel::buildFolds() {
    m_folds = makeSpin(2, 100, 5);
    m_foldsLabel = makeLabel(m_folds);
    m_keepTest = new QCheckBox;
    m_foldsTogether = new QCheckBox;
    m_foldsIdentity = new IdentitySlider;
    m_foldsIdentity->setEnabled(false);
    connect(m_foldsTogether, &QCheckBox::toggled, m_foldsIdentity, &QWidget::setEnabled);
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(kSpace / 2);
    grid->addWidget(m_foldsLabel, 0, 0);
    grid->addWidget(m_folds, 1, 0);
    grid->addWidget(m_keepTest, 1, 1);
    grid->addWidget(m_foldsTogether, 2, 0, 1, 2);
    grid->addWidget(m_foldsIdentity, 3, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    QWidget* card = makeTool(m_number, form);
    connect(m_number.act, &QPushButton::clicked, this, [this] { emit stepWanted(folds()); });
    return card;
}

QWidget* PreparePanel::buildCopies() {
    m_copiesWhich = new QComboBox;
    QWidget* card = makeTool(m_copies, m_copiesWhich);
    connect(m_copies.act, &QPushButton::clicked, this, [this] {
        const int which = m_copiesWhich->currentIndex();
        emit stepWanted(DuplicateStep{.leaveOut = which == 1 ? LeaveOut::Leaks : LeaveOut::Repeats, .contradictions = which == 2});
    });
    return card;
}

QWidget* PreparePanel::buildSimilar() {
    m_similarWhich = new QComboBox;
    m_similarIdentity = new IdentitySlider;
    m_similarIdentity->setIdentity(0.9);
    auto* form = new QWidget;
    auto* column = flushLayout<QVBoxLayout>(form, kSpace / 2);
    column->addWidget(m_similarWhich);
    column->addWidget(m_similarIdentity);
    QWidget* card = makeTool(m_alike, form);
    connect(m_alike.act, &QPushButton::clicked, this, [this] { emit stepWanted(similar()); });
    return card;
}

RatioStep PreparePanel::ratio() const {
    RatioStep step;
    step.ratio = {m_train->value() / 100.0, m_validation->value() / 100.0, m_test->value() / 100.0};
    step.seed = static_cast<std::uint64_t>(m_seed->value());
    if (m_together->isChecked()) step.identity = m_togetherIdentity->identity();
    return step;
}

FoldStep PreparePanel::folds() const {
    FoldStep step;
    step.folds = m_folds->value();
    step.seed = static_cast<std::uint64_t>(m_seed->value());
    step.keepTest = m_keepTest->isChecked();
    if (m_foldsTogether->isChecked()) step.identity = m_foldsIdentity->identity();
    return step;
}

SimilarStep PreparePanel::similar() const {
    return {.identity = m_similarIdentity->identity(),
            .leaveOut = m_similarWhich->currentIndex() == 1 ? LeaveOut::Leaks : LeaveOut::Repeats};
}

void PreparePanel::show(const DatasetRecord& dataset, const std::vector<DatasetStep>& steps) {
    m_duplicates = dataset.statistics.duplicates;
    m_across = dataset.statistics.duplicatesAcrossSplits;
    m_text = dataset.kind == SequenceKind::Text;
    for (auto* slider : {m_togetherIdentity, m_foldsIdentity, m_similarIdentity})
        slider->setKind(dataset.kind);
    if (m_text) {
        m_together->setChecked(false);
        m_foldsTogether->setChecked(false);
    }
    m_steps->show(steps);
    setBusy(m_busy);
    retranslate();
}

void PreparePanel::setBusy(bool busy) {
    m_busy = busy;
    for (const Tool* tool : {&m_divide, &m_number})
        tool->act->setEnabled(!busy);
    m_copies.act->setEnabled(!busy && m_duplicates > 0);
    // Texts have no alignment to measure by.
    m_alike.act->setEnabled(!busy && !m_text);
    m_together->setEnabled(!m_text);
    m_foldsTogether->setEnabled(!m_text);
    m_steps->setBusy(busy);
    checkRatio();
}

void PreparePanel::checkRatio() {
    const int sum = m_train->value() + m_validation->value() + m_test->value();
    m_ratioTrouble->setText(sum == 100 ? QString() : tr("The parts make %1 %, not 100 %.").arg(sum));
    m_ratioTrouble->setVisible(sum != 100);
    m_divide.act->setEnabled(!m_busy && sum == 100);
}

void PreparePanel::retranslate() {
    m_divide.title->setText(tr("Divide into parts"));
    m_divide.text->setText(tr("Each class is divided alike; copies of a sequence stay in one part."));
    m_divide.act->setText(tr("Divide"));
    m_trainLabel->setText(tr("train"));
    m_validationLabel->setText(tr("validation"));
    m_testLabel->setText(tr("test"));
    m_seedLabel->setText(tr("seed"));
    for (auto* box : {m_together, m_foldsTogether}) {
        box->setText(tr("Keep similar sequences together"));
        box->setToolTip(tr("Sequences that share a cluster at this identity stay in one part, so that the test asks for new ones"));
    }
    m_number.title->setText(tr("Cross-validation"));
    m_number.text->setText(tr("Numbers the sequences into folds; each fold is held out once."));
    m_number.act->setText(tr("Number folds"));
    m_foldsLabel->setText(tr("folds"));
    m_keepTest->setText(tr("Leave the test part alone"));
    m_copies.title->setText(tr("Copies"));
    m_copies.text->setText(m_duplicates == 0
                               ? tr("No sequence occurs twice.")
                               : tr("%Ln sequence(s) repeat another one, %1 of them across parts.", nullptr, static_cast<int>(m_duplicates))
                                     .arg(number(m_across)));
    m_copies.act->setText(tr("Leave out"));
    m_alike.title->setText(tr("Similar sequences"));
    m_alike.text->setText(m_text ? tr("Texts are not compared by alignment.")
                                 : tr("Finds clusters as CD-HIT does, and keeps one of each or takes leaks out of training."));
    m_alike.act->setText(tr("Find and leave out"));
    const auto fill = [](QComboBox* combo, const QStringList& texts, const QString& name) {
        const int before = std::max(0, combo->currentIndex());
        combo->clear();
        combo->addItems(texts);
        combo->setCurrentIndex(before);
        combo->setAccessibleName(name);
    };
    fill(m_copiesWhich, {tr("All but one of each"), tr("Only those across parts"), tr("Those whose classes contradict")},
         m_copies.title->text());
    fill(m_similarWhich, {tr("All but one of each cluster"), tr("Only those across parts")}, m_alike.title->text());
    for (auto* each : {m_togetherIdentity, m_foldsIdentity, m_similarIdentity})
        each->retranslate();
    m_steps->retranslate();
    checkRatio();
}

}  // namespace strand
