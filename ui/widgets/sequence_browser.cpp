#include "ui/widgets/sequence_browser.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/choice_delegate.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/residue_delegate.hpp"
#include "ui/widgets/sequence_table_model.hpp"
#include "ui/widgets/sequence_view.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace strand {

namespace {

constexpr int kFilterDelayMs = 250;

}  // namespace

SequenceBrowser::SequenceBrowser(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    m_model = new SequenceTableModel(session, this);
    buildTable();
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(kSpace);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(buildDetail());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto* layout = flushLayout<QVBoxLayout>(this, kSpace * 3 / 2);
    layout->addWidget(buildFilters());
    layout->addWidget(m_splitter, 1);
    connectModel();
    connect(&session, &Session::selectionChanged, this, &SequenceBrowser::followSession);
    retranslate();
}

QWidget* SequenceBrowser::buildFilters() {
    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_class = new QComboBox;
    m_split = new QComboBox;
    m_count = new StyledLabel(TextStyle::Caption, "muted");
    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kFilterDelayMs);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &SequenceBrowser::applyFilter);
    connect(m_delay, &QTimer::timeout, this, &SequenceBrowser::applyFilter);
    connect(m_class, &QComboBox::activated, this, &SequenceBrowser::applyFilter);
    connect(m_split, &QComboBox::activated, this, &SequenceBrowser::applyFilter);
    auto* filters = new QWidget;
    auto* row = flushLayout<QHBoxLayout>(filters, kSpace);
    row->addWidget(m_search, 1);
    row->addWidget(m_class);
    row->addWidget(m_split);
    row->addWidget(m_count);
    return filters;
}

void SequenceBrowser::buildTable() {
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(120);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_residues = new ResidueDelegate(m_table);
    m_table->setItemDelegateForColumn(SequenceTableModel::ResiduesColumn, m_residues);
    const auto classes = [this] {
        QList<std::pair<QString, QVariant>> out;
        for (const auto& name : m_dataset ? m_dataset->classes : std::vector<std::string>())
            out.emplace_back(QString::fromStdString(name), QString::fromStdString(name));
        return out;
    };
    const auto parts = [] {
        QList<std::pair<QString, QVariant>> out;
        for (const Split split : kParts)
            out.emplace_back(splitText(split), static_cast<int>(split));
        return out;
    };
    m_table->setItemDelegateForColumn(SequenceTableModel::ClassColumn, new ChoiceDelegate(classes, true, m_table));
    m_table->setItemDelegateForColumn(SequenceTableModel::SplitColumn, new ChoiceDelegate(parts, false, m_table));
    m_table->horizontalHeader()->setSortIndicator(SequenceTableModel::NumberColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
}

QWidget* SequenceBrowser::buildDetail() {
    m_name = new ElidedLabel(TextStyle::Heading);
    m_facts = new ElidedLabel(TextStyle::Body, "muted");
    m_setClass = new QPushButton;
    m_setPart = new QPushButton;
    m_leaveOut = new QPushButton;
    m_classMenu = new QMenu(this);
    m_partMenu = new QMenu(this);
    m_setClass->setMenu(m_classMenu);
    m_setPart->setMenu(m_partMenu);
    for (auto* button : {m_setClass, m_setPart, m_leaveOut})
        button->setProperty("kind", "quiet");
    connect(m_classMenu, &QMenu::aboutToShow, this, &SequenceBrowser::fillClassMenu);
    connect(m_partMenu, &QMenu::aboutToShow, this, &SequenceBrowser::fillPartMenu);
    connect(m_leaveOut, &QPushButton::clicked, this, [this] { setPart(Split::Excluded); });
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpace * 3 / 2);
    head->addWidget(m_name);
    head->addWidget(m_facts, 1);
    head->addWidget(m_setClass);
    head->addWidget(m_setPart);
    head->addWidget(m_leaveOut);
    m_view = new SequenceView;
    m_view->setMinimumHeight(72);
    m_detail = new QFrame;
    m_detail->setProperty("card", true);
    auto* layout = new QVBoxLayout(m_detail);
    layout->setContentsMargins(2 * kSpace, kSpace, kSpace, kSpace);
    layout->setSpacing(kSpace / 2);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    return m_detail;
}

void SequenceBrowser::connectModel() {
    connect(m_model, &SequenceTableModel::filtered, this, [this](int rows) {
        const auto all = m_dataset ? m_dataset->sequences : 0;
        //: the rows that pass the filters, of all
        m_count->setText(rows == all ? tr("%Ln sequence(s)", nullptr, rows) : tr("%1 of %2").arg(number(rows), number(all)));
        followSession();
        showDetail();
    });
    // The current row comes when its page has been read.
    connect(m_model, &SequenceTableModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        const int row = m_table->currentIndex().row();
        if (first.row() <= row && row <= last.row()) showDetail();
    });
    connect(m_model, &SequenceTableModel::failed, this, [this](const Error& error) { m_session.say(error); });
    connect(m_model, &SequenceTableModel::labelWanted, this, [this](std::int64_t ordinal, const QString& label) {
        emit stepWanted(LabelStep{.ordinals = {static_cast<std::int32_t>(ordinal)}, .label = label.toStdString()});
    });
    connect(m_model, &SequenceTableModel::partWanted, this, [this](std::int64_t ordinal, Split split) {
        emit stepWanted(PartStep{.ordinals = {static_cast<std::int32_t>(ordinal)}, .split = split});
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SequenceBrowser::selectionMoved);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SequenceBrowser::showDetail);
}

void SequenceBrowser::show(const DatasetRecord* dataset) {
    const bool another = !dataset || !m_dataset || dataset->id != m_dataset->id;
    const bool classes = another || dataset->classes != m_dataset->classes;
    m_dataset = dataset ? std::optional(*dataset) : std::nullopt;
    if (dataset) {
        m_residues->setProtein(dataset->kind == SequenceKind::Protein);
        m_residues->setText(dataset->kind == SequenceKind::Text);
    }
    if (another) {
        const QSignalBlocker blocker(m_search);
        m_search->clear();
        m_view->setMotif({});
        m_view->clear();
    }
    if (classes) fillFilters();
    m_model->setDataset(dataset);
    if (!dataset || !another) return;
    const QFontMetrics metrics(fontOf(TextStyle::Body));
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + kSpace);
    const int digits = metrics.horizontalAdvance(number(dataset->sequences)) + (4 * kSpace);
    const int widths[] = {std::max(digits, 84), 160, 110, 100, 90};
    for (int column = 0; column < 5; ++column)
        m_table->setColumnWidth(column, widths[column]);
}

void SequenceBrowser::fillFilters() {
    const QVariant label = m_class->currentData(), split = m_split->currentData();
    m_class->clear();
    m_class->addItem(tr("All classes"), -2);
    const auto& classes = m_dataset ? m_dataset->classes : std::vector<std::string>();
    for (size_t i = 0; i < classes.size(); ++i)
        m_class->addItem(QString::fromStdString(classes[i]), static_cast<int>(i));
    m_class->addItem(tr("Without a class"), kNoLabel);
    m_class->setCurrentIndex(std::max(0, m_class->findData(label)));
    m_split->clear();
    m_split->addItem(tr("All parts"), -1);
    for (const Split part : kParts)
        m_split->addItem(splitText(part), static_cast<int>(part));
    m_split->addItem(tr("in no part"), static_cast<int>(Split::None));
    m_split->setCurrentIndex(std::max(0, m_split->findData(split)));
}

void SequenceBrowser::filterBy(const SequenceFilter& filter) {
    m_search->setText(QString::fromStdString(filter.text));
    m_class->setCurrentIndex(m_class->findData(filter.label ? static_cast<int>(*filter.label) : -2));
    m_split->setCurrentIndex(m_split->findData(filter.split ? static_cast<int>(*filter.split) : -1));
    applyFilter();
}

void SequenceBrowser::applyFilter() {
    m_delay->stop();
    SequenceFilter filter;
    filter.text = m_search->text().trimmed().toStdString();
    if (const int label = m_class->currentData().toInt(); label > -2) filter.label = label;
    if (const int split = m_split->currentData().toInt(); split >= 0) filter.split = static_cast<Split>(split);
    m_view->setMotif(m_search->text().trimmed());
    m_model->setFilter(filter);
}

void SequenceBrowser::followSession() {
    const int row = m_model->rowOf(m_session.selection().ordinal);
    if (row < 0 || (m_table->currentIndex().isValid() && m_table->currentIndex().row() == row)) return;
    const QModelIndex index = m_model->index(row, SequenceTableModel::IdColumn);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void SequenceBrowser::selectionMoved() {
    const auto ordinal = m_model->ordinal(m_table->currentIndex().row());
    Selection selection = m_session.selection();
    if (ordinal < 0 || selection.ordinal == ordinal) return;
    selection.ordinal = ordinal;
    selection.query = selection.key = -1;
    m_session.setSelection(selection);
}

std::vector<std::int32_t> SequenceBrowser::selectedOrdinals() const {
    std::vector<std::int32_t> out;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            out.push_back(static_cast<std::int32_t>(m_model->ordinal(row)));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Without a selection the table has all the room but a line.
void SequenceBrowser::giveRoomToDetail(bool wanted) {
    if (m_detailOpen == wanted) return;
    m_detailOpen = wanted;
    m_view->setVisible(wanted);
    m_detail->setMaximumHeight(wanted ? QWIDGETSIZE_MAX : m_detail->sizeHint().height());
    const int height = m_splitter->height();
    if (wanted) m_splitter->setSizes({height * 3 / 5, height * 2 / 5});
}

/// The heading says what is selected; the sequence under it is the current one.
void SequenceBrowser::showDetail() {
    qint64 count = 0;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        count += range.height();
    for (auto* button : {m_setClass, m_setPart, m_leaveOut})
        button->setEnabled(count > 0);
    const auto* row = m_model->sequence(m_table->currentIndex().row());
    giveRoomToDetail(count > 0);
    if (!m_dataset || count == 0) {
        m_name->setText(tr("Select a sequence to see it whole"));
        m_facts->clear();
        m_view->clear();
    }
    if (!m_dataset || count == 0 || !row) return;
    const Sequence& sequence = row->sequence;
    QStringList facts;
    if (sequence.label >= 0 && sequence.label < static_cast<std::int32_t>(m_dataset->classes.size()))
        facts << tr("class %1").arg(QString::fromStdString(m_dataset->classes[static_cast<size_t>(sequence.label)]));
    if (sequence.split != Split::None) facts << splitText(sequence.split);
    const std::int64_t length = sequenceLength(sequence.residues, m_dataset->kind);
    facts << (m_dataset->kind == SequenceKind::Text ? tr("%Ln character(s)", nullptr, static_cast<int>(length))
                                                    : tr("%Ln residue(s)", nullptr, static_cast<int>(length)));
    m_name->setText(count > 1 ? tr("%Ln sequence(s) selected", nullptr, static_cast<int>(count)) : QString::fromStdString(sequence.id));
    m_facts->setText(count > 1 ? QString::fromStdString(sequence.id) : facts.join(QStringLiteral(" · ")));
    m_view->show(sequence, m_dataset->kind);
}

void SequenceBrowser::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
        return;
    }
    QWidget::keyPressEvent(event);
}

void SequenceBrowser::retranslate() {
    m_search->setPlaceholderText(tr("Find a name or a motif"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setToolTip(tr("Shows the sequences whose name or residues contain this (Ctrl+F)"));
    m_class->setAccessibleName(tr("Class"));
    m_split->setAccessibleName(tr("Part"));
    m_setClass->setText(tr("Set class"));
    m_setPart->setText(tr("Move to part"));
    m_leaveOut->setText(tr("Leave out"));
    m_leaveOut->setToolTip(tr("The sequence stays in the project, but no run uses it (Delete)"));
    m_table->setAccessibleName(tr("Sequences"));
    m_model->retranslate();
    addTableActions();
    if (m_dataset) fillFilters();
    showDetail();
}

}  // namespace strand
