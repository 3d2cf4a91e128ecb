#include "ui/widgets/data_figures.hpp"

#include "ui/plots/bar_plot.hpp"
#include "ui/plots/logo_plot.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/sequence_table_model.hpp"

#include <QGridLayout>
#include <QMenu>

#include <algorithm>

namespace strand {

namespace {

enum Card : size_t { Lengths, Classes, Composition, Kmers, Gc };  // order on the page

constexpr int kLeastWidth = 280, kCardWidth = 340, kCardHeight = 232, kLogoHeight = 178, kMostColumns = 3;

QStringList names(const std::vector<std::string>& from) {
    QStringList out;
    for (const auto& each : from)
        out << QString::fromStdString(each);
    return out;
}

}  // namespace

DataFigures::DataFigures(QWidget* parent) : QWidget(parent) {
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSizeConstraint(QLayout::SetNoConstraint);
    m_grid->setSpacing(2 * kSpace);
    m_lengths = new BarPlot(QStringLiteral("lengths"));
    m_classes = new BarPlot(QStringLiteral("classes"));
    m_composition = new BarPlot(QStringLiteral("composition"));
    m_kmers = new BarPlot(QStringLiteral("k-mers"));
    m_gc = new BarPlot(QStringLiteral("gc"));
    for (auto* plot : {m_lengths, m_classes, m_composition, m_kmers, m_gc}) {
        QWidget* card = addCard(plot);
        card->setFixedHeight(kCardHeight);
        m_cards.push_back(card);
        m_on.push_back(true);
    }
    arrange();
}

void DataFigures::setOn(size_t card, bool on) {
    m_on[card] = on;
    m_cards[card]->setVisible(on);
}

QWidget* DataFigures::addCard(QWidget* plot) {
    auto* card = makeCard(plot);
    card->setParent(this);
    return card;
}

QString DataFigures::unit() const { return m_dataset.kind == SequenceKind::Text ? tr("characters") : tr("residues"); }

void DataFigures::show(const DatasetRecord& dataset) {
    m_dataset = dataset;
    const auto& statistics = dataset.statistics;
    BarData lengths;
    lengths.title = tr("Length");
    lengths.xLabel = unit();
    lengths.yLabel = tr("sequences");
    lengths.first = statistics.lengths.first;
    lengths.width = statistics.lengths.width;
    lengths.values = {{statistics.lengths.counts.begin(), statistics.lengths.counts.end()}};
    m_lengths->show(lengths);
    showClasses();
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
    m_logosShown = 0;
    setOn(Composition, dataset.kind != SequenceKind::Text);
    setOn(Kmers, false);
    setOn(Gc, false);
    m_columns = 0;
    arrange();
}

void DataFigures::showClasses() {
    const auto& counts = m_dataset.statistics.classBySplit;
    BarData classes;
    classes.title = tr("Classes and parts");
    classes.yLabel = tr("sequences");
    classes.categories = names(m_dataset.classes);
    for (const Split split : {Split::None, Split::Train, Split::Validation, Split::Test, Split::Excluded}) {
        std::vector<double> bars;
        for (const auto& one : counts)
            bars.push_back(static_cast<size_t>(split) < one.size() ? static_cast<double>(one[static_cast<size_t>(split)]) : 0);
        if (std::all_of(bars.begin(), bars.end(), [](double bar) { return bar == 0; })) continue;
        classes.series << (split == Split::None ? tr("in no part") : splitText(split));
        classes.values.push_back(std::move(bars));
    }
    m_classes->show(classes);
    setOn(Classes, !m_dataset.classes.empty());
}

void DataFigures::show(const DataInsight& insight) {
    const QStringList groups = insight.groups.size() > 1 ? names(insight.groups) : QStringList();
    BarData lengths;
    lengths.title = groups.isEmpty() ? tr("Length") : tr("Length by class");
    lengths.xLabel = unit();
    lengths.yLabel = tr("sequences");
    lengths.first = m_dataset.statistics.lengths.first;
    lengths.width = m_dataset.statistics.lengths.width;
    lengths.series = groups;
    lengths.values = insight.lengths;
    m_lengths->show(lengths);
    const auto percents = [&groups](const QString& title, const QStringList& categories, const std::vector<std::vector<double>>& values) {
        BarData bars;
        bars.title = title;
        bars.yLabel = DataFigures::tr("percent");
        bars.categories = categories;
        bars.series = groups;
        bars.values = values;
        bars.grouped = true;
        return bars;
    };
    QStringList letters;
    for (const char letter : insight.letters)
        letters << QString(QLatin1Char(letter));
    if (!insight.composition.empty()) m_composition->show(percents(tr("Composition"), letters, insight.composition));
    if (!insight.kmers.empty()) {
        const bool some = insight.words.size() == DataInsight::kWords;
        m_kmers->show(
            percents(some ? tr("Most frequent pairs of residues") : tr("Pairs of residues"), names(insight.words), insight.kmers));
    }
    if (!insight.gc.empty()) {
        BarData gc;
        gc.title = tr("GC content");
        gc.xLabel = tr("percent G or C of a sequence");
        gc.yLabel = tr("sequences");
        gc.width = DataInsight::kGcBin;
        gc.series = groups;
        gc.values = insight.gc;
        m_gc->show(gc);
    }
    setOn(Kmers, !insight.kmers.empty());
    setOn(Gc, !insight.gc.empty());
    showLogos(insight);
    m_columns = 0;
    arrange();
}

void DataFigures::showLogos(const DataInsight& insight) {
    m_logosShown = insight.logos.size();
    double top = 0;
    for (size_t i = 0; i < m_logosShown; ++i) {
        if (i == m_logos.size()) {
            m_logos.push_back(new LogoPlot(QString()));
            m_logoCards.push_back(addCard(m_logos.back()));
            m_logoCards.back()->setFixedHeight(kLogoHeight);
        }
        const auto& bits = insight.logos[i].information;
        if (!bits.empty()) top = std::max(top, *std::max_element(bits.begin(), bits.end()));
    }
    for (size_t i = 0; i < m_logosShown; ++i) {
        const QString name = QString::fromStdString(insight.groups[i]);
        m_logos[i]->setFigureName(name.isEmpty() ? QStringLiteral("logo") : QStringLiteral("logo-%1").arg(name));
        m_logos[i]->show({.title = name.isEmpty() ? tr("Sequence logo") : tr("Sequence logo of class %1").arg(name),
                          .logo = insight.logos[i],
                          .protein = m_dataset.kind == SequenceKind::Protein,
                          .top = top});
    }
}

/// Cards flow into as many columns as fit; logos take the whole width.
void DataFigures::arrange() {
    const int columns = std::clamp(width() / kCardWidth, 1, kMostColumns);
    if (columns == m_columns) return;
    m_columns = columns;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    int at = 0;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        if (!m_on[i]) continue;
        m_grid->addWidget(m_cards[i], at / columns, at % columns);
        ++at;
    }
    int row = (at + columns - 1) / columns;
    for (size_t i = 0; i < m_logoCards.size(); ++i) {
        m_logoCards[i]->setVisible(i < m_logosShown);
        if (i < m_logosShown) m_grid->addWidget(m_logoCards[i], row++, 0, 1, columns);
    }
    for (int column = 0; column < kMostColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int i = 0; i < m_grid->rowCount(); ++i)
        m_grid->setRowStretch(i, 0);
    m_grid->setRowStretch(row, 1);
}

QSize DataFigures::minimumSizeHint() const { return {kLeastWidth, QWidget::minimumSizeHint().height()}; }

void DataFigures::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void DataFigures::fillExportMenu(QMenu& menu) {
    const auto add = [&menu](const QString& title, QWidget* owner, Figure* figure) {
        addExportActions(*menu.addMenu(title), *owner, [figure] { return figure; });
    };
    BarPlot* const bars[] = {m_lengths, m_classes, m_composition, m_kmers, m_gc};
    for (size_t i = 0; i < m_cards.size(); ++i)
        if (m_on[i]) add(bars[i]->accessibleName(), bars[i], bars[i]);
    for (size_t i = 0; i < m_logosShown; ++i)
        add(m_logos[i]->accessibleName(), m_logos[i], m_logos[i]);
}

}  // namespace strand
