// What the Attention page is built of, and who tells whom.
#include "ui/pages/attention_page.hpp"
#include "ui/plots/profile_view.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/attention_form.hpp"
#include "ui/widgets/attention_header.hpp"
#include "ui/widgets/attention_tables.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/epoch_slider.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/note_label.hpp"
#include "ui/widgets/page_stack.hpp"
#include "ui/widgets/sequence_picker.hpp"

#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace strand {

namespace {

/// Tells the grid how much of it can be seen at once.
class GridArea : public QScrollArea {
public:
    explicit GridArea(AttentionGrid& grid) : m_grid(grid) {}

protected:
    void resizeEvent(QResizeEvent* event) override {
        m_grid.setRoom(viewport()->height());
        QScrollArea::resizeEvent(event);
    }

private:
    AttentionGrid& m_grid;
};

}  // namespace

void AttentionPage::build() {
    m_empty = new EmptyState(QStringLiteral("scan-eye"));
    m_grid = new AttentionGrid;
    auto* gridHolder = new QWidget;
    auto* gridLayout = new QVBoxLayout(gridHolder);
    gridLayout->setContentsMargins(0, 0, kSpace, 0);
    gridLayout->addWidget(m_grid);
    gridLayout->addStretch(1);
    m_gridArea = new GridArea(*m_grid);
    m_gridArea->setWidgetResizable(true);
    m_gridArea->setWidget(gridHolder);

    m_views = new PageStack;
    m_views->addWidget(m_gridArea);
    m_views->addWidget(buildMap());
    m_readOut = new ElidedLabel(TextStyle::Body);
    m_kind = new NoteLabel(TextStyle::Caption, "muted", 2);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSpace * 3, kSpace * 3 / 2, kSpace * 3, kSpace);
    layout->setSpacing(kSpace);
    m_header = new AttentionHeader;
    layout->addWidget(m_header);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_readOut);
    layout->addWidget(m_kind);

    m_stack = new PageStack;
    m_stack->addWidget(m_empty);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setWidget(content);
    m_stack->addWidget(area);
    connect(m_stack, &QStackedWidget::currentChanged, this, &AttentionPage::optionsChanged);
    auto* page = flushLayout<QVBoxLayout>(this);
    page->addWidget(m_stack);
}

QWidget* AttentionPage::buildMap() {
    m_matrix = new MatrixView;
    m_profile = new ProfileView;
    m_plots = new QStackedWidget;
    m_plots->addWidget(m_matrix);
    m_plots->addWidget(m_profile);
    m_tables = new AttentionTables;
    m_tables->setMinimumWidth(180);
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(true);
    splitter->addWidget(makeCard(m_plots));
    splitter->addWidget(makeCard(m_tables));
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setHandleWidth(kSpace * 3 / 2);
    splitter->setSizes({900, 300});
    return splitter;
}

void AttentionPage::connectParts() {
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (runWithAttention() != nullptr) return session().setRun(runWithAttention()->id);
        goToModels();
    });
    connect(m_grid, &AttentionGrid::opened, this, [this](int index) {
        const AttentionThumbnail& thumbnail = m_grid->thumbnails()[static_cast<std::size_t>(index)];
        openHead(thumbnail.layer, thumbnail.head);
        m_plots->currentWidget()->setFocus();
    });
    connect(m_tables, &AttentionTables::pairChosen, this, [this](int query, int key) {
        m_matrix->chooseTokens(query, key);
        m_profile->chooseToken(key);
    });
    connect(m_tables, &AttentionTables::regionChosen, this, [this](int token) {
        m_profile->chooseToken(token);
        const MatrixView::Cell at = m_matrix->chosen();
        const auto& picture = m_matrix->picture();
        if (picture) m_matrix->chooseTokens(at.valid() ? picture->matrix.queries[static_cast<std::size_t>(at.row)] : token, token);
    });
    connect(m_grid, &AttentionGrid::contextMenuAsked, this, [this](const QPoint& at) { exportMenuAt(*m_grid, *m_grid, at); });
    connect(m_form, &AttentionForm::changed, this, [this] {
        session().setSetting(kOptionsKey, toText(m_form->options()));
        m_matrix->setColourMap(m_form->options().colours);
        m_grid->setColourMap(m_form->options().colours);
        redraw();
    });
    connectPlots();
}

void AttentionPage::connectPlots() {
    const auto say = [this] { m_readOut->setText(readOut()); };
    connect(m_matrix, &MatrixView::cellMoved, this, say);
    connect(m_profile, &ProfileView::columnMoved, this, say);
    const auto select = [this](int query, int key) {
        session().setSelection({.ordinal = m_ordinal, .layer = m_layer, .head = m_head, .query = query, .key = key});
    };
    connect(m_matrix, &MatrixView::cellChosen, this, select);
    connect(m_profile, &ProfileView::tokenChosen, this, [select](int token) { select(-1, token); });
    connect(m_matrix, &MatrixView::contextMenuAsked, this, [this](const QPoint& at) { exportMenuAt(*m_matrix, *m_matrix, at); });
    connect(m_profile, &ProfileView::contextMenuAsked, this, [this](const QPoint& at) { exportMenuAt(*m_profile, *m_profile, at); });
}

void AttentionPage::connectHeader() {
    connect(m_header, &AttentionHeader::backAsked, this, &AttentionPage::openGrid);
    connect(m_header, &AttentionHeader::layerChosen, this, [this](int layer) { openHead(layer, m_head); });
    connect(m_header, &AttentionHeader::headChosen, this, [this](int head) { openHead(m_layer, head); });
    connect(m_header, &AttentionHeader::zoomAsked, this, [this](double factor) {
        m_matrix->zoom(factor, m_matrix->mapArea().center());
        m_profile->zoom(factor, m_profile->plotArea().center());
    });
    connect(m_header, &AttentionHeader::fitAsked, m_matrix, &MatrixView::fit);
    connect(m_header, &AttentionHeader::fitAsked, m_profile, &ProfileView::fit);
    connect(m_header, &AttentionHeader::currentAsked, this, [this] { ask(std::max<std::int64_t>(0, m_ordinal)); });
    connect(&m_header->picker(), &SequencePicker::ordinalChosen, this, &AttentionPage::chooseOrdinal);
    connect(&m_header->picker(), &SequencePicker::idTyped, this, &AttentionPage::findId);
    connect(&m_header->slider(), &EpochSlider::chosen, this, &AttentionPage::chooseMoment);
}

void AttentionPage::exportMenuAt(Figure& figure, QWidget& widget, const QPoint& at) {
    QMenu menu(this);
    addExportActions(
        menu, widget, [&figure] { return &figure; }, reporter());
    menu.exec(at);
}

void AttentionPage::connectEngine() {
    EngineHost& engine = session().engine();
    connect(&session(), &Session::runChanged, this, &AttentionPage::runChanged);
    connect(&session(), &Session::selectionChanged, this, &AttentionPage::selectionChanged);
    connect(&session(), &Session::projectChanged, this, [this] {
        m_run = 0;
        const AttentionOptions options = attentionOptions(session().setting(kOptionsKey));
        m_mapOpen = !session().setting(kOpenKey).isEmpty();
        m_form->setOptions(options);
        m_matrix->setColourMap(options.colours);
        m_grid->setColourMap(options.colours);
        runChanged();
    });
    connect(&engine, &EngineHost::projectAboutToClose, this, [this] {
        m_read.dropAndWait();
        m_find.dropAndWait();
    });
    connect(&engine, &EngineHost::ready, this, &AttentionPage::refreshState);
    connect(&engine, &EngineHost::trainingStateChanged, this, [this] {
        refreshSlider();
        refreshState();
    });
    connect(&engine, &EngineHost::attentionSnapshot, this, [this](std::int64_t run, const SharedMap& map) {
        if (run == m_run) snapshot(map);
    });
    connect(&engine, &EngineHost::attentionReady, this, [this](JobId job, std::int64_t run, const SharedMap& map) {
        if (job != m_job || run != m_run) return;
        m_now = true;
        show(map);
    });
    connect(&engine, &EngineHost::jobFinished, this, [this](JobId job) {
        if (job == m_job) m_job = 0;
        refreshState();
    });
    connect(&engine, &EngineHost::jobFailed, this, [this](JobId job, const Error& error) {
        if (job != m_job) return;
        m_job = 0;
        m_notice = toText(error);
        refreshState();
        refreshTexts();
    });
}

}  // namespace strand
