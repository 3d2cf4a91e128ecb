#include "ui/widgets/attention_tables.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/table_copy.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

QVariant alignment(int column, int firstNumber) {
    return QVariant::fromValue(column >= firstNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
}

/// "12–14 ATG"
QString tokenCell(const AttentionMap& map, std::int32_t token) {
    const QString place = tokenPlace(map, token);
    const QString letters = QString::fromStdString(map.tokens[static_cast<std::size_t>(token)]);
    return place.isEmpty() ? letters : place + QLatin1Char(' ') + letters;
}

QTableView* makeView(QAbstractItemModel* model) {
    auto* view = new QTableView;
    view->setModel(model);
    view->setProperty("frameless", true);
    view->setShowGrid(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + kSpace);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    view->horizontalHeader()->setMinimumSectionSize(kSpace * 5);
    return view;
}

}  // namespace

void PairTableModel::setPicture(std::shared_ptr<const MatrixPicture> picture) {
    beginResetModel();
    m_picture = std::move(picture);
    endResetModel();
}

int PairTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_picture ? 0 : static_cast<int>(m_picture->pairs.size());
}

int PairTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 3; }

QVariant PairTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_picture) return {};
    const AttentionPair& pair = m_picture->pairs[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole) return alignment(index.column(), 2);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case 0: return tokenCell(*m_picture->map, pair.query);
        case 1: return tokenCell(*m_picture->map, pair.key);
        default: return weightText(static_cast<double>(pair.weight));
    }
}

QVariant PairTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return alignment(section, 2);
    if (role != Qt::DisplayRole) return {};
    const bool vector = m_picture && m_picture->map->kind == "vector";
    const std::array<QString, 3> names = {tr("query"), vector ? tr("token") : tr("key"), tr("weight")};
    return names[static_cast<std::size_t>(section)];
}

void RegionTableModel::setPicture(std::shared_ptr<const MatrixPicture> picture) {
    beginResetModel();
    m_picture = std::move(picture);
    endResetModel();
}

int RegionTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_picture ? 0 : static_cast<int>(m_picture->regions.size());
}

int RegionTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 4; }

QVariant RegionTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_picture) return {};
    const AttentionRegion& region = m_picture->regions[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole) return alignment(index.column(), 0);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case 0: return QString::number(region.begin + 1);
        case 1: return QString::number(region.end);
        case 2: return weightText(region.mean);
        default: return real(region.fold, 2);
    }
}

QVariant RegionTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return alignment(section, 0);
    const std::array<QString, 4> names = {tr("from"), tr("to"), tr("receives"), tr("times mean")};
    const std::array<QString, 4> help = {tr("first residue, from 1"), tr("last residue"),
                                         tr("mean weight its residues receive from all queries"), tr("over the mean of all residues")};
    if (role == Qt::DisplayRole) return names[static_cast<std::size_t>(section)];
    if (role == Qt::ToolTipRole) return help[static_cast<std::size_t>(section)];
    return {};
}

QString RegionTableModel::bed() const {
    QString out;
    if (!m_picture) return out;
    QString name = QString::fromStdString(m_picture->map->record);
    name.replace(QLatin1Char(' '), QLatin1Char('_')).replace(QLatin1Char('\t'), QLatin1Char('_'));
    for (std::size_t i = 0; i < m_picture->regions.size(); ++i) {
        const AttentionRegion& region = m_picture->regions[i];
        out += QStringLiteral("%1\t%2\t%3\tattention_%4\t%5\n")
                   .arg(name)
                   .arg(region.begin)
                   .arg(region.end)
                   .arg(i + 1)
                   .arg(std::min<qint64>(1000, std::llround(region.fold * 100)));
    }
    return out;
}

AttentionTables::AttentionTables(QWidget* parent) : QWidget(parent) {
    m_choice = new Segmented(2);
    m_pairs = new PairTableModel(this);
    m_regions = new RegionTableModel(this);
    m_pairView = makeView(m_pairs);
    m_pairView->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_regionView = makeView(m_regions);
    auto* stack = new QStackedWidget;
    stack->addWidget(m_pairView);
    stack->addWidget(m_regionView);
    auto* layout = flushLayout<QVBoxLayout>(this, kSpace);
    layout->addWidget(m_choice);
    layout->addWidget(stack, 1);
    connect(m_choice, &Segmented::chosen, stack, &QStackedWidget::setCurrentIndex);
    connect(m_pairView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid() || !m_picture) return;
        const AttentionPair& pair = m_picture->pairs[static_cast<std::size_t>(index.row())];
        emit pairChosen(pair.query, pair.key);
    });
    connect(m_regionView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid() || !m_picture) return;
        emit regionChosen(
            static_cast<int>(tokenOfResidue(*m_picture->map, m_picture->regions[static_cast<std::size_t>(index.row())].begin)));
    });
    retranslate();
}

void AttentionTables::setPicture(const std::shared_ptr<const MatrixPicture>& picture) {
    m_picture = picture;
    m_pairs->setPicture(picture);
    m_regions->setPicture(picture);
    m_pairView->setColumnHidden(0, isVector());
    nameTables();
}

bool AttentionTables::isVector() const { return m_picture && m_picture->map->kind == "vector"; }

void AttentionTables::nameTables() {
    m_choice->setTexts({isVector() ? tr("Tokens") : tr("Pairs"), tr("Regions")});
    m_pairView->setAccessibleName(isVector() ? tr("Tokens that weigh most") : tr("Strongest pairs"));
}

void AttentionTables::retranslate() {
    nameTables();
    m_regionView->setAccessibleName(tr("Regions that receive most attention"));
    m_regionView->setToolTip(tr("Runs of residues that receive more than 1.5 times the mean"));
    addTableActions(*m_pairView, QStringLiteral("attention-pairs"));
    addTableActions(*m_regionView, QStringLiteral("attention-regions"));
    auto* bed = new QAction(tr("Copy as BED"), m_regionView);
    connect(bed, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(m_regions->bed()); });
    m_regionView->addAction(bed);
}

}  // namespace strand
