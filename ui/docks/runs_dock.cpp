#include "ui/docks/runs_dock.hpp"

#include "ui/docks/run_table_model.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/confirm.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/table_copy.hpp"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace strand {

bool canResume(const RunRecord& run) {
    return run.state == RunState::Stopped || run.state == RunState::Interrupted || run.state == RunState::Created;
}

RunsDock::RunsDock(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    m_model = new RunTableModel(session, this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RunTableModel::kSortRole);
    m_table = new QTableView;
    m_table->setModel(m_sorted);
    m_table->setProperty("frameless", true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty = new EmptyState(QStringLiteral("chart-line"));
    auto* layout = new QStackedLayout(this);
    layout->addWidget(m_empty);
    layout->addWidget(m_table);

    // A training changes them: "Finished" is longer than "Training", "100/100" than "1/100".
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        for (const int column : {RunTableModel::State, RunTableModel::Epochs})
            m_table->resizeColumnToContents(column);
    });
    connect(m_table, &QTableView::clicked, this, &RunsDock::makeCurrent);
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint& position) {
        const RunRecord* run = chosen();
        if (run == nullptr) return;
        QMenu menu(this);
        fillMenu(menu, *run);
        menu.exec(m_table->viewport()->mapToGlobal(position));
    });
    connect(&session, &Session::runsChanged, this, &RunsDock::refresh);
    connect(&session, &Session::projectChanged, this, &RunsDock::refresh);
    connect(&session, &Session::runChanged, this, &RunsDock::followSession);
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { m_session.goTo(m_session.hasProject() ? QStringLiteral("model") : QStringLiteral("home")); });
    retranslate();
    refresh();
    m_table->sortByColumn(-1, Qt::AscendingOrder);
}

void RunsDock::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void RunsDock::retranslate() {
    m_model->retranslate();
    addTableActions(*m_table, QStringLiteral("runs"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setAccessibleName(tr("Runs"));
    refresh();
}

void RunsDock::refresh() {
    const bool any = !m_session.runs().empty();
    if (m_session.hasProject()) {
        m_empty->setTexts(tr("No runs yet"), tr("Each training is kept here with its settings and its quality."), tr("Choose a model"));
    } else {
        m_empty->setTexts(tr("No project is open"), tr("Runs belong to a project."), tr("Open a sample"));
    }
    qobject_cast<QStackedLayout*>(layout())->setCurrentIndex(any ? 1 : 0);
    // New names need room; widths set by hand are left alone until then.
    if (const int rows = m_model->rowCount(); rows != m_sizedRows) {
        m_sizedRows = rows;
        m_table->resizeColumnsToContents();
        // The current run stands in bold, whichever it is.
        const int name = m_table->columnWidth(RunTableModel::Name);
        m_table->setColumnWidth(RunTableModel::Name, name + (name / 10));
        followSession();
    }
}

/// The row of the current run is the selected one.
void RunsDock::followSession() {
    const std::int64_t id = m_session.run() != nullptr ? m_session.run()->id : 0;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        if (m_sorted->index(row, 0).data(RunTableModel::kIdRole).toLongLong() != id) continue;
        if (m_table->currentIndex().row() != row) m_table->selectRow(row);
        return;
    }
    m_table->clearSelection();
}

const RunRecord* RunsDock::chosen() const {
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid()) return nullptr;
    const auto id = index.data(RunTableModel::kIdRole).toLongLong();
    const auto found = std::find_if(m_session.runs().begin(), m_session.runs().end(), [id](const RunRecord& run) { return run.id == id; });
    return found == m_session.runs().end() ? nullptr : &*found;
}

void RunsDock::makeCurrent() {
    if (const RunRecord* run = chosen()) m_session.setRun(run->id);
}

void RunsDock::fillMenu(QMenu& menu, const RunRecord& run) {
    const bool inTraining = m_session.engine().trainingRun() == run.id;
    const bool current = m_session.run() != nullptr && m_session.run()->id == run.id;
    QAction* show = menu.addAction(tr("Make it the current run"), this, &RunsDock::makeCurrent);
    show->setEnabled(!current);
    QAction* resume =
        menu.addAction(icon(QStringLiteral("play")), tr("Resume"), this, [this, id = run.id] { m_session.engine().resume(id); });
    resume->setEnabled(canResume(run) && !inTraining && !m_session.engine().isTraining());
    menu.addAction(icon(QStringLiteral("pencil")), tr("Rename"), this, [this] {
        const QModelIndex name = m_table->currentIndex().siblingAtColumn(RunTableModel::Name);
        m_table->setCurrentIndex(name);
        m_table->edit(name);
    });
    menu.addSeparator();
    menu.addActions(m_table->actions());
    menu.addSeparator();
    QAction* erase = menu.addAction(icon(QStringLiteral("trash-2")), tr("Delete…"), this, [this, copy = run] { remove(copy); });
    erase->setEnabled(!inTraining);
}

void RunsDock::remove(const RunRecord& run) {
    confirm(*this, tr("Delete run %1?").arg(QString::fromStdString(run.name)),
            tr("Its curves, checkpoints, attention and predictions are removed from the project. This cannot be undone."), tr("Delete run"),
            [this, id = run.id] {
                m_session.engine().edit(tr("Delete run"), [id](ProjectFile& project) { return RunStore(project).remove(id); });
            });
}

void RunsDock::keyPressEvent(QKeyEvent* event) {
    const RunRecord* run = chosen();
    if (run != nullptr && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        makeCurrent();
    } else if (run != nullptr && event->key() == Qt::Key_Delete && m_session.engine().trainingRun() != run->id) {
        remove(*run);
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace strand
