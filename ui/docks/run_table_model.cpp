#include "ui/docks/run_table_model.hpp"

#include "ui/docks/run_differences.hpp"
#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"

#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

QColor stateColour(RunState state) {
    const Theme& t = theme();
    switch (state) {
        case RunState::Running: return t.accent;
        case RunState::Finished: return t.good;
        case RunState::Interrupted: return t.warning;
        case RunState::Failed: return t.bad;
        case RunState::Created:
        case RunState::Stopped: break;
    }
    return t.textFaint;
}

QIcon stateDot(RunState state) {
    const qreal ratio = qGuiApp->devicePixelRatio();
    QPixmap dot(qRound(10 * ratio), qRound(10 * ratio));
    dot.setDevicePixelRatio(ratio);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(stateColour(state), 1.5));
    // Filled = came to its end; a ring = can go on.
    const bool ended = state == RunState::Finished || state == RunState::Failed || state == RunState::Running;
    painter.setBrush(ended ? QBrush(stateColour(state)) : Qt::NoBrush);
    painter.drawEllipse(QPointF(5, 5), 3.5, 3.5);
    painter.end();
    QIcon out(dot);
    out.addPixmap(dot, QIcon::Selected);  // not tinted: its colour says something
    return out;
}

/// Figures at the right, words at the left.
QVariant alignment(int column) {
    const bool figure = column >= RunTableModel::Epochs && column <= RunTableModel::Seconds;
    return QVariant(Qt::AlignVCenter | (figure ? Qt::AlignRight : Qt::AlignLeft));
}

double testFigure(const RunRecord& run, double ClassificationMetrics::*figure) { return run.test ? (*run.test).*figure : kNotAvailable; }

}  // namespace

QString runStateText(RunState state) {
    switch (state) {
        case RunState::Created: return RunTableModel::tr("Created");
        case RunState::Running: return RunTableModel::tr("Training");
        case RunState::Stopped: return RunTableModel::tr("Stopped");
        case RunState::Interrupted: return RunTableModel::tr("Interrupted");
        case RunState::Finished: return RunTableModel::tr("Finished");
        case RunState::Failed: break;
    }
    return RunTableModel::tr("Failed");
}

void renameRun(Session& session, std::int64_t run, const QString& name) {
    const QString clean = name.simplified();
    if (clean.isEmpty()) return;
    session.engine().edit(RunTableModel::tr("Rename run"), [run, text = clean.toStdString()](ProjectFile& project) -> Result<void> {
        RunStore store(project);
        STRAND_ASSIGN(RunRecord record, store.get(run));
        record.name = text;
        return store.update(record);
    });
}

RunTableModel::RunTableModel(Session& session, QObject* parent) : QAbstractTableModel(parent), m_session(session) {
    connect(&session, &Session::runsChanged, this, &RunTableModel::reload);
    connect(&session, &Session::runChanged, this, [this] {
        if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
    connect(&session.engine(), &EngineHost::epochAdded, this, &RunTableModel::addEpoch);
    connect(&session.engine(), &EngineHost::projectAboutToClose, this, [this] { m_find.dropAndWait(); });
    reload();
}

void RunTableModel::addEpoch(const RunRecord& run, const EpochReport& epoch) {
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&run](const Row& each) { return each.run.id == run.id; });
    if (row == m_rows.end() || !epoch.best) return;
    row->acc = epoch.validation.acc;
    row->mcc = epoch.validation.mcc;
    const int line = static_cast<int>(row - m_rows.begin());
    emit dataChanged(index(line, 0), index(line, ColumnCount - 1));
}

int RunTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int RunTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

/// Keeps the rows in place while only their content changes, so that selection and editor stay.
void RunTableModel::reload() {
    std::vector<Row> rows;
    std::vector<Validation> unknown;
    std::vector<QString> differences = runDifferences(m_session.runs());
    for (const RunRecord& run : m_session.runs()) {
        Row row{.run = run, .differs = std::move(differences[rows.size()])};
        const auto known = std::find_if(m_rows.begin(), m_rows.end(), [&run](const Row& old) { return old.run.id == run.id; });
        const bool training = m_session.engine().trainingRun() == run.id;
        if (known != m_rows.end() && (training || known->run.bestEpoch == run.bestEpoch)) {
            row.acc = known->acc;
            row.mcc = known->mcc;
        }
        // What a run in training has not stored yet comes with its epochs.
        if (!training && !std::isfinite(row.acc) && run.epoch > 0) unknown.push_back({.run = run.id, .epoch = run.bestEpoch});
        rows.push_back(std::move(row));
    }
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const Row& one, const Row& other) { return one.run.id == other.run.id; });
    if (!same) beginResetModel();
    m_rows = std::move(rows);
    if (!same) {
        endResetModel();
    } else if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    findValidation(std::move(unknown));
}

/// Many runs have many epochs: read beside the window, with a connection of its own.
void RunTableModel::findValidation(std::vector<Validation> wanted) {
    m_find.drop();
    if (m_session.project() == nullptr || wanted.empty()) return;
    m_find.start(
        *this,
        [path = m_session.projectPath().toStdString(), wanted = std::move(wanted)](const std::stop_token& stop) mutable {
            const auto project = ProjectFile::open(path, ProjectFile::Access::Read);
            if (!project) return std::vector<Validation>();
            for (Validation& each : wanted) {
                if (stop.stop_requested()) break;
                const auto epochs = RunStore(*project).epochs(each.run);
                if (!epochs) continue;
                const auto best =
                    std::find_if(epochs->begin(), epochs->end(), [&each](const EpochReport& epoch) { return epoch.epoch == each.epoch; });
                if (best == epochs->end()) continue;
                each.acc = best->validation.acc;
                each.mcc = best->validation.mcc;
            }
            return wanted;
        },
        [this](const std::vector<Validation>& found) { take(found); });
}

void RunTableModel::take(const std::vector<Validation>& found) {
    for (const Validation& each : found) {
        const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&each](const Row& of) { return of.run.id == each.run; });
        if (row == m_rows.end() || row->run.bestEpoch != each.epoch) continue;
        row->acc = each.acc;
        row->mcc = each.mcc;
    }
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RunTableModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString RunTableModel::text(const Row& row, int column) const {
    const RunRecord& run = row.run;
    switch (column) {
        case Name: return QString::fromStdString(run.name);
        case State: return runStateText(run.state);
        case Model: return QString::fromStdString(run.model);
        case Dataset: return QString::fromStdString(run.datasetName);
        case Epochs: return QStringLiteral("%1/%2").arg(number(run.epoch), number(run.epochsPlanned));
        case ValidationAcc: return real(row.acc);
        case ValidationMcc: return real(row.mcc);
        case TestAcc: return real(testFigure(run, &ClassificationMetrics::acc));
        case TestMcc: return real(testFigure(run, &ClassificationMetrics::mcc));
        case Seconds: return duration(run.seconds);
        default: return row.differs;
    }
}

QVariant RunTableModel::sortKey(const Row& row, int column) const {
    const auto figure = [](double value) { return std::isfinite(value) ? value : -2.0; };
    switch (column) {
        case Epochs: return QVariant::fromValue<qlonglong>(row.run.epoch);
        case ValidationAcc: return figure(row.acc);
        case ValidationMcc: return figure(row.mcc);
        case TestAcc: return figure(testFigure(row.run, &ClassificationMetrics::acc));
        case TestMcc: return figure(testFigure(row.run, &ClassificationMetrics::mcc));
        case Seconds: return row.run.seconds;
        default: return text(row, column);
    }
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: return text(row, index.column());
        case Qt::ToolTipRole: return row.run.error ? QVariant(sentence(*row.run.error)) : QVariant();
        case Qt::DecorationRole: return index.column() == State ? stateDot(row.run.state) : QVariant();
        case Qt::TextAlignmentRole: return alignment(index.column());
        case Qt::FontRole: {
            const bool current = m_session.run() != nullptr && m_session.run()->id == row.run.id;
            QFont font = fontOf(TextStyle::Body);
            font.setWeight(current && index.column() == Name ? QFont::DemiBold : QFont::Normal);
            return font;
        }
        case kIdRole: return QVariant::fromValue<qlonglong>(row.run.id);
        case kSortRole: return sortKey(row, index.column());
        default: return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return alignment(section);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name: return tr("Run");
        case State: return tr("State");
        case Model: return tr("Model");
        case Dataset: return tr("Dataset");
        case Epochs: return tr("Epochs");
        case ValidationAcc: return tr("Validation ACC");
        case ValidationMcc: return tr("Validation MCC");
        case TestAcc: return tr("Test ACC");
        case TestMcc: return tr("Test MCC");
        case Seconds: return tr("Time");
        default: return tr("What differs");
    }
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const {
    return QAbstractTableModel::flags(index) | (index.column() == Name ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool RunTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() != Name) return false;
    const RunRecord& run = m_rows[static_cast<size_t>(index.row())].run;
    if (value.toString().simplified() != QString::fromStdString(run.name)) renameRun(m_session, run.id, value.toString());
    return true;
}

}  // namespace strand
