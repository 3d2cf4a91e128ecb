#include "ui/pages/attention_page.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/attention_form.hpp"
#include "ui/widgets/attention_tables.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/epoch_slider.hpp"
#include "ui/widgets/note_label.hpp"
#include "ui/widgets/sequence_picker.hpp"
#include "ui/widgets/state_pill.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace strand {

namespace {

QString optionsKey() { return QStringLiteral("attention.options"); }

QToolButton* zoomButton(const char* name) {
    auto* button = new QToolButton;
    button->setIcon(icon(QString::fromLatin1(name)));
    button->setAutoRaise(true);
    return button;
}

QString text(const std::string& value) { return QString::fromStdString(value); }

}  // namespace

AttentionPage::AttentionPage(Session& session_) : Page(session_) {
    m_form = new AttentionForm;
    build();
    connectParts();
    connectEngine();
    retranslate();
    runChanged();
}

AttentionPage::~AttentionPage() {
    if (m_form->parentWidget() == nullptr) delete m_form;
}

QWidget* AttentionPage::optionsPanel() { return m_form; }

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
    buildHeader(*layout);
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

void AttentionPage::buildHeader(QVBoxLayout& layout) {
    m_title = new StyledLabel(TextStyle::Title);
    m_about = new ElidedLabel(TextStyle::Body, "muted");
    m_pill = new StatePill;
    m_picker = new SequencePicker;
    m_slider = new EpochSlider;
    m_current = new QPushButton;
    m_current->setIcon(icon(QStringLiteral("refresh-cw")));
    m_follow = new QCheckBox;
    m_follow->setChecked(true);
    m_back = new QPushButton;
    m_back->setIcon(icon(QStringLiteral("arrow-left")));
    m_layers = new QComboBox;
    m_heads = new QComboBox;
    m_zoomOut = zoomButton("zoom-out");
    m_zoomIn = zoomButton("zoom-in");
    m_fit = zoomButton("maximize");

    m_mapTools = new QWidget;
    auto* tools = new QHBoxLayout(m_mapTools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(kSpace);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_back, m_layers, m_heads, m_zoomOut, m_zoomIn, m_fit})
        tools->addWidget(widget);
    auto* top = new QHBoxLayout;
    top->setSpacing(kSpace * 3 / 2);
    top->addWidget(m_title);
    top->addWidget(m_mapTools);
    top->addWidget(m_pill, 0, Qt::AlignVCenter);
    top->addStretch(1);
    top->addWidget(m_picker);
    auto* below = new QHBoxLayout;
    below->setSpacing(kSpace * 3 / 2);
    below->addWidget(m_about, 3);
    below->addWidget(m_slider, 2);
    below->addWidget(m_current);
    below->addWidget(m_follow);
    layout.addLayout(top);
    layout.addLayout(below);
}

void AttentionPage::connectParts() {
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { session().goTo(session().hasProject() ? QStringLiteral("model") : QStringLiteral("home")); });
    connect(m_grid, &AttentionGrid::opened, this, [this](int index) {
        const AttentionThumbnail& thumbnail = m_grid->thumbnails()[static_cast<std::size_t>(index)];
        openHead(thumbnail.layer, thumbnail.head);
        m_matrix->setFocus();
    });
    connect(m_back, &QPushButton::clicked, this, &AttentionPage::openGrid);
    connect(m_layers, &QComboBox::activated, this, [this](int layer) { openHead(layer, m_head); });
    connect(m_heads, &QComboBox::activated, this, [this](int head) { openHead(m_layer, head); });
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { m_matrix->zoom(1.5, m_matrix->mapArea().center()); });
    connect(m_zoomOut, &QToolButton::clicked, this, [this] { m_matrix->zoom(1 / 1.5, m_matrix->mapArea().center()); });
    connect(m_fit, &QToolButton::clicked, m_matrix, &MatrixView::fit);
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
    const auto menuOf = [this](Figure& figure, QWidget& widget, const QPoint& at) {
        QMenu menu(this);
        addExportActions(
            menu, widget, [&figure] { return &figure; },
            [this](bool written, const QString& sentence) {
                session().say(written ? Session::Level::Success : Session::Level::Error, sentence);
            });
        menu.exec(at);
    };
    connect(m_matrix, &MatrixView::contextMenuAsked, this, [this, menuOf](const QPoint& at) { menuOf(*m_matrix, *m_matrix, at); });
    connect(m_grid, &AttentionGrid::contextMenuAsked, this, [this, menuOf](const QPoint& at) { menuOf(*m_grid, *m_grid, at); });
    connect(m_picker, &SequencePicker::ordinalChosen, this, &AttentionPage::chooseOrdinal);
    connect(m_picker, &SequencePicker::idTyped, this, &AttentionPage::findId);
    connect(m_slider, &EpochSlider::chosen, this, &AttentionPage::chooseMoment);
    connect(m_current, &QPushButton::clicked, this, [this] { ask(std::max<std::int64_t>(0, m_ordinal)); });
    connect(m_form, &AttentionForm::changed, this, [this] {
        session().setSetting(optionsKey(), toText(m_form->options()));
        m_matrix->setColourMap(m_form->options().colours);
        m_grid->setColourMap(m_form->options().colours);
        redraw();
    });
}

void AttentionPage::connectEngine() {
    EngineHost& engine = session().engine();
    connect(&session(), &Session::runChanged, this, &AttentionPage::runChanged);
    connect(&session(), &Session::selectionChanged, this, &AttentionPage::selectionChanged);
    connect(&session(), &Session::projectChanged, this, [this] {
        m_run = 0;
        const AttentionOptions options = attentionOptions(session().setting(optionsKey()));
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
    connect(&engine, &EngineHost::attentionSnapshot, this, [this](std::int64_t run, const AttentionMap& map) {
        if (run == m_run) snapshot(map);
    });
    connect(&engine, &EngineHost::attentionReady, this, [this](JobId job, std::int64_t run, const AttentionMap& map) {
        if (job != m_job || run != m_run) return;
        m_now = true;
        show(std::make_shared<const AttentionMap>(map));
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

std::vector<std::int64_t> AttentionPage::epochsOf(std::int64_t ordinal) const {
    std::vector<std::int64_t> out;
    for (const auto& key : m_keys) {
        if (key.ordinal == ordinal) out.push_back(key.epoch);
    }
    std::sort(out.begin(), out.end());
    return out;
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
        m_picker->clear();
        m_matrix->setPicture(nullptr);
        m_tables->setPicture(nullptr);
        m_grid->setThumbnails({}, 1);
        if (run != nullptr) {
            for (const DatasetRecord& dataset : session().datasets()) {
                if (dataset.id != run->datasetId) continue;
                m_picker->setCount(dataset.sequences);
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

void AttentionPage::read(std::int64_t ordinal, std::int64_t epoch) {
    const std::string path = session().projectPath().toStdString();
    if (path.empty() || m_run == 0) return;
    m_notice.clear();
    const std::int64_t wanted = session().selection().ordinal;
    // Maps can be large: read beside the window, with a connection of its own.
    m_read.start(
        *this,
        [path, run = m_run, ordinal, epoch, wanted](const std::stop_token&) mutable {
            Stored stored;
            stored.run = run;
            const auto project = ProjectFile::open(path, ProjectFile::Access::Read);
            if (!project) {
                stored.error = project.error();
                return stored;
            }
            const RunStore store(*project);
            auto keys = store.attentionKeys(run);
            if (!keys) {
                stored.error = keys.error();
                return stored;
            }
            stored.keys = std::move(*keys);
            const auto has = [&](std::int64_t of) {
                return std::any_of(stored.keys.begin(), stored.keys.end(), [of](const auto& key) { return key.ordinal == of; });
            };
            if (ordinal < 0) ordinal = has(wanted) || stored.keys.empty() ? wanted : stored.keys.front().ordinal;
            if (epoch < 0) {
                for (const auto& key : stored.keys) {
                    if (key.ordinal == ordinal) epoch = std::max(epoch, key.epoch);
                }
            }
            if (epoch < 0) return stored;
            auto map = store.attention(run, epoch, ordinal);
            if (!map) {
                stored.error = map.error();
            } else if (*map) {
                stored.map = std::make_shared<const AttentionMap>(std::move(**map));
            }
            return stored;
        },
        [this](Stored& stored) { readDone(stored); });
    refreshState();
}

void AttentionPage::readDone(Stored& stored) {
    if (stored.run != m_run) return;
    if (stored.error) m_notice = toText(*stored.error);
    // Snapshots that came live while this was read are not forgotten.
    for (const auto& key : m_keys) {
        const auto same = [&key](const auto& other) { return other.epoch == key.epoch && other.ordinal == key.ordinal; };
        if (std::none_of(stored.keys.begin(), stored.keys.end(), same)) stored.keys.push_back(key);
    }
    m_keys = std::move(stored.keys);
    for (const auto& key : m_keys)
        m_picker->add(key.ordinal, text(key.record), true);
    if (stored.map) {
        m_now = false;
        show(stored.map);
    } else if (!m_map) {
        m_ordinal = std::max<std::int64_t>(0, session().selection().ordinal);
        m_picker->setCurrent(m_ordinal, tr("sequence %1").arg(m_ordinal + 1));
    }
    refreshSlider();
    refreshState();
    refreshTexts();
}

void AttentionPage::ask(std::int64_t ordinal) {
    if (m_run == 0 || m_job != 0) return;
    m_notice.clear();
    m_ordinal = ordinal;
    AttentionRequest request;
    request.ordinal = ordinal;
    m_job = session().engine().attention(m_run, request);
    refreshSlider();
    refreshState();
}

void AttentionPage::chooseOrdinal(std::int64_t ordinal) {
    if (ordinal < 0 || (ordinal == m_ordinal && m_map && m_map->ordinal == ordinal)) return;
    m_ordinal = ordinal;
    if (epochsOf(ordinal).empty()) {
        ask(ordinal);
    } else {
        read(ordinal, -1);
    }
    refreshSlider();
    Selection selection = session().selection();
    selection.ordinal = ordinal;
    selection.query = selection.key = -1;
    session().setSelection(selection);
}

void AttentionPage::chooseMoment(int index) {
    const std::vector<std::int64_t> epochs = epochsOf(m_ordinal);
    if (index < static_cast<int>(epochs.size())) {
        read(m_ordinal, epochs[static_cast<std::size_t>(index)]);
    } else {
        ask(m_ordinal);
    }
}

void AttentionPage::findId(const QString& id) {
    const std::string path = session().projectPath().toStdString();
    const RunRecord* run = session().run();
    if (path.empty() || run == nullptr) return;
    m_find.start(
        *this,
        [path, dataset = run->datasetId, id = id.toStdString()](const std::stop_token&) {
            Found found;
            found.id = id;
            const auto project = ProjectFile::open(path, ProjectFile::Access::Read);
            if (!project) return found;
            SequenceFilter filter;
            filter.text = id;
            const auto rows = DatasetStore(*project).page(dataset, 0, 200, filter);
            if (!rows) return found;
            for (const SequenceRow& row : *rows) {
                if (row.sequence.id == id) found.ordinal = row.ordinal;
            }
            return found;
        },
        [this](Found& found) {
            if (found.ordinal >= 0) {
                m_picker->add(found.ordinal, text(found.id));
                chooseOrdinal(found.ordinal);
            } else {
                m_notice = tr("No sequence has the id %1.").arg(text(found.id));
                refreshTexts();
            }
        });
}

void AttentionPage::snapshot(const AttentionMap& map) {
    std::erase_if(m_keys, [&map](const auto& key) { return key.ordinal == map.ordinal && key.epoch >= map.epoch; });
    m_keys.push_back({map.epoch, map.ordinal, map.record});
    m_picker->add(map.ordinal, text(map.record), true);
    const bool here = m_ordinal < 0 || !m_map || m_ordinal == map.ordinal;
    if (m_follow->isChecked() && here) {
        m_now = false;
        show(std::make_shared<const AttentionMap>(map));
    } else if (m_follow->isChecked() && isVisible() && m_job == 0) {
        ask(m_ordinal);  // another sequence than the watched one: with the weights of now
    }
    refreshSlider();
    refreshState();
}

void AttentionPage::show(std::shared_ptr<const AttentionMap> map) {
    const bool first = !m_map || m_map->layers != map->layers || m_map->heads != map->heads;
    m_map = std::move(map);
    m_notice.clear();
    if (m_map->ordinal >= 0 || m_ordinal < 0) m_ordinal = m_map->ordinal;
    m_layer = std::clamp<std::int64_t>(first ? session().selection().layer : m_layer, 0, std::max<std::int64_t>(0, m_map->layers - 1));
    m_head = std::clamp<std::int64_t>(first ? session().selection().head : m_head, 0, std::max<std::int64_t>(0, m_map->heads - 1));
    m_picker->setCurrent(m_map->ordinal, text(m_map->record));
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
    m_mapOpen = true;
    Selection selection = session().selection();
    selection.layer = layer;
    selection.head = head;
    session().setSelection(selection);
    redraw();
}

void AttentionPage::openGrid() {
    m_mapOpen = false;
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
    m_slider->setMoments(names, std::max(0, current));
    m_follow->setVisible(isLive());
}

void AttentionPage::refreshHeads() {
    if (!m_map) return;
    const HeadView view = m_form->options().view;
    const auto fill = [](QComboBox& box, std::int64_t count, std::int64_t current, auto&& name) {
        box.clear();
        for (std::int64_t i = 0; i < count; ++i)
            box.addItem(name(i));
        box.setCurrentIndex(static_cast<int>(current));
    };
    fill(*m_layers, m_map->layers, m_layer, [this](std::int64_t i) { return tr("Layer %1").arg(i + 1); });
    fill(*m_heads, m_map->heads, m_head, [this](std::int64_t i) { return tr("Head %1").arg(i + 1); });
    m_layers->setVisible(view != HeadView::Rollout);
    m_heads->setVisible(view == HeadView::Single);
    m_views->setCurrentIndex(m_mapOpen || view == HeadView::Rollout ? 1 : 0);
    m_mapTools->setVisible(m_views->currentIndex() == 1);
    m_title->setVisible(m_views->currentIndex() == 0);
    m_readOut->setVisible(m_views->currentIndex() == 1);
}

void AttentionPage::refreshState() {
    const RunRecord* run = session().run();
    const bool none = run == nullptr || !hasAttention();
    m_stack->setCurrentIndex(none ? 0 : 1);
    if (none) return refreshEmpty();
    if (m_job != 0) {
        m_pill->setState(tr("Computing…"), StatePill::Tone::Active);
    } else if (m_draw.isRunning() && m_form->options().view == HeadView::Rollout) {
        m_pill->setState(tr("Multiplying layers…"), StatePill::Tone::Active);
    } else if (isLive()) {
        m_pill->setState(tr("Live"), StatePill::Tone::Active);
    } else {
        m_pill->setState({}, StatePill::Tone::Neutral);
    }
    m_current->setEnabled(m_job == 0 && session().engine().isReady());
    m_current->setVisible(!m_now || isLive());
    m_current->setText(isLive() ? tr("Ask now") : m_map ? tr("Best weights") : tr("Compute attention"));
    m_slider->setEnabled(m_job == 0);
}

QString AttentionPage::predictionText() const {
    const RunRecord* run = session().run();
    if (!m_map || m_map->predicted < 0 || run == nullptr) return {};
    const auto predicted = static_cast<std::size_t>(m_map->predicted);
    const QString name = predicted < run->classes.size() ? text(run->classes[predicted]) : QString::number(predicted);
    const QString probability = predicted < m_map->probabilities.size() ? real(m_map->probabilities[predicted], 2) : QString();
    return tr("predicted class %1 (%2)").arg(name, probability);
}

QString AttentionPage::caption() const {
    const RunRecord* run = session().run();
    if (!m_map || run == nullptr) return {};
    const QString where =
        m_map->ordinal >= 0 ? tr("%1 (No. %2)").arg(text(m_map->record), number(m_map->ordinal + 1)) : text(m_map->record);
    return tr("Run %1 (%2), sequence %3, weights of epoch %4.").arg(text(run->name), text(run->model), where).arg(m_map->epoch) +
           QLatin1Char(' ') + kindSentence(m_map->kind) + QLatin1Char(' ') + optionsSentence(m_form->options()) + QLatin1Char(' ') +
           notAnExplanation();
}

void AttentionPage::refreshTexts() {
    const RunRecord* run = session().run();
    m_title->setText(tr("Attention"));
    QString about;
    if (!m_notice.isEmpty()) {
        about = m_notice;
    } else if (m_map && run != nullptr) {
        QStringList parts{text(run->name), tr("%Ln layer(s)", nullptr, static_cast<int>(m_map->layers)),
                          tr("%Ln head(s)", nullptr, static_cast<int>(m_map->heads)),
                          tr("%Ln token(s)", nullptr, static_cast<int>(m_map->length)), predictionText()};
        const bool aggregated = m_form->options().view != HeadView::Single && m_views->currentIndex() == 1;
        if (aggregated) parts.prepend(choiceTitle(*m_map, choiceOf(m_form->options(), m_layer, m_head)));
        about = parts.join(QStringLiteral("  ·  "));
    } else if (run != nullptr && !m_read.isRunning()) {
        about = isLive() ? tr("The first map comes after the first epoch.") : tr("No map is stored of this run yet.");
    }
    m_about->setText(about);
    m_kind->setText(
        m_map ? QStringList{kindSentence(m_map->kind), optionsSentence(m_form->options()), notAnExplanation()}.join(QLatin1Char(' '))
              : notAnExplanation());
    if (!m_map || run == nullptr) return;
    const QString stem = QStringLiteral("attention-%1-%2").arg(text(run->name), text(m_map->record));
    const AttentionChoice choice = choiceOf(m_form->options(), m_layer, m_head);
    m_matrix->setFigureTexts(stem + QStringLiteral("-l%1-h%2").arg(m_layer + 1).arg(m_head + 1), choiceTitle(*m_map, choice), caption());
    m_grid->setFigureTexts(stem, tr("Attention of all heads"), caption());
}

void AttentionPage::fillExportMenu(QMenu& menu) {
    if (m_stack->currentIndex() == 0 || !m_map) return;
    addExportActions(
        menu, *this, [this]() -> Figure* { return m_views->currentIndex() == 1 ? static_cast<Figure*>(m_matrix) : m_grid; },
        [this](bool written, const QString& sentence) {
            session().say(written ? Session::Level::Success : Session::Level::Error, sentence);
        });
}

void AttentionPage::refreshEmpty() {
    const RunRecord* run = session().run();
    if (run != nullptr && !hasAttention()) {
        m_empty->setTexts(
            tr("%1 has no attention").arg(text(run->model)),
            tr("This model weighs positions in another way, so there is no map to show. A transformer has one for each of its heads."),
            tr("Choose a model"));
    } else {
        m_empty->setTexts(tr("No run to look into yet"),
                          tr("Train a model with attention, e.g. a transformer. Its maps appear here while it learns."),
                          session().hasProject() ? tr("Choose a model") : tr("Go to Home"));
    }
}

void AttentionPage::retranslate() {
    const RunRecord* run = session().run();
    refreshEmpty();
    m_back->setText(tr("All heads"));
    m_follow->setText(tr("Follow training"));
    m_follow->setToolTip(tr("Show each epoch's map as it comes"));
    m_current->setToolTip(tr("Attention of this sequence with the best weights, or with those of this moment while the run is training"));
    m_layers->setAccessibleName(tr("Layer"));
    m_heads->setAccessibleName(tr("Head"));
    for (const auto& [button, name] :
         {std::pair(m_zoomIn, tr("Zoom in")), std::pair(m_zoomOut, tr("Zoom out")), std::pair(m_fit, tr("Show the whole map"))}) {
        button->setToolTip(name);
        button->setAccessibleName(name);
    }
    m_form->retranslate();
    m_picker->retranslate();
    m_slider->retranslate();
    m_tables->retranslate();
    if (run != nullptr && hasAttention()) {
        refreshSlider();
        refreshHeads();
        refreshTexts();
        refreshState();
        m_readOut->setText(m_matrix->readOut());
        if (m_map && m_views->currentIndex() == 0) drawGrid();
    }
}

}  // namespace strand
