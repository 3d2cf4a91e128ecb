#include "ui/widgets/identity_slider.hpp"

#include "data/clusters.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QHBoxLayout>
#include <QSlider>

#include <cmath>

namespace strand {

IdentitySlider::IdentitySlider(QWidget* parent) : QWidget(parent) {
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(static_cast<int>(100 * kLeastIdentity), 100);
    m_slider->setSingleStep(1);
    m_slider->setPageStep(10);
    m_slider->setValue(80);
    m_slider->setMinimumWidth(120);
    m_value = new StyledLabel(TextStyle::Body);
    m_value->setMinimumWidth(m_value->fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_slider, &QSlider::valueChanged, this, &IdentitySlider::showValue);
    auto* row = flushLayout<QHBoxLayout>(this, kSpace);
    row->addWidget(m_slider, 1);
    row->addWidget(m_value);
    setFocusProxy(m_slider);
    retranslate();
}

void IdentitySlider::setKind(SequenceKind kind) {
    const bool nucleotides = kind == SequenceKind::Dna || kind == SequenceKind::Rna;
    m_slider->setMinimum(static_cast<int>(std::lround(100 * (nucleotides ? kLeastNucleotideIdentity : kLeastIdentity))));
    showValue();
}

double IdentitySlider::identity() const { return m_slider->value() / 100.0; }

void IdentitySlider::setIdentity(double identity) { m_slider->setValue(static_cast<int>(std::lround(100 * identity))); }

void IdentitySlider::showValue() { m_value->setText(tr("%1 %").arg(m_slider->value())); }

void IdentitySlider::retranslate() {
    m_slider->setAccessibleName(tr("Identity in percent"));
    m_slider->setToolTip(tr("Identical residues of an alignment over the length of the shorter sequence"));
    showValue();
}

}  // namespace strand
