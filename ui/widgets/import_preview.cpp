#include "ui/widgets/import_preview.hpp"

#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/residue_delegate.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/sequence_table_model.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QFileInfo>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace strand {

namespace {

constexpr int kClassesNamed = 8;
constexpr int kLeastColumn = 72;
constexpr int kMostColumns = 64;  // of a wide table, more are not shown
constexpr size_t kShown = 400;    // characters of a cell
enum RecordColumn { NameColumn, ClassColumn, PartColumn, LengthColumn, ResiduesColumn, RecordColumns };

}  // namespace

ImportPreview::ImportPreview(QWidget* parent) : QWidget(parent) {
    m_understood = new StyledLabel(TextStyle::Heading);
    m_understood->setWordWrap(true);
    m_facts = new StyledLabel(TextStyle::Body, "muted");
    m_facts->setWordWrap(true);
    m_choice = new Segmented(3);
    connect(m_choice, &Segmented::chosen, this, [this](int index) { showView(static_cast<View>(index)); });
    m_records = makeTable(RecordColumns);
    m_residues = new ResidueDelegate(m_records);
    m_records->setItemDelegateForColumn(ResiduesColumn, m_residues);
    m_columns = makeTable(0);
    m_columns->horizontalHeader()->setSectionsClickable(true);
    m_columns->horizontalHeader()->setStretchLastSection(false);
    connect(m_columns->horizontalHeader(), &QHeaderView::sectionClicked, this, &ImportPreview::askRole);
    m_problems = makeTable(4);
    m_views = new QStackedWidget;
    for (auto* table : {m_records, m_columns, m_problems})
        m_views->addWidget(table);
    auto* layout = flushLayout<QVBoxLayout>(this, kSpace);
    layout->addWidget(m_understood);
    layout->addWidget(m_facts);
    layout->addSpacing(kSpace / 2);
    layout->addWidget(m_choice, 0, Qt::AlignLeft);
    layout->addWidget(m_views, 1);
    retranslate();
}

QTableWidget* ImportPreview::makeTable(int columns) {
    auto* table = new QTableWidget(0, columns);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

void ImportPreview::setReading() {
    m_understood->setText(tr("Reading…"));
    m_facts->clear();
}

void ImportPreview::showNothing() {
    m_understood->setText(tr("This cannot be imported yet"));
    m_facts->clear();
    m_problemCount = 0;
    m_table = false;
    for (auto* table : {m_records, m_columns, m_problems})
        table->setRowCount(0);
    m_choice->hide();
    m_views->hide();
}

void ImportPreview::show(const std::vector<FileLook>& files, const ImportedDataset* preview, const ImportForm& form) {
    const TableLook table = files.empty() ? TableLook{} : files.front().table;
    m_table = !table.columns.empty();
    if (!preview && !m_table) return showNothing();
    if (preview) {
        say(files, *preview);
    } else {
        m_understood->setText(tr("This cannot be imported yet"));
        m_facts->clear();
    }
    fillRecords(preview ? *preview : ImportedDataset{});
    fillColumns(table, form);
    fillProblems(preview ? preview->report.warnings : std::vector<Warning>());
    m_choice->show();
    m_views->show();
    m_choice->setChoiceEnabled(Records, preview != nullptr);
    m_choice->setChoiceEnabled(Columns, m_table);
    m_choice->setChoiceEnabled(Problems, m_problemCount > 0);
    setTexts();
    if (!preview) showView(Columns);
    const int now = m_choice->current();
    if ((now == Columns && !m_table) || (now == Problems && m_problemCount == 0)) showView(Records);
}

void ImportPreview::say(const std::vector<FileLook>& files, const ImportedDataset& preview) {
    const auto& dataset = preview.dataset;
    const auto& report = preview.report;
    QStringList classes;
    for (const auto& name : dataset.classes) {
        if (classes.size() == kClassesNamed) {
            classes << QStringLiteral("…");
            break;
        }
        classes << QString::fromStdString(name);
    }
    m_understood->setText(classes.isEmpty() ? tr("%1, no classes").arg(kindText(report.kind))
                                            : tr("%1, %Ln class(es): %2", nullptr, static_cast<int>(dataset.classes.size()))
                                                  .arg(kindText(report.kind), classes.join(QStringLiteral(", "))));
    std::int64_t bytes = 0;
    for (const auto& file : files)
        bytes += file.bytes;
    QStringList parts;
    for (const auto& [name, count] : report.splits)
        if (const auto split = parseSplit(name); split && count > 0) parts << splitText(*split);
    const QStringList facts{tr("%Ln file(s)", nullptr, static_cast<int>(files.size())), QLocale().formattedDataSize(bytes),
                            report.length.min == report.length.max
                                ? tr("length %1").arg(number(report.length.min))
                                : tr("lengths %1 to %2").arg(number(report.length.min), number(report.length.max)),
                            parts.isEmpty() ? tr("no parts given") : tr("parts %1").arg(parts.join(QStringLiteral(", ")))};
    m_facts->setText(tr("First %n record(s)", nullptr, static_cast<int>(dataset.sequences.size())) + QStringLiteral(" · ") +
                     facts.join(QStringLiteral(" · ")));
}

void ImportPreview::showView(View view) {
    m_choice->setCurrent(view);
    m_views->setCurrentIndex(view);
}

void ImportPreview::fillRecords(const ImportedDataset& preview) {
    const auto& dataset = preview.dataset;
    const auto& report = preview.report;
    m_residues->setProtein(report.kind == SequenceKind::Protein);
    m_residues->setText(report.kind == SequenceKind::Text);
    m_records->setRowCount(static_cast<int>(dataset.sequences.size()));
    for (int row = 0; row < m_records->rowCount(); ++row) {
        const auto& sequence = dataset.sequences[static_cast<size_t>(row)];
        const QString cells[] = {
            QString::fromStdString(sequence.id),
            sequence.label == kNoLabel ? QStringLiteral("—") : QString::fromStdString(dataset.classes[static_cast<size_t>(sequence.label)]),
            splitText(sequence.split), number(sequenceLength(sequence.residues, report.kind)),
            QString::fromStdString(sequence.residues.substr(0, kShown))};
        for (int column = 0; column < RecordColumns; ++column)
            m_records->setItem(row, column, new QTableWidgetItem(cells[column]));
        m_records->item(row, LengthColumn)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (sequence.label != kNoLabel) m_records->item(row, ClassColumn)->setData(Qt::DecorationRole, theme().classColour(sequence.label));
    }
    m_records->resizeColumnsToContents();
    m_records->setColumnWidth(NameColumn, std::min(m_records->columnWidth(NameColumn), 220));
    m_records->horizontalHeader()->setStretchLastSection(true);
}

/// The head of a column says its name and, in capitals of the accent, what it is used as.
void ImportPreview::fillColumns(const TableLook& table, const ImportForm& form) {
    const int columns = std::min(static_cast<int>(table.columns.size()), kMostColumns);
    m_roles.assign(static_cast<size_t>(columns), -1);
    for (int role = 0; role < ImportForm::kRoles; ++role)
        if (const int column = form.column(static_cast<ImportForm::Role>(role)); column >= 0 && column < columns)
            m_roles[static_cast<size_t>(column)] = role;
    // One residue a column: the sequence stands in several.
    if (const int first = form.column(ImportForm::Role::Sequence); first >= 0 && first == table.sequence)
        for (int column = first; column < std::min(first + table.joined, columns); ++column)
            m_roles[static_cast<size_t>(column)] = static_cast<int>(ImportForm::Role::Sequence);
    m_columns->setColumnCount(columns);
    m_columns->setRowCount(static_cast<int>(table.rows.size()));
    for (int column = 0; column < columns; ++column) {
        const int role = m_roles[static_cast<size_t>(column)];
        const QString name = QString::fromStdString(table.columns[static_cast<size_t>(column)]);
        auto* head = new QTableWidgetItem(role < 0 ? name + QStringLiteral("\n—")
                                                   : name + QLatin1Char('\n') + roleText(static_cast<ImportForm::Role>(role)));
        if (role >= 0) head->setForeground(theme().accent);
        head->setToolTip(tr("Click to say what this column holds"));
        m_columns->setHorizontalHeaderItem(column, head);
        for (int row = 0; row < m_columns->rowCount(); ++row) {
            const auto& cells = table.rows[static_cast<size_t>(row)];
            auto* item = new QTableWidgetItem(static_cast<size_t>(column) < cells.size()
                                                  ? QString::fromStdString(cells[static_cast<size_t>(column)].substr(0, kShown))
                                                  : QString());
            if (role < 0) item->setForeground(theme().textFaint);
            if (role == static_cast<int>(ImportForm::Role::Sequence)) item->setFont(residueFont());
            m_columns->setItem(row, column, item);
        }
    }
    m_columns->resizeColumnsToContents();
    for (int column = 0; column < columns; ++column)
        m_columns->setColumnWidth(column, std::clamp(m_columns->columnWidth(column), 80, 420));
}

void ImportPreview::fillProblems(const std::vector<Warning>& warnings) {
    m_problemCount = static_cast<int>(warnings.size());
    m_problems->setRowCount(m_problemCount);
    for (int row = 0; row < m_problemCount; ++row) {
        const Warning& warning = warnings[static_cast<size_t>(row)];
        const QString cells[] = {QFileInfo(QString::fromStdString(warning.file)).fileName(),
                                 warning.line > 0 ? number(warning.line) : QString(), QString::fromStdString(warning.record),
                                 sentence(warning.message)};
        for (int column = 0; column < 4; ++column)
            m_problems->setItem(row, column, new QTableWidgetItem(cells[column]));
        m_problems->item(row, 1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_problems->resizeColumnsToContents();
    m_problems->horizontalHeader()->setStretchLastSection(true);
}

void ImportPreview::askRole(int column) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int role = -1; role < ImportForm::kRoles; ++role) {
        auto* action = menu->addAction(role < 0 ? tr("Not used") : roleText(static_cast<ImportForm::Role>(role)), this,
                                       [this, column, role] { emit columnChosen(column, role); });
        action->setCheckable(true);
        action->setChecked(m_roles[static_cast<size_t>(column)] == role);
    }
    const auto* header = m_columns->horizontalHeader();
    menu->popup(header->mapToGlobal(QPoint(header->sectionViewportPosition(column), header->height())));
}

void ImportPreview::setTexts() {
    m_choice->setTexts({tr("Records"), tr("Columns"), m_problemCount > 0 ? tr("Remarks · %1").arg(m_problemCount) : tr("Remarks")});
}

void ImportPreview::retranslate() {
    setTexts();
    m_choice->setAccessibleName(tr("View of the files"));
    m_records->setHorizontalHeaderLabels({tr("Name"), tr("Class"), tr("Part"), tr("Length"), tr("Sequence")});
    m_records->setAccessibleName(tr("First records of the files"));
    m_columns->setAccessibleName(tr("Columns of the file"));
    m_problems->setHorizontalHeaderLabels({tr("File"), tr("Line"), tr("Record"), tr("What was found")});
    m_problems->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_problems->setAccessibleName(tr("What was skipped, replaced or read in another way"));
}

}  // namespace strand
