#include "ui/pages/data_page.hpp"

#include "ui/plots/bar_plot.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/import_panel.hpp"
#include "ui/widgets/sequence_table_model.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace strand {

namespace {

constexpr int kFilterDelayMs = 250;
constexpr int kPlotHeight = 210;

}  // namespace

DataPage::DataPage(Session& session) : Page(session) {
    setAcceptDrops(true);
    m_empty = new EmptyState(QStringLiteral("dna"));
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { openImport({}); });
    m_import = new ImportPanel(session);
    m_view = buildDataset();
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_import);
    m_stack->addWidget(m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_import, &ImportPanel::closed, this, &DataPage::refresh);
    connect(&session, &Session::projectChanged, this, &DataPage::refresh);
    connect(&session, &Session::datasetsChanged, this, &DataPage::refresh);
    connect(&session, &Session::datasetChanged, this, &DataPage::refresh);
    connect(&session, &Session::selectionChanged, this, &DataPage::restoreSelection);
    connect(&session, &Session::importRequested, this, &DataPage::openImport);
    retranslate();
    refresh();
}

QWidget* DataPage::buildDataset() {
    m_datasets = new QComboBox;
    m_datasets->setMinimumWidth(180);
    connect(m_datasets, &QComboBox::activated, this, [this](int index) { session().setDataset(m_datasets->itemData(index).toLongLong()); });
    m_summary = new StyledLabel(TextStyle::Body, "muted");
    m_importAction = new QPushButton;
    m_importAction->setIcon(icon(QStringLiteral("import")));
    connect(m_importAction, &QPushButton::clicked, this, [this] { openImport({}); });
    auto* top = new QHBoxLayout;
    top->setSpacing(2 * kSpace);
    top->addWidget(m_datasets);
    top->addWidget(m_summary, 1);
    top->addWidget(m_importAction);

    m_lengths = new BarPlot(QStringLiteral("lengths"));
    m_classes = new BarPlot(QStringLiteral("classes"));
    m_composition = new BarPlot(QStringLiteral("composition"));
    auto* plots = new QWidget;
    plots->setFixedHeight(kPlotHeight);
    auto* row = new QHBoxLayout(plots);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * kSpace);
    for (auto* plot : {m_lengths, m_classes, m_composition}) {
        auto* card = new QFrame;
        card->setProperty("card", true);
        auto* inside = new QVBoxLayout(card);
        inside->setContentsMargins(2 * kSpace, kSpace + 4, 2 * kSpace, kSpace + 4);
        inside->addWidget(plot);
        row->addWidget(card, 1);
    }

    m_search = new QLineEdit;
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_class = new QComboBox;
    m_split = new QComboBox;
    m_count = new StyledLabel(TextStyle::Caption, "muted");
    m_delay = new QTimer(this);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kFilterDelayMs);
    connect(m_search, &QLineEdit::textEdited, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, &DataPage::applyFilter);
    connect(m_class, &QComboBox::activated, this, &DataPage::applyFilter);
    connect(m_split, &QComboBox::activated, this, &DataPage::applyFilter);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(kSpace);
    filters->addWidget(m_search, 1);
    filters->addWidget(m_class);
    filters->addWidget(m_split);
    filters->addWidget(m_count);

    m_model = new SequenceTableModel(session(), this);
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_residues = new ResidueDelegate(m_table);
    m_table->setItemDelegateForColumn(SequenceTableModel::ResiduesColumn, m_residues);
    m_table->horizontalHeader()->setSortIndicator(SequenceTableModel::NumberColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    connect(m_model, &SequenceTableModel::filtered, this, [this](int rows) {
        //: how many sequences pass the filter
        m_count->setText(tr("%n sequence(s)", nullptr, rows));
        restoreSelection();
    });
    connect(m_model, &SequenceTableModel::failed, this, [this](const Error& error) { session().say(error); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        Selection selection = session().selection();
        if (!now.isValid() || selection.ordinal == m_model->ordinal(now.row())) return;
        selection.ordinal = m_model->ordinal(now.row());
        session().setSelection(selection);
    });

    auto* view = new QWidget;
    auto* layout = new QVBoxLayout(view);
    layout->setContentsMargins(3 * kSpace, 2 * kSpace, 3 * kSpace, 2 * kSpace);
    layout->setSpacing(2 * kSpace);
    layout->addLayout(top);
    layout->addWidget(plots);
    layout->addLayout(filters);
    layout->addWidget(m_table, 1);
    return view;
}

void DataPage::openImport(const QStringList& files) {
    if (!session().hasProject()) {
        session().goTo(QStringLiteral("home"));
        return;
    }
    m_stack->setCurrentWidget(m_import);
    session().goTo(QStringLiteral("data"));
    m_import->open(files);
}

void DataPage::refresh() {
    const auto* dataset = session().dataset();
    setTexts();
    if (!dataset) {
        m_shown = 0;
        m_model->setDataset(nullptr);
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const QSignalBlocker blocker(m_datasets);
    m_datasets->clear();
    for (const auto& each : session().datasets()) {
        m_datasets->addItem(QString::fromStdString(each.name), QVariant::fromValue<qlonglong>(each.id));
        if (each.id == dataset->id) m_datasets->setCurrentIndex(m_datasets->count() - 1);
    }
    if (m_shown != dataset->id) show(*dataset);
    m_stack->setCurrentWidget(m_view);
}

void DataPage::show(const DatasetRecord& dataset) {
    m_shown = dataset.id;
    const QString kinds[] = {tr("DNA"), tr("RNA"), tr("protein"), tr("text")};
    const auto& statistics = dataset.statistics;
    QStringList facts{tr("%n %1 sequence(s)", nullptr, static_cast<int>(dataset.sequences)).arg(kinds[static_cast<int>(dataset.kind)]),
                      statistics.length.min == statistics.length.max
                          ? tr("length %1").arg(number(statistics.length.min))
                          : tr("lengths %1 to %2, median %3")
                                .arg(number(statistics.length.min), number(statistics.length.max), number(statistics.length.median))};
    if (statistics.duplicates > 0) facts << tr("%n duplicate(s)", nullptr, static_cast<int>(statistics.duplicates));
    if (statistics.duplicatesAcrossSplits > 0)
        facts << tr("%n across splits", nullptr, static_cast<int>(statistics.duplicatesAcrossSplits));
    m_summary->setText(facts.join(QStringLiteral(" · ")));

    BarData lengths;
    lengths.title = tr("Length");
    lengths.xLabel = tr("residues");
    lengths.yLabel = tr("sequences");
    lengths.first = statistics.lengths.first;
    lengths.width = statistics.lengths.width;
    lengths.values = {{statistics.lengths.counts.begin(), statistics.lengths.counts.end()}};
    m_lengths->show(lengths);

    BarData classes;
    classes.title = tr("Classes and splits");
    classes.yLabel = tr("sequences");
    const QString splits[] = {tr("no split"), tr("train"), tr("validation"), tr("test")};
    for (const auto& name : dataset.classes)
        classes.categories << QString::fromStdString(name);
    for (size_t split = 0; split < 4; ++split) {
        std::vector<double> bars;
        for (const auto& counts : statistics.classBySplit)
            bars.push_back(static_cast<double>(counts[split]));
        if (std::all_of(bars.begin(), bars.end(), [](double bar) { return bar == 0; })) continue;
        classes.series << splits[split];
        classes.values.push_back(std::move(bars));
    }
    m_classes->show(classes);

    BarData composition;
    composition.title = tr("Composition");
    composition.yLabel = tr("percent");
    double all = 0;
    for (const auto& [letter, count] : statistics.composition)
        all += static_cast<double>(count);
    composition.values.emplace_back();
    for (const auto& [letter, count] : statistics.composition) {
        composition.categories << QString(QLatin1Char(letter));
        composition.values.front().push_back(100.0 * static_cast<double>(count) / all);
    }
    m_composition->show(composition);
    m_composition->parentWidget()->setVisible(!statistics.composition.empty());

    m_residues->setProtein(dataset.kind == SequenceKind::Protein);
    m_residues->setText(dataset.kind == SequenceKind::Text);
    fillFilters(dataset);
    m_model->setDataset(&dataset);
    const QFontMetrics metrics(fontOf(TextStyle::Body));
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + kSpace);
    const int digits = metrics.horizontalAdvance(number(dataset.sequences)) + (4 * kSpace);
    const int widths[] = {std::max(digits, 84), 160, 100, 90, 80};
    for (int column = 0; column < 5; ++column)
        m_table->setColumnWidth(column, widths[column]);
    restoreSelection();
}

void DataPage::fillFilters(const DatasetRecord& dataset) {
    const QSignalBlocker classBlocker(m_class);
    const QSignalBlocker splitBlocker(m_split);
    m_class->clear();
    m_class->addItem(tr("All classes"), -1);
    for (size_t i = 0; i < dataset.classes.size(); ++i)
        m_class->addItem(QString::fromStdString(dataset.classes[i]), static_cast<int>(i));
    m_split->clear();
    m_split->addItem(tr("All splits"), -1);
    m_split->addItem(tr("train"), static_cast<int>(Split::Train));
    m_split->addItem(tr("validation"), static_cast<int>(Split::Validation));
    m_split->addItem(tr("test"), static_cast<int>(Split::Test));
    m_search->clear();
}

void DataPage::applyFilter() {
    SequenceFilter filter;
    filter.text = m_search->text().trimmed().toStdString();
    if (const int label = m_class->currentData().toInt(); label >= 0) filter.label = label;
    if (const int split = m_split->currentData().toInt(); split >= 0) filter.split = static_cast<Split>(split);
    m_model->setFilter(filter);
}

void DataPage::restoreSelection() {
    const auto ordinal = session().selection().ordinal;
    if (ordinal < 0 || m_model->rowCount() == 0) return;
    if (const auto now = m_table->currentIndex(); now.isValid() && m_model->ordinal(now.row()) == ordinal) return;
    // Without a filter the row is the ordinal; a filtered table keeps its own place.
    if (ordinal < m_model->rowCount() && m_model->ordinal(static_cast<int>(ordinal)) == ordinal)
        m_table->selectRow(static_cast<int>(ordinal));
}

void DataPage::fillExportMenu(QMenu& menu) {
    if (m_stack->currentWidget() != m_view) return;
    for (auto* plot : {m_lengths, m_classes, m_composition}) {
        auto* sub = menu.addMenu(plot->accessibleName());
        addExportActions(*sub, *plot, [plot] { return plot; });
    }
}

void DataPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void DataPage::dropEvent(QDropEvent* event) {
    QStringList files;
    for (const auto& url : event->mimeData()->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    if (!files.isEmpty()) openImport(files);
}

void DataPage::retranslate() {
    setTexts();
    m_import->retranslate();
    m_model->retranslate();
    if (const auto* dataset = session().dataset()) show(*dataset);
}

void DataPage::setTexts() {
    const bool project = session().hasProject();
    if (project)
        m_empty->setTexts(tr("No sequences yet"),
                          tr("Drop a FASTA file here, or choose one. Plain and gz files are read; you see what was understood before "
                             "anything is stored."),
                          tr("Choose files…"));
    else
        m_empty->setTexts(tr("No project is open"), tr("A project keeps sequences, runs and results together in one file."),
                          tr("Open or create a project"));
    m_importAction->setText(tr("Import…"));
    m_search->setPlaceholderText(tr("Find a name or a motif"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_datasets->setAccessibleName(tr("Dataset"));
    m_class->setAccessibleName(tr("Class"));
    m_split->setAccessibleName(tr("Split"));
    m_table->setAccessibleName(tr("Sequences"));
}

}  // namespace strand
