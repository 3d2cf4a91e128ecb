#include "ui/widgets/import_panel.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/sequence_table_model.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace strand {

namespace {

constexpr std::int64_t kPreviewRecords = 200;
constexpr int kFormWidth = 300;

}  // namespace

ImportPanel::ImportPanel(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    build();
    auto& engine = m_session.engine();
    connect(&engine, &EngineHost::jobProgress, this, [this](JobId job, const Progress& progress, double, double) {
        if (job != m_job || progress.total <= 0) return;
        m_progress->setValue(static_cast<int>(1000 * progress.done / progress.total));
    });
    connect(&engine, &EngineHost::datasetImported, this, [this](JobId job, const DatasetRecord&) {
        if (job != m_job) return;
        setBusy(false);
        emit closed();
    });
    connect(&engine, &EngineHost::jobFailed, this, [this](JobId job, const Error& error) {
        if (job != m_job) return;
        setBusy(false);
        if (error.code == ErrorCode::Interrupted)
            emit closed();
        else
            showProblem(error);
    });
    retranslate();
}

void ImportPanel::build() {
    m_heading = new StyledLabel(TextStyle::Title);
    m_fileNames = new StyledLabel(TextStyle::Body, "muted");
    m_fileNames->setWordWrap(true);
    m_add = new QPushButton;
    m_add->setProperty("kind", "quiet");
    m_add->setIcon(icon(QStringLiteral("plus")));
    connect(m_add, &QPushButton::clicked, this, [this] { open({}); });

    m_name = new QLineEdit;
    m_kind = new QComboBox;
    m_label = new QComboBox;
    m_onBad = new QComboBox;
    m_split = new QComboBox;
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(kSpace);
    QWidget* const fields[] = {m_name, m_kind, m_label, m_split, m_onBad};
    for (int i = 0; i < 5; ++i) {
        m_fieldLabels[i] = new StyledLabel(TextStyle::Caption, "muted");
        m_fieldLabels[i]->setBuddy(fields[i]);
        form->addRow(m_fieldLabels[i], fields[i]);
    }
    for (auto* combo : {m_kind, m_label, m_onBad})
        connect(combo, &QComboBox::activated, this, &ImportPanel::preview);

    m_import = new QPushButton;
    m_import->setProperty("kind", "primary");
    m_import->setDefault(true);
    m_cancel = new QPushButton;
    connect(m_import, &QPushButton::clicked, this, &ImportPanel::import);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_session.engine().cancel(m_job);
        else
            emit closed();
    });
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_import, 1);
    buttons->addWidget(m_cancel);

    auto* left = new QWidget;
    left->setFixedWidth(kFormWidth);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * kSpace);
    column->addWidget(m_heading);
    column->addWidget(m_fileNames);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    column->addLayout(form);
    column->addSpacing(kSpace);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    column->addStretch(1);

    m_understood = new StyledLabel(TextStyle::Heading);
    m_understood->setWordWrap(true);
    m_warnings = new StyledLabel(TextStyle::Body, "warning");
    m_warnings->setWordWrap(true);
    m_problemCard = new QFrame;
    m_problemCard->setProperty("card", true);
    m_problem = new StyledLabel(TextStyle::Body, "bad");
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problemHint = new StyledLabel(TextStyle::Body, "muted");
    m_problemHint->setWordWrap(true);
    m_skip = new QPushButton;
    m_replace = new QPushButton;
    m_withoutLabels = new QPushButton;
    const auto retry = [this](QPushButton* button, QComboBox* combo, int value) {
        connect(button, &QPushButton::clicked, this, [this, combo, value] {
            combo->setCurrentIndex(combo->findData(value));
            preview();
        });
    };
    retry(m_skip, m_onBad, static_cast<int>(OnBad::Skip));
    retry(m_replace, m_onBad, static_cast<int>(OnBad::Replace));
    retry(m_withoutLabels, m_label, static_cast<int>(LabelSource::None));
    auto* ways = new QHBoxLayout;
    ways->setSpacing(kSpace);
    ways->addWidget(m_skip);
    ways->addWidget(m_replace);
    ways->addWidget(m_withoutLabels);
    ways->addStretch(1);
    auto* card = new QVBoxLayout(m_problemCard);
    card->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    card->addWidget(m_problem);
    card->addWidget(m_problemHint);
    card->addLayout(ways);

    m_table = new QTableWidget(0, 5);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_residues = new ResidueDelegate(m_table);
    m_table->setItemDelegateForColumn(4, m_residues);

    auto* right = new QVBoxLayout;
    right->setSpacing(2 * kSpace);
    right->addWidget(m_understood);
    right->addWidget(m_warnings);
    right->addWidget(m_problemCard);
    right->addWidget(m_table, 1);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * kSpace, 4 * kSpace, 4 * kSpace, 4 * kSpace);
    layout->setSpacing(4 * kSpace);
    layout->addWidget(left);
    layout->addLayout(right, 1);
}

void ImportPanel::open(const QStringList& files) {
    QStringList chosen = files;
    if (chosen.isEmpty()) {
        QSettings settings;
        chosen = QFileDialog::getOpenFileNames(this, tr("Sequence files"), settings.value(QStringLiteral("folders/import")).toString(),
                                               tr("Sequence files (*.fa *.fasta *.fna *.faa *.txt *.gz);;All files (*)"));
        if (chosen.isEmpty()) {
            if (m_files.isEmpty()) emit closed();
            return;
        }
        settings.setValue(QStringLiteral("folders/import"), QFileInfo(chosen.front()).absolutePath());
        m_files += chosen;
    } else {
        m_files = chosen;
    }
    m_files.removeDuplicates();
    QStringList names;
    for (const auto& file : m_files)
        names << QFileInfo(file).fileName();
    m_fileNames->setText(names.join(QStringLiteral("\n")));
    m_name->clear();
    m_name->setPlaceholderText(QFileInfo(m_files.front()).baseName());
    preview();
}

ImportOptions ImportPanel::options() const {
    ImportOptions out;
    for (const auto& file : m_files)
        out.files.push_back(file.toStdString());
    out.name = m_name->text().trimmed().toStdString();
    if (const int kind = m_kind->currentData().toInt(); kind >= 0) out.kind = static_cast<SequenceKind>(kind);
    out.label = static_cast<LabelSource>(m_label->currentData().toInt());
    out.onBad = static_cast<OnBad>(m_onBad->currentData().toInt());
    if (m_split->currentData().toBool()) out.ratio = {0.8, 0.1, 0.1};
    return out;
}

void ImportPanel::preview() {
    const auto generation = ++m_generation;
    ImportOptions wanted = options();
    wanted.ratio.reset();
    wanted.previewLimit = kPreviewRecords;
    m_understood->setText(tr("Reading…"));
    m_worker = std::jthread([this, generation, wanted](std::stop_token stop) {
        auto found = importFiles(wanted, {}, stop);
        if (stop.stop_requested()) return;
        QMetaObject::invokeMethod(
            this, [this, generation, found = std::move(found)] { take(generation, found); }, Qt::QueuedConnection);
    });
}

void ImportPanel::take(std::uint64_t generation, const Result<ImportedDataset>& found) {
    if (generation != m_generation) return;
    if (!found) {
        showProblem(found.error());
        emit previewed(false);
        return;
    }
    m_problemCard->hide();
    m_import->setEnabled(true);
    const auto& [dataset, report] = *found;
    const QString kinds[] = {tr("DNA"), tr("RNA"), tr("protein"), tr("text")};
    QStringList facts{kinds[static_cast<int>(report.kind)],
                      tr("lengths %1 to %2").arg(number(report.length.min), number(report.length.max))};
    if (dataset.classes.empty()) {
        facts << tr("no labels");
    } else {
        QStringList classes;
        for (const auto& name : dataset.classes)
            classes << QString::fromStdString(name);
        facts << tr("classes %1").arg(classes.join(QStringLiteral(", ")));
    }
    const bool split =
        std::any_of(dataset.sequences.begin(), dataset.sequences.end(), [](const Sequence& s) { return s.split != Split::None; });
    facts << (split ? tr("split given in the file") : tr("no split in the file"));
    m_understood->setText(facts.join(QStringLiteral(" · ")));
    QStringList warnings;
    for (const auto& warning : report.warnings) {
        if (warnings.size() == 3) {
            warnings << tr("and %n more", nullptr, static_cast<int>(report.warnings.size()) - 3);
            break;
        }
        warnings << toText(warning);
    }
    m_warnings->setText(warnings.join(QStringLiteral("\n")));
    m_warnings->setVisible(!warnings.isEmpty());

    m_residues->setProtein(report.kind == SequenceKind::Protein);
    m_residues->setText(report.kind == SequenceKind::Text);
    m_table->setRowCount(static_cast<int>(dataset.sequences.size()));
    const QString splits[] = {QStringLiteral("—"), tr("train"), tr("validation"), tr("test")};
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto& sequence = dataset.sequences[static_cast<size_t>(row)];
        const QString cells[] = {
            QString::fromStdString(sequence.id),
            sequence.label == kNoLabel ? QStringLiteral("—") : QString::fromStdString(dataset.classes[static_cast<size_t>(sequence.label)]),
            splits[static_cast<int>(sequence.split)], number(static_cast<std::int64_t>(sequence.residues.size())),
            QString::fromStdString(sequence.residues.substr(0, 400))};
        for (int column = 0; column < 5; ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
        m_table->item(row, 3)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(0, std::min(m_table->columnWidth(0), 220));
    m_table->show();
    emit previewed(true);
}

void ImportPanel::showProblem(const Error& error) {
    m_understood->setText(tr("This cannot be imported yet"));
    m_problem->setText(toText(error));
    m_problemHint->setText(toText(error.hint));
    m_problemHint->setVisible(!error.hint.empty());
    // A remedy is offered where it can help: bad characters have a column, missing labels do not.
    m_skip->setVisible(error.line > 0);
    m_replace->setVisible(error.column > 0);
    m_withoutLabels->setVisible(error.line > 0 && error.column == 0);
    m_problemCard->show();
    m_warnings->hide();
    m_table->hide();
    m_import->setEnabled(false);
}

void ImportPanel::import() {
    setBusy(true);
    m_job = m_session.engine().import(options());
}

void ImportPanel::setBusy(bool busy) {
    if (!busy) m_job = 0;
    m_import->setEnabled(!busy);
    m_progress->setValue(0);
    m_progress->setVisible(busy);
}

void ImportPanel::retranslate() {
    m_heading->setText(tr("Import sequences"));
    m_add->setText(tr("Add files…"));
    const QString fields[] = {tr("Name of the dataset"), tr("Kind"), tr("Labels"), tr("Train, validation, test"),
                              tr("Unexpected characters")};
    for (int i = 0; i < 5; ++i)
        m_fieldLabels[i]->setText(fields[i]);
    const auto fill = [](QComboBox* combo, const QList<std::pair<QString, QVariant>>& items) {
        const QSignalBlocker blocker(combo);
        const int before = std::max(0, combo->currentIndex());
        combo->clear();
        for (const auto& [text, value] : items)
            combo->addItem(text, value);
        combo->setCurrentIndex(before);
    };
    fill(m_kind, {{tr("Recognise"), -1},
                  {tr("DNA"), static_cast<int>(SequenceKind::Dna)},
                  {tr("RNA"), static_cast<int>(SequenceKind::Rna)},
                  {tr("Protein"), static_cast<int>(SequenceKind::Protein)},
                  {tr("Text"), static_cast<int>(SequenceKind::Text)}});
    fill(m_label, {{tr("Recognise"), static_cast<int>(LabelSource::Auto)},
                   {tr("In the header: >name|label|split"), static_cast<int>(LabelSource::Header)},
                   {tr("One class a file"), static_cast<int>(LabelSource::Filename)},
                   {tr("First letter of the name"), static_cast<int>(LabelSource::FirstLetter)},
                   {tr("No labels"), static_cast<int>(LabelSource::None)}});
    fill(m_onBad, {{tr("Stop and tell"), static_cast<int>(OnBad::Stop)},
                   {tr("Skip the sequence"), static_cast<int>(OnBad::Skip)},
                   {tr("Replace by N or X"), static_cast<int>(OnBad::Replace)}});
    fill(m_split, {{tr("As in the file"), false}, {tr("Anew: 80 %, 10 %, 10 % of each class"), true}});
    m_skip->setText(tr("Skip such sequences"));
    m_replace->setText(tr("Replace by N or X"));
    m_withoutLabels->setText(tr("Import without labels"));
    m_import->setText(tr("Import"));
    m_cancel->setText(tr("Cancel"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Class"), tr("Split"), tr("Length"), tr("Sequence")});
    m_table->setAccessibleName(tr("First records of the files"));
}

}  // namespace strand
