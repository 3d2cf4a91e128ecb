#include "ui/widgets/attention_form.hpp"

#include "ui/widgets/styled_label.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace strand {

AttentionForm::AttentionForm(QWidget* parent) : QWidget(parent) {
    m_viewLabel = new StyledLabel(TextStyle::Body);
    m_colourLabel = new StyledLabel(TextStyle::Body);
    m_scaleLabel = new StyledLabel(TextStyle::Body);
    m_hideLabel = new StyledLabel(TextStyle::Body);
    m_help = new StyledLabel(TextStyle::Caption, "muted");
    m_help->setWordWrap(true);
    m_view = new QComboBox;
    m_colours = new QComboBox;
    m_scale = new QComboBox;
    for (int i = 0; i < 4; ++i)
        m_view->addItem(QString());
    for (int i = 0; i < kColourMaps; ++i)
        m_colours->addItem(colourMapName(static_cast<ColourMap>(i)));
    for (int i = 0; i < 3; ++i)
        m_scale->addItem(QString());
    m_shared = new QCheckBox;
    m_diagonal = new QCheckBox;
    m_special = new QCheckBox;
    m_renormalise = new QCheckBox;
    m_viewLabel->setBuddy(m_view);
    m_colourLabel->setBuddy(m_colours);
    m_scaleLabel->setBuddy(m_scale);

    m_maps = new QWidget;
    auto* maps = new QVBoxLayout(m_maps);
    maps->setContentsMargins(0, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpace * 2, kSpace, kSpace * 2, kSpace * 2);
    layout->addWidget(m_maps);
    for (QVBoxLayout* column : {maps, layout})
        column->setSpacing(kSpace * 3 / 4);
    const auto add = [](QVBoxLayout& to, std::initializer_list<QWidget*> group) {
        for (QWidget* widget : group)
            to.addWidget(widget);
        to.addSpacing(kSpace * 3 / 2);
    };
    add(*maps, {m_viewLabel, m_view});
    add(*maps, {m_scaleLabel, m_scale, m_shared});
    add(*maps, {m_colourLabel, m_colours});
    add(*layout, {m_hideLabel, m_diagonal, m_special, m_renormalise});
    layout->addWidget(m_help);
    layout->addStretch(1);
    for (QComboBox* box : {m_view, m_colours, m_scale})
        connect(box, &QComboBox::activated, this, &AttentionForm::read);
    for (QCheckBox* box : {m_shared, m_diagonal, m_special, m_renormalise})
        connect(box, &QCheckBox::clicked, this, &AttentionForm::read);
    retranslate();
}

void AttentionForm::setOptions(const AttentionOptions& options) {
    m_options = options;
    m_view->setCurrentIndex(static_cast<int>(options.view));
    m_colours->setCurrentIndex(static_cast<int>(options.colours));
    m_scale->setCurrentIndex(static_cast<int>(options.scale));
    m_shared->setChecked(options.shared);
    m_diagonal->setChecked(options.hideDiagonal);
    m_special->setChecked(options.hideSpecial);
    m_renormalise->setChecked(options.renormalise);
}

void AttentionForm::setShown(Shown shown) {
    m_maps->setVisible(shown == Shown::Maps);
    m_diagonal->setVisible(shown == Shown::Maps);
}

void AttentionForm::read() {
    m_options = {static_cast<HeadView>(m_view->currentIndex()),
                 static_cast<ColourMap>(m_colours->currentIndex()),
                 static_cast<ScaleKind>(m_scale->currentIndex()),
                 m_shared->isChecked(),
                 m_diagonal->isChecked(),
                 m_special->isChecked(),
                 m_renormalise->isChecked()};
    emit changed();
}

void AttentionForm::retranslate() {
    m_viewLabel->setText(tr("Heads"));
    m_view->setItemText(0, tr("Each head by itself"));
    m_view->setItemText(1, tr("Mean of the heads of a layer"));
    m_view->setItemText(2, tr("Highest of the heads of a layer"));
    m_view->setItemText(3, tr("Rollout through all layers"));
    m_scaleLabel->setText(tr("Colour scale"));
    m_scale->setItemText(0, tr("Linear"));
    m_scale->setItemText(1, tr("Logarithmic"));
    m_scale->setItemText(2, tr("Percentile"));
    m_shared->setText(tr("The same for all heads"));
    m_colourLabel->setText(tr("Colours"));
    m_hideLabel->setText(tr("Shown"));
    m_view->setAccessibleName(m_viewLabel->text());
    m_scale->setAccessibleName(m_scaleLabel->text());
    m_colours->setAccessibleName(m_colourLabel->text());
    m_diagonal->setText(tr("Hide the diagonal"));
    m_special->setText(tr("Hide special tokens"));
    m_renormalise->setText(tr("Rows sum to 1 over what is shown"));
    m_help->setText(tr("Wheel: zoom. Drag: move. Click: keep a cell. Arrow keys: next cell. Home: everything."));
}

}  // namespace strand
