#include "ui/widgets/results_view.hpp"

#include "ui/plots/confusion_plot.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/note_label.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/styled_label.hpp"
#include "ui/widgets/table_copy.hpp"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QStandardItemModel>
#include <QTableView>

#include <array>

namespace strand {

ResultsView::ResultsView(QWidget* parent) : QWidget(parent) {
    m_split = new Segmented(2);
    m_heading = new StyledLabel(TextStyle::Body);
    m_summary = new NoteLabel(TextStyle::Body, "muted", 1);
    m_figures = new StyledLabel(TextStyle::Body, "muted");
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tableHeading = new StyledLabel(TextStyle::Body);
    m_confusion = new ConfusionPlot;
    m_confusion->setContextMenuPolicy(Qt::CustomContextMenu);
    m_model = new QStandardItemModel(this);
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setProperty("frameless", true);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(kSpace * 5);
    m_table->setMinimumHeight(kSpace * 9);

    auto* left = new QWidget;
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(m_heading);
    leftLayout->addWidget(m_confusion, 1);
    auto* right = new QWidget;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_split, 0, Qt::AlignLeft);
    rightLayout->addWidget(m_summary);
    rightLayout->addWidget(m_figures);
    rightLayout->addWidget(m_tableHeading);
    rightLayout->addWidget(m_table, 1);
    auto* layout = flushLayout<QHBoxLayout>(this, kSpace * 3 / 2);
    layout->addWidget(makeCard(left), 3);
    layout->addWidget(makeCard(right), 5);

    connect(m_split, &Segmented::chosen, this, &ResultsView::refresh);
    connect(m_confusion, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu menu(this);
        addExportActions(menu, *this, [this]() -> Figure* { return m_confusion; });
        menu.exec(m_confusion->mapToGlobal(at));
    });
    connect(&ThemeManager::instance(), &ThemeManager::changed, this, &ResultsView::refresh);
    retranslate();
}

void ResultsView::show(const std::optional<ClassificationMetrics>& test, const std::optional<ClassificationMetrics>& validation,
                       const QStringList& classes, const QString& name, const QString& caption) {
    const bool appeared = test && !m_test;
    m_test = test;
    m_validation = validation;
    m_classes = classes;
    m_name = name;
    m_caption = caption;
    m_split->setChoiceEnabled(0, test.has_value());
    m_split->setChoiceEnabled(1, validation.has_value());
    if (appeared) m_split->setCurrent(0);
    if (!test) m_split->setCurrent(1);
    refresh();
}

void ResultsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ResultsView::retranslate() {
    m_split->setTexts({tr("Test set"), tr("Validation set")});
    m_heading->setText(tr("Confusion matrix"));
    m_tableHeading->setText(tr("By class"));
    m_table->setAccessibleName(tr("Figures of each class"));
    addTableActions(*m_table, QStringLiteral("classes"));
    refresh();
}

void ResultsView::refresh() {
    QFont bold = fontOf(TextStyle::Body);
    bold.setWeight(QFont::DemiBold);
    m_heading->setFont(bold);
    m_tableHeading->setFont(bold);
    const bool isTest = m_split->current() == 0;
    const std::optional<ClassificationMetrics>& shown = isTest ? m_test : m_validation;
    const ClassificationMetrics metrics = shown.value_or(ClassificationMetrics{});
    m_confusion->setCounts(metrics.confusion, m_classes);
    const QString split = isTest ? tr("test set") : tr("validation set, best epoch");
    m_confusion->setFigureTexts(QStringLiteral("confusion-%1").arg(m_name), tr("Confusion matrix, %1").arg(split), m_caption);

    // Names above numbers, in two lines of equal columns.
    const QList<std::pair<QString, double>> figures = {
        {tr("accuracy"), metrics.acc},        {tr("MCC"), metrics.mcc},        {tr("F1"), metrics.f1},
        {tr("ROC-AUC"), metrics.auc},         {tr("sensitivity"), metrics.sn}, {tr("specificity"), metrics.sp},
        {tr("precision"), metrics.precision}, {tr("PR-AUC"), metrics.auprc}};
    QString rows[2];
    for (qsizetype i = 0; i < figures.size(); ++i) {
        rows[i / 4] +=
            QStringLiteral(
                "<td style='padding-right:20px; padding-bottom:6px'><span style='color:%1'>%2</span><br/><b style='color:%3'>%4</b></td>")
                .arg(theme().textMuted.name(), figures[i].first, theme().text.name(), real(figures[i].second, 3));
    }
    const QString head = shown ? tr("%Ln sequence(s)", nullptr, static_cast<int>(metrics.n)) + QStringLiteral(" · ") + split
                               : tr("Not read yet: the test set is read once, when a run ends.");
    m_summary->setText(head);
    m_figures->setText(shown ? QStringLiteral("<table><tr>%1</tr><tr>%2</tr></table>").arg(rows[0], rows[1]) : QString());

    m_model->clear();
    const std::array<std::pair<QString, QString>, 8> columns = {{{tr("class"), {}},
                                                                 {tr("n"), tr("sequences of the class")},
                                                                 {tr("SN"), tr("sensitivity: how many of the class are found")},
                                                                 {tr("SP"), tr("specificity: how many of the others are left alone")},
                                                                 {tr("PRE"), tr("precision: how many of those called so are of the class")},
                                                                 {tr("F1"), tr("harmonic mean of sensitivity and precision")},
                                                                 {tr("AUC"), tr("area under the ROC curve")},
                                                                 {tr("AUPR"), tr("area under the precision-recall curve")}}};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto* title = new QStandardItem(columns[i].first);
        title->setToolTip(columns[i].second);
        title->setTextAlignment(i == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
        m_model->setHorizontalHeaderItem(static_cast<int>(i), title);
    }
    for (std::size_t i = 0; i < metrics.perClass.size(); ++i) {
        const auto& c = metrics.perClass[i];
        QList<QStandardItem*> row{new QStandardItem(m_classes.value(static_cast<int>(i), QString::number(i)))};
        row << new QStandardItem(number(c.support));
        for (const double value : {c.sn, c.sp, c.precision, c.f1, c.auc, c.auprc})
            row << new QStandardItem(real(value, 3));
        for (qsizetype column = 1; column < row.size(); ++column)
            row[column]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_model->appendRow(row);
    }
    // Figures are never cut; the names have what is left.
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

}  // namespace strand
