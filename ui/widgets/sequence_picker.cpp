#include "ui/widgets/sequence_picker.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace strand {

SequencePicker::SequencePicker(QWidget* parent) : QWidget(parent) {
    m_label = new StyledLabel(TextStyle::Body, "muted");
    m_ids = new QComboBox;
    m_ids->setEditable(true);
    m_ids->setInsertPolicy(QComboBox::NoInsert);
    m_ids->setMinimumContentsLength(14);
    m_ids->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_place = new QSpinBox;
    m_place->setMinimum(1);
    m_place->setKeyboardTracking(false);
    m_place->setMinimumWidth(96);
    m_label->setBuddy(m_ids);
    m_delay.setSingleShot(true);
    m_delay.setInterval(200);
    auto* layout = flushLayout<QHBoxLayout>(this, kSpace);
    layout->addWidget(m_label);
    layout->addWidget(m_ids);
    layout->addWidget(m_place);
    connect(m_ids, &QComboBox::activated, this, [this](int index) { emit ordinalChosen(m_ids->itemData(index).toLongLong()); });
    connect(m_ids->lineEdit(), &QLineEdit::returnPressed, this, [this] {
        const QString id = m_ids->currentText().trimmed();
        if (m_ids->findText(id) < 0 && !id.isEmpty()) emit idTyped(id);
    });
    connect(m_place, &QSpinBox::valueChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, [this] { emit ordinalChosen(m_place->value() - 1); });
    retranslate();
}

void SequencePicker::setCount(qint64 count) {
    const QSignalBlocker quiet(m_place);
    m_place->setMaximum(static_cast<int>(std::clamp<qint64>(count, 1, std::numeric_limits<int>::max())));
}

void SequencePicker::clear() { m_ids->clear(); }

void SequencePicker::add(qint64 ordinal, const QString& id, bool watched) {
    if (ordinal < 0 || m_ids->findData(ordinal) >= 0) return;
    const QSignalBlocker quiet(m_ids);
    m_ids->addItem(watched ? icon(QStringLiteral("eye")) : QIcon(), id, ordinal);
    if (watched) m_ids->setItemData(m_ids->count() - 1, tr("followed during training"), Qt::ToolTipRole);
}

void SequencePicker::setCurrent(qint64 ordinal, const QString& id) {
    add(ordinal, id);
    const QSignalBlocker quietIds(m_ids), quietPlace(m_place);
    const int index = m_ids->findData(ordinal);
    if (index >= 0) m_ids->setItemText(index, id);
    m_ids->setCurrentIndex(index);
    if (ordinal < 0) m_ids->setEditText(id);
    if (ordinal >= 0) m_place->setValue(static_cast<int>(ordinal) + 1);
}

void SequencePicker::retranslate() {
    m_label->setText(tr("Sequence"));
    m_ids->setAccessibleName(tr("Id of the sequence"));
    m_ids->setToolTip(tr("Choose a sequence seen before, or type an id and press Enter"));
    m_place->setPrefix(tr("No. ", "place of a sequence in its dataset"));
    m_place->setAccessibleName(tr("Place of the sequence in the dataset"));
}

}  // namespace strand
