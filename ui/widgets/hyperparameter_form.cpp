#include "ui/widgets/hyperparameter_form.hpp"

#include "models/hyperparameter_scope.hpp"
#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/flush_layout.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace strand {

namespace {

constexpr const char* kPresets[] = {"quick", "balanced", "thorough"};
constexpr const char* kRecommended = "balanced";

}  // namespace

HyperparameterForm::HyperparameterForm(QWidget* parent) : QWidget(parent) {
    m_heading = new StyledLabel(TextStyle::Heading);
    m_preset = new QComboBox;
    for (const char* preset : kPresets)
        m_preset->addItem(QString(), QString::fromLatin1(preset));
    m_preset->setCurrentIndex(m_preset->findData(QString::fromLatin1(kRecommended)));
    m_preset->setEnabled(false);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &HyperparameterForm::applyPreset);
    m_reset = new QToolButton;
    m_reset->setAutoRaise(true);
    m_reset->setEnabled(false);
    m_waiting = new StyledLabel(TextStyle::Body, "muted");
    m_waiting->setWordWrap(true);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        const TextValues from = base();
        for (auto* editor : m_editors)
            editor->setText(from.at(editor->spec().name));
        refreshReset();
        emit edited();
    });

    auto* top = new QHBoxLayout;
    top->setSpacing(kSpace);
    top->addWidget(m_preset, 1);
    top->addWidget(m_reset);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    m_layout->setSpacing(kSpace);
    m_layout->addWidget(m_heading);
    m_layout->addLayout(top);
    m_layout->addWidget(m_waiting);
    m_layout->addStretch(1);
    retranslate();
}

void HyperparameterForm::show(const ModelEntry& entry, const std::string& preset, const TextValues& values,
                              std::optional<SequenceKind> kind) {
    m_entry = &entry;
    m_waiting->hide();
    m_preset->setEnabled(true);
    {
        const QSignalBlocker blocker(m_preset);
        m_preset->setCurrentIndex(std::max(0, m_preset->findData(QString::fromStdString(preset.empty() ? kRecommended : preset))));
    }
    if (m_shown != entry.name || !m_rows) {
        rebuild(values);
    } else if (values != this->values()) {
        const TextValues from = base();
        for (auto* editor : m_editors) {
            const auto& name = editor->spec().name;
            editor->setText(from.at(name));
            editor->setBase(from.at(name));
            if (const auto given = values.find(name); given != values.end()) editor->setText(given->second);
        }
    }
    for (auto* editor : m_editors)
        editor->setVisible(!kind || servesKind(editor->spec().name, *kind));
    retranslate();
}

TextValues HyperparameterForm::base() const {
    TextValues out;
    for (const auto& spec : m_entry->hyperparameters)
        out[spec.name] = formatValue(spec.defaultValue);
    for (const auto& preset : m_entry->presets)
        if (preset.name == this->preset())
            for (const auto& [name, value] : preset.values)
                out[name] = value;
    return out;
}

void HyperparameterForm::rebuild(const TextValues& values) {
    delete m_rows;
    m_editors.clear();
    m_shown = m_entry->name;
    m_rows = new QWidget;
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, kSpace, 0, 0);
    rows->setSpacing(kSpace);
    m_expert = new QWidget;
    auto* expert = flushLayout<QVBoxLayout>(m_expert, kSpace);

    const TextValues from = base();
    for (const auto& spec : m_entry->hyperparameters) {
        auto* editor = new HyperparameterEditor(spec, from.at(spec.name));
        if (const auto given = values.find(spec.name); given != values.end()) editor->setText(given->second);
        connect(editor, &HyperparameterEditor::edited, this, [this] {
            refreshReset();
            emit edited();
        });
        (spec.expert ? expert : rows)->addWidget(editor);
        m_editors.push_back(editor);
    }
    m_expertToggle = new QToolButton;
    m_expertToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_expertToggle->setAutoRaise(true);
    m_expertToggle->setCheckable(true);
    m_expertToggle->setChecked(m_expertOpen);
    m_expertToggle->setArrowType(m_expertOpen ? Qt::DownArrow : Qt::RightArrow);
    connect(m_expertToggle, &QToolButton::toggled, this, [this](bool open) {
        m_expertOpen = open;
        m_expertToggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_expert->setVisible(open);
    });
    rows->addWidget(m_expertToggle);
    rows->addWidget(m_expert);
    m_expertToggle->setVisible(expert->count() > 0);
    m_expert->setVisible(m_expertOpen && expert->count() > 0);
    m_layout->insertWidget(2, m_rows);
    refreshReset();
}

void HyperparameterForm::applyPreset() {
    if (!m_entry) return;
    const TextValues from = base();
    for (auto* editor : m_editors)
        editor->setBase(from.at(editor->spec().name));
    retranslate();
    refreshReset();
    emit edited();
}

TextValues HyperparameterForm::values() const {
    TextValues out;
    for (const auto* editor : m_editors)
        if (editor->isChanged() && !editor->isHidden()) out[editor->spec().name] = editor->text();
    return out;
}

TextValues HyperparameterForm::effective() const {
    TextValues out = base();
    for (const auto& [name, value] : values())
        out[name] = value;
    return out;
}

std::string HyperparameterForm::preset() const { return m_preset->currentData().toString().toStdString(); }

bool HyperparameterForm::isValid() const {
    return std::all_of(m_editors.begin(), m_editors.end(), [](const auto* editor) { return editor->isValid(); });
}

HyperparameterEditor* HyperparameterForm::editor(const std::string& name) const {
    const auto found = std::find_if(m_editors.begin(), m_editors.end(), [&](const auto* editor) { return editor->spec().name == name; });
    return found == m_editors.end() ? nullptr : *found;
}

void HyperparameterForm::refreshReset() {
    m_reset->setEnabled(std::any_of(m_editors.begin(), m_editors.end(), [](const auto* editor) { return editor->isChanged(); }));
}

void HyperparameterForm::retranslate() {
    const QString titles[] = {tr("Quick look"), tr("Balanced"), tr("Thorough")};
    for (int i = 0; i < m_preset->count(); ++i)
        m_preset->setItemText(i, titles[i]);
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->setToolTip(tr("Quick look: a first result soon. Balanced: the recommended settings. Thorough: larger and longer."));
    m_waiting->setText(tr("The settings appear as soon as the engine has started."));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Every value back to the preset"));
    m_heading->setText(m_entry ? tr("Settings of %1").arg(QString::fromStdString(m_entry->name)) : tr("Settings"));
    if (m_expertToggle) m_expertToggle->setText(tr("Expert"));
}

void HyperparameterForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace strand
