#include "ui/pages/attention_page.hpp"

#include "ui/plots/profile_view.hpp"
#include "ui/text/sentences.hpp"
#include "ui/widgets/attention_form.hpp"
#include "ui/widgets/attention_header.hpp"
#include "ui/widgets/attention_tables.hpp"
#include "ui/widgets/epoch_slider.hpp"
#include "ui/widgets/sequence_picker.hpp"

#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace strand {

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

QWidget* AttentionPage::optionsPanel() { return m_stack->currentIndex() == 0 ? nullptr : m_form; }

EpochSlider& AttentionPage::slider() const { return m_header->slider(); }

bool AttentionPage::isLive() const { return m_run != 0 && session().engine().trainingRun() == m_run; }

/// The latest run whose model has attention; null = none.
const RunRecord* AttentionPage::runWithAttention() const {
    const auto& runs = session().runs();
    const auto found = std::find_if(runs.rbegin(), runs.rend(), [this](const RunRecord& run) {
        const ModelEntry* entry = session().engine().model(run.model);
        return entry != nullptr && entry->attention != "none";
    });
    return found == runs.rend() ? nullptr : &*found;
}

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
        showPicture(nullptr);
        m_grid->setThumbnails({}, 1);
        if (run != nullptr) {
            for (const DatasetRecord& dataset : session().datasets()) {
                if (dataset.id != run->datasetId) continue;
                m_header->picker().setCount(dataset.sequences);
                const ResidueColours colours = dataset.kind == SequenceKind::Text      ? ResidueColours::None
                                               : dataset.kind == SequenceKind::Protein ? ResidueColours::Protein
                                                                                       : ResidueColours::Nucleotide;
                m_matrix->setResidues(colours);
                m_profile->setResidues(colours);
            }
            read(-1, -1);
        }
    }
    refreshSlider();
    refreshHeads();
    refreshState();
    refreshTexts();
}

void AttentionPage::selectionChanged() {
    const Selection& selection = session().selection();
    if (m_run == 0 || !m_map || !isVisible()) return;
    if (selection.ordinal >= 0 && selection.ordinal != m_ordinal) {
        chooseOrdinal(selection.ordinal);
    } else if (isOpen() && (selection.layer != m_layer || selection.head != m_head)) {
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
    if (isOpen()) {
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
            showPicture(drawn.picture);
            refreshState();
        });
    refreshState();
}

void AttentionPage::showPicture(const std::shared_ptr<const MatrixPicture>& picture) {
    m_plots->setCurrentIndex(isVector() ? 1 : 0);
    m_matrix->setPicture(isVector() ? nullptr : picture);
    m_profile->setPicture(isVector() ? picture : nullptr);
    m_tables->setPicture(picture);
    if (!picture || picture->pairs.empty()) return;
    // The strongest pair is what one sees first: the profiles beside the map mean something at once.
    const Selection& selection = session().selection();
    const AttentionPair& strongest = picture->pairs.front();
    if (isVector()) {
        if (m_profile->chosen() < 0) m_profile->chooseToken(selection.key);
        if (m_profile->chosen() < 0) m_profile->chooseToken(strongest.key);
    } else {
        if (!m_matrix->chosen().valid()) m_matrix->chooseTokens(selection.query, selection.key);
        if (!m_matrix->chosen().valid()) m_matrix->chooseTokens(strongest.query, strongest.key);
    }
}

QString AttentionPage::readOut() const { return isVector() ? m_profile->readOut() : m_matrix->readOut(); }

Figure* AttentionPage::openFigure() const {
    if (m_views->currentIndex() == 0) return m_grid;
    return isVector() ? static_cast<Figure*>(m_profile) : m_matrix;
}

bool AttentionPage::isOpen() const {
    return m_map && (m_mapOpen || m_form->options().view == HeadView::Rollout || m_map->layers * m_map->heads == 1);
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
    session().setSetting(kOpenKey, open ? QStringLiteral("1") : QString());
}

void AttentionPage::openGrid() {
    setMapOpen(false);
    if (m_form->options().view == HeadView::Rollout) {
        AttentionOptions options = m_form->options();
        options.view = HeadView::Single;
        m_form->setOptions(options);
        session().setSetting(kOptionsKey, toText(options));
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
    const bool open = isOpen();
    m_views->setCurrentIndex(open ? 1 : 0);
    m_readOut->setVisible(open);
    m_form->setEnabled(m_map != nullptr);
    if (m_map) m_form->setShown(isVector() ? AttentionForm::Shown::Weights : AttentionForm::Shown::Maps);
    const AttentionMap none;
    const AttentionMap& map = m_map ? *m_map : none;
    m_header->setHeads(
        {.layers = map.layers, .heads = map.heads, .layer = m_layer, .head = m_head, .view = m_form->options().view, .map = open});
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
        menu, *this, [this] { return openFigure(); }, reporter());
}

}  // namespace strand
