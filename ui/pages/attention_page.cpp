#include "ui/pages/attention_page.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/attention_form.hpp"
#include "ui/widgets/attention_header.hpp"
#include "ui/widgets/attention_tables.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/epoch_slider.hpp"
#include "ui/widgets/note_label.hpp"
#include "ui/widgets/sequence_picker.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QCheckBox>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace strand {

namespace {

QString optionsKey() { return QStringLiteral("attention.options"); }
QString openKey() { return QStringLiteral("attention.open"); }

}  // namespace

AttentionPage::AttentionPage(Session& session_) : Page(session_) {
    m_form = new AttentionForm;
    build();
    connectParts();
    connectHeader();
    connectEngine();
    retranslate();
    runChanged();
}

AttentionPage::~AttentionPage() {
    if (m_form->parentWidget() == nullptr) delete m_form;
}

QWidget* AttentionPage::optionsPanel() { return m_form; }

EpochSlider& AttentionPage::slider() const { return m_header->slider(); }

void AttentionPage::build() {
    m_empty = new EmptyState(QStringLiteral("scan-eye"));
    m_grid = new AttentionGrid;
    auto* gridHolder = new QWidget;
    auto* gridLayout = new QVBoxLayout(gridHolder);
    gridLayout->setContentsMargins(0, 0, kSpace, 0);
    gridLayout->addWidget(m_grid);
    gridLayout->addStretch(1);
    m_gridArea = new QScrollArea;
    m_gridArea->setWidgetResizable(true);
    m_gridArea->setWidget(gridHolder);

    m_views = new QStackedWidget;
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

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setWidget(content);
    m_stack->addWidget(area);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);
}

QWidget* AttentionPage::buildMap() {
    m_matrix = new MatrixView;
    m_tables = new AttentionTables;
    m_tables->setMinimumWidth(180);
    auto* splitter = new QSplitter;
    splitter->setChildrenCollapsible(true);
    splitter->addWidget(makeCard(m_matrix));
    splitter->addWidget(makeCard(m_tables));
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setHandleWidth(kSpace * 3 / 2);
    splitter->setSizes({900, 300});
    return splitter;
}

void AttentionPage::connectParts() {
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { session().goTo(session().hasProject() ? QStringLiteral("model") : QStringLiteral("home")); });
    connect(m_grid, &AttentionGrid::opened, this, [this](int index) {
        const AttentionThumbnail& thumbnail = m_grid->thumbnails()[static_cast<std::size_t>(index)];
        openHead(thumbnail.layer, thumbnail.head);
        m_matrix->setFocus();
    });
    connect(m_matrix, &MatrixView::cellMoved, this, [this] { m_readOut->setText(m_matrix->readOut()); });
    connect(m_matrix, &MatrixView::cellChosen, this, [this](int query, int key) {
        session().setSelection({.ordinal = m_ordinal, .layer = m_layer, .head = m_head, .query = query, .key = key});
    });
    connect(m_tables, &AttentionTables::pairChosen, m_matrix, &MatrixView::chooseTokens);
    connect(m_tables, &AttentionTables::regionChosen, this, [this](int token) {
        const MatrixView::Cell at = m_matrix->chosen();
        const auto& picture = m_matrix->picture();
        if (picture) m_matrix->chooseTokens(at.valid() ? picture->matrix.queries[static_cast<std::size_t>(at.row)] : token, token);
    });
    connect(m_matrix, &MatrixView::contextMenuAsked, this, [this](const QPoint& at) { exportMenuAt(*m_matrix, *m_matrix, at); });
    connect(m_grid, &AttentionGrid::contextMenuAsked, this, [this](const QPoint& at) { exportMenuAt(*m_grid, *m_grid, at); });
    connect(m_form, &AttentionForm::changed, this, [this] {
        session().setSetting(optionsKey(), toText(m_form->options()));
        m_matrix->setColourMap(m_form->options().colours);
        m_grid->setColourMap(m_form->options().colours);
        redraw();
    });
}

void AttentionPage::connectHeader() {
    connect(m_header, &AttentionHeader::backAsked, this, &AttentionPage::openGrid);
    connect(m_header, &AttentionHeader::layerChosen, this, [this](int layer) { openHead(layer, m_head); });
    connect(m_header, &AttentionHeader::headChosen, this, [this](int head) { openHead(m_layer, head); });
    connect(m_header, &AttentionHeader::zoomAsked, this, [this](double factor) { m_matrix->zoom(factor, m_matrix->mapArea().center()); });
    connect(m_header, &AttentionHeader::fitAsked, m_matrix, &MatrixView::fit);
    connect(m_header, &AttentionHeader::currentAsked, this, [this] { ask(std::max<std::int64_t>(0, m_ordinal)); });
    connect(&m_header->picker(), &SequencePicker::ordinalChosen, this, &AttentionPage::chooseOrdinal);
    connect(&m_header->picker(), &SequencePicker::idTyped, this, &AttentionPage::findId);
    connect(&m_header->slider(), &EpochSlider::chosen, this, &AttentionPage::chooseMoment);
}

FigureReport AttentionPage::reporter() const {
    return [this](bool written, const QString& sentence) {
        session().say(written ? Session::Level::Success : Session::Level::Error, sentence);
    };
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
        const AttentionOptions options = attentionOptions(session().setting(optionsKey()));
        m_mapOpen = !session().setting(openKey()).isEmpty();
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

bool AttentionPage::isLive() const { return m_run != 0 && session().engine().trainingRun() == m_run; }

bool AttentionPage::hasAttention() const {
    const RunRecord* run = session().run();
    const ModelEntry* entry = run != nullptr ? session().engine().model(run->model) : nullptr;
    return entry == nullptr || entry->attention != "none";
}

void AttentionPage::runChanged() {
    const RunRecord* run = session().run();
    const std::int64_t id = run != nullptr ? run->id : 0;
    if (id != m_run) {
        m_run = id;
        m_map = nullptr;
        m_keys.clear();
        m_ordinal = -1;
        m_job = 0;
        m_now = false;
        m_notice.clear();
        m_read.drop();
        m_draw.drop();
        m_drawGrid.drop();
        m_header->picker().clear();
        m_matrix->setPicture(nullptr);
        m_tables->setPicture(nullptr);
        m_grid->setThumbnails({}, 1);
        if (run != nullptr) {
            for (const DatasetRecord& dataset : session().datasets()) {
                if (dataset.id != run->datasetId) continue;
                m_header->picker().setCount(dataset.sequences);
                m_matrix->setResidues(dataset.kind == SequenceKind::Text      ? ResidueColours::None
                                      : dataset.kind == SequenceKind::Protein ? ResidueColours::Protein
                                                                              : ResidueColours::Nucleotide);
            }
            read(-1, -1);
        }
    }
    refreshSlider();
    refreshState();
    refreshTexts();
}

void AttentionPage::selectionChanged() {
    const Selection& selection = session().selection();
    if (m_run == 0 || !m_map || !isVisible()) return;
    if (selection.ordinal >= 0 && selection.ordinal != m_ordinal) {
        chooseOrdinal(selection.ordinal);
    } else if (m_mapOpen && (selection.layer != m_layer || selection.head != m_head)) {
        openHead(selection.layer, selection.head);
    }
}

void AttentionPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    selectionChanged();
}

void AttentionPage::show(std::shared_ptr<const AttentionMap> map) {
    const bool first = !m_map || m_map->layers != map->layers || m_map->heads != map->heads;
    m_map = std::move(map);
    m_notice.clear();
    if (m_map->ordinal >= 0 || m_ordinal < 0) m_ordinal = m_map->ordinal;
    m_layer = std::clamp<std::int64_t>(first ? session().selection().layer : m_layer, 0, std::max<std::int64_t>(0, m_map->layers - 1));
    m_head = std::clamp<std::int64_t>(first ? session().selection().head : m_head, 0, std::max<std::int64_t>(0, m_map->heads - 1));
    m_header->picker().setCurrent(m_map->ordinal, QString::fromStdString(m_map->record));
    refreshSlider();
    redraw();
}

void AttentionPage::redraw() {
    refreshHeads();
    refreshState();
    refreshTexts();
    if (!m_map) return;
    if (m_mapOpen || m_form->options().view == HeadView::Rollout) {
        drawMatrix();
    } else {
        drawGrid();
    }
}

void AttentionPage::drawGrid() {
    m_drawGrid.start(
        *this,
        [map = m_map, options = m_form->options()](const std::stop_token& stop) { return DrawnGrid{makeThumbnails(*map, options, stop)}; },
        [this](DrawnGrid& drawn) {
            if (drawn.thumbnails.empty() || !m_map) return;
            const int columns = m_form->options().view == HeadView::Single ? static_cast<int>(m_map->heads)
                                                                           : std::min<int>(4, static_cast<int>(m_map->layers));
            m_grid->setThumbnails(std::move(drawn.thumbnails), columns);
        });
}

void AttentionPage::drawMatrix() {
    m_draw.start(
        *this,
        [map = m_map, options = m_form->options(), layer = m_layer, head = m_head](const std::stop_token& stop) {
            return Drawn{makePicture(map, options, layer, head, stop)};
        },
        [this](Drawn& drawn) {
            if (!drawn.picture) return;
            m_matrix->setPicture(drawn.picture);
            m_tables->setPicture(drawn.picture);
            const Selection& selection = session().selection();
            if (!m_matrix->chosen().valid()) m_matrix->chooseTokens(selection.query, selection.key);
            // The strongest pair is what one sees first: the profiles beside the map mean something at once.
            if (!m_matrix->chosen().valid() && !drawn.picture->pairs.empty()) {
                m_matrix->chooseTokens(drawn.picture->pairs.front().query, drawn.picture->pairs.front().key);
            }
            refreshState();
        });
    refreshState();
}

void AttentionPage::openHead(std::int64_t layer, std::int64_t head) {
    m_layer = layer;
    m_head = head;
    setMapOpen(true);
    Selection selection = session().selection();
    selection.layer = layer;
    selection.head = head;
    session().setSelection(selection);
    redraw();
}

void AttentionPage::setMapOpen(bool open) {
    m_mapOpen = open;
    session().setSetting(openKey(), open ? QStringLiteral("1") : QString());
}

void AttentionPage::openGrid() {
    setMapOpen(false);
    if (m_form->options().view == HeadView::Rollout) {
        AttentionOptions options = m_form->options();
        options.view = HeadView::Single;
        m_form->setOptions(options);
        session().setSetting(optionsKey(), toText(options));
    }
    redraw();
    m_grid->setFocus();
}

void AttentionPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_views->currentIndex() == 1) {
        openGrid();
    } else {
        Page::keyPressEvent(event);
    }
}

void AttentionPage::refreshSlider() {
    const std::vector<std::int64_t> epochs = epochsOf(m_ordinal);
    QStringList names;
    for (const std::int64_t epoch : epochs)
        names << tr("epoch %1").arg(epoch);
    int current = static_cast<int>(epochs.size()) - 1;
    if (m_now && m_map) {
        names << (isLive() ? tr("now") : tr("best weights"));
        current = static_cast<int>(names.size()) - 1;
    } else if (m_map) {
        const auto found = std::find(epochs.begin(), epochs.end(), m_map->epoch);
        if (found != epochs.end()) current = static_cast<int>(found - epochs.begin());
    }
    m_header->slider().setMoments(names, std::max(0, current));
}

void AttentionPage::refreshHeads() {
    if (!m_map) return;
    const HeadView view = m_form->options().view;
    const bool open = m_mapOpen || view == HeadView::Rollout;
    m_views->setCurrentIndex(open ? 1 : 0);
    m_readOut->setVisible(open);
    m_header->setHeads({.layers = m_map->layers, .heads = m_map->heads, .layer = m_layer, .head = m_head, .view = view, .map = open});
}

void AttentionPage::refreshState() {
    const RunRecord* run = session().run();
    const bool none = run == nullptr || !hasAttention();
    m_stack->setCurrentIndex(none ? 0 : 1);
    if (none) return refreshEmpty();
    if (m_job != 0) {
        m_header->setState(tr("Computing…"), StatePill::Tone::Active);
    } else if (m_draw.isRunning() && m_form->options().view == HeadView::Rollout) {
        m_header->setState(tr("Multiplying layers…"), StatePill::Tone::Active);
    } else if (isLive()) {
        m_header->setState(tr("Live"), StatePill::Tone::Active);
    } else {
        m_header->setState({}, StatePill::Tone::Neutral);
    }
    m_header->setAsking(
        {.live = isLive(), .now = m_now, .hasMap = m_map != nullptr, .busy = m_job != 0, .ready = session().engine().isReady()});
}

void AttentionPage::fillExportMenu(QMenu& menu) {
    if (m_stack->currentIndex() == 0 || !m_map) return;
    addExportActions(
        menu, *this, [this]() -> Figure* { return m_views->currentIndex() == 1 ? static_cast<Figure*>(m_matrix) : m_grid; }, reporter());
}

}  // namespace strand
