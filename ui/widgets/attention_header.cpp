#include "ui/widgets/attention_header.hpp"

#include "ui/text/attention_texts.hpp"
#include "ui/widgets/elided_label.hpp"
#include "ui/widgets/epoch_slider.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/folding_row.hpp"
#include "ui/widgets/sequence_picker.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace strand {

namespace {

constexpr double kZoomStep = 1.5;

QToolButton* zoomButton(const char* name) {
    auto* button = new QToolButton;
    button->setIcon(icon(QString::fromLatin1(name)));
    button->setAutoRaise(true);
    return button;
}

/// A list that someone has open is not taken from under them.
void fill(QComboBox& box, std::int64_t count, std::int64_t current, const QString& name) {
    if (box.count() != count) {
        box.clear();
        for (std::int64_t i = 0; i < count; ++i)
            box.addItem(QString());
    }
    for (int i = 0; i < box.count(); ++i) {
        if (const QString text = name.arg(i + 1); box.itemText(i) != text) box.setItemText(i, text);
    }
    box.setCurrentIndex(static_cast<int>(current));
}

}  // namespace

AttentionHeader::AttentionHeader(QWidget* parent) : QWidget(parent) {
    m_title = new StyledLabel(TextStyle::Title);
    m_about = new ElidedLabel(TextStyle::Body, "muted");
    m_pill = new StatePill;
    m_picker = new SequencePicker;
    m_slider = new EpochSlider;
    m_current = new QPushButton;
    m_current->setIcon(icon(QStringLiteral("refresh-cw")));
    m_follow = new QCheckBox;
    m_follow->setChecked(true);
    m_tools = makeTools();

    auto* head = new QHBoxLayout;
    head->setSpacing(kSpace * 3 / 2);
    head->addWidget(m_title);
    head->addWidget(m_tools);
    head->addStretch(1);
    auto* sequence = new QHBoxLayout;
    sequence->addWidget(m_picker);
    auto* state = new QHBoxLayout;
    state->setSpacing(kSpace * 3 / 2);
    state->addWidget(m_pill, 0, Qt::AlignVCenter);
    state->addWidget(m_about, 1);
    auto* moment = new QHBoxLayout;
    moment->setSpacing(kSpace * 3 / 2);
    moment->addWidget(m_slider, 1);
    moment->addWidget(m_current);
    moment->addWidget(m_follow);
    auto* column = flushLayout<QVBoxLayout>(this, kSpace);
    column->addWidget(new FoldingRow(head, sequence, kSpace * 3 / 2));
    column->addWidget(new FoldingRow(state, moment, kSpace * 3 / 2, 2));
    connect(m_current, &QPushButton::clicked, this, &AttentionHeader::currentAsked);
}

QWidget* AttentionHeader::makeTools() {
    m_back = new QPushButton;
    m_back->setIcon(icon(QStringLiteral("arrow-left")));
    m_layers = new QComboBox;
    m_heads = new QComboBox;
    m_zoomOut = zoomButton("zoom-out");
    m_zoomIn = zoomButton("zoom-in");
    m_fit = zoomButton("maximize");
    auto* tools = new QWidget;
    auto* row = flushLayout<QHBoxLayout>(tools, kSpace);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_back, m_layers, m_heads, m_zoomOut, m_zoomIn, m_fit})
        row->addWidget(widget);
    connect(m_back, &QPushButton::clicked, this, &AttentionHeader::backAsked);
    connect(m_layers, &QComboBox::activated, this, &AttentionHeader::layerChosen);
    connect(m_heads, &QComboBox::activated, this, &AttentionHeader::headChosen);
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { emit zoomAsked(kZoomStep); });
    connect(m_zoomOut, &QToolButton::clicked, this, [this] { emit zoomAsked(1 / kZoomStep); });
    connect(m_fit, &QToolButton::clicked, this, &AttentionHeader::fitAsked);
    return tools;
}

void AttentionHeader::setHeads(const Heads& heads) {
    fill(*m_layers, heads.layers, heads.layer, AttentionTexts::tr("Layer %1"));
    fill(*m_heads, heads.heads, heads.head, AttentionTexts::tr("Head %1"));
    const bool several = heads.layers * heads.heads > 1;
    m_back->setVisible(several);
    m_layers->setVisible(heads.view != HeadView::Rollout && several);
    m_heads->setVisible(heads.view == HeadView::Single && several);
    m_tools->setVisible(heads.map);
    m_title->setVisible(!heads.map || !several);
}

void AttentionHeader::setAsking(const Asking& asking) {
    m_follow->setVisible(asking.live);
    m_current->setEnabled(!asking.busy && asking.ready);
    m_current->setVisible(!asking.now || asking.live);
    m_current->setText(asking.live     ? AttentionTexts::tr("Ask now")
                       : asking.hasMap ? AttentionTexts::tr("Best weights")
                                       : AttentionTexts::tr("Compute attention"));
    m_slider->setEnabled(!asking.busy);
}

void AttentionHeader::setState(const QString& text, StatePill::Tone tone) { m_pill->setState(text, tone); }

void AttentionHeader::setAbout(const QString& text) { m_about->setText(text); }

bool AttentionHeader::follows() const { return m_follow->isChecked(); }

void AttentionHeader::retranslate() {
    m_title->setText(AttentionTexts::tr("Attention"));
    m_back->setText(AttentionTexts::tr("All heads"));
    m_follow->setText(AttentionTexts::tr("Follow training"));
    m_follow->setToolTip(AttentionTexts::tr("Show each epoch's map as it comes"));
    m_current->setToolTip(
        AttentionTexts::tr("Attention of this sequence with the best weights, or with those of this moment while the run is training"));
    m_layers->setAccessibleName(AttentionTexts::tr("Layer"));
    m_heads->setAccessibleName(AttentionTexts::tr("Head"));
    for (const auto& [button, name] :
         {std::pair(m_zoomIn, AttentionTexts::tr("Zoom in")), std::pair(m_zoomOut, AttentionTexts::tr("Zoom out")),
          std::pair(m_fit, AttentionTexts::tr("Show the whole map"))}) {
        button->setToolTip(name);
        button->setAccessibleName(name);
    }
    m_picker->retranslate();
    m_slider->retranslate();
}

}  // namespace strand
