#include "ui/widgets/hyperparameter_editor.hpp"

#include "ui/text/sentences.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

constexpr int kSliderSteps = 1000;
constexpr int kNameWidth = 112;
constexpr int kEditorWidth = 88;
constexpr double kWideRange = 1000, kNearZero = 100, kDecade = 10;  // of a slider for whole numbers

bool isNumber(HyperparameterType type) { return type == HyperparameterType::Integer || type == HyperparameterType::Real; }

double asReal(const HyperparameterValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return 0;
}

}  // namespace

HyperparameterEditor::HyperparameterEditor(const HyperparameterSpec& spec, std::string base, QWidget* parent)
    : QWidget(parent), m_spec(spec), m_base(base), m_text(std::move(base)) {
    m_name = new QLabel(QString::fromStdString(m_spec.name));
    m_help = new StyledLabel(TextStyle::Caption, "muted");
    m_help->setWordWrap(true);
    m_help->hide();
    m_error = new StyledLabel(TextStyle::Caption, "bad");
    m_error->setWordWrap(true);
    m_error->hide();
    m_reset = new QToolButton;
    m_reset->setAutoRaise(true);
    m_reset->setIcon(icon("rotate-ccw"));
    connect(m_reset, &QToolButton::clicked, this, [this] {
        setText(m_base);
        emit edited();
    });

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpace);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, kNameWidth);
    buildEditor();
    grid->addWidget(m_name, 0, 0);
    if (m_slider) grid->addWidget(m_slider, 0, 1);
    if (m_browse) grid->addWidget(m_browse, 0, 1, Qt::AlignRight);
    grid->addWidget(m_editor, 0, 2, Qt::AlignRight);
    grid->addWidget(m_reset, 0, 3);
    grid->addWidget(m_help, 1, 0, 1, 4);
    grid->addWidget(m_error, 2, 0, 1, 4);
    m_name->setBuddy(m_editor);
    m_editor->installEventFilter(this);
    retranslate();
    refresh();
}

void HyperparameterEditor::buildEditor() {
    switch (m_spec.type) {
        case HyperparameterType::Boolean: {
            auto* box = new QCheckBox;
            connect(box, &QCheckBox::toggled, this, [this](bool on) { take(on ? "true" : "false"); });
            m_editor = box;
            break;
        }
        case HyperparameterType::Choice: {
            auto* combo = new QComboBox;
            for (const auto& choice : m_spec.choices)
                combo->addItem(QString::fromStdString(choice));
            connect(combo, &QComboBox::currentTextChanged, this, [this](const QString& text) { take(text.toStdString()); });
            combo->setMinimumWidth(kEditorWidth + 56 + kSpace);
            combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // large text needs more
            m_editor = combo;
            break;
        }
        default: {
            auto* line = new QLineEdit;
            line->setAlignment(isNumber(m_spec.type) ? Qt::AlignRight : Qt::AlignLeft);
            connect(line, &QLineEdit::textEdited, this, [this](const QString& text) { take(text.trimmed().toStdString()); });
            line->setFixedWidth(kEditorWidth);
            m_editor = line;
        }
    }
    if (m_spec.type == HyperparameterType::File) {
        m_browse = new QToolButton;
        m_browse->setAutoRaise(true);
        m_browse->setIcon(icon("folder-open"));
        connect(m_browse, &QToolButton::clicked, this, &HyperparameterEditor::chooseFile);
    }
    if (isNumber(m_spec.type) && m_spec.max > m_spec.min) {
        m_slider = new QSlider(Qt::Horizontal);
        m_slider->setRange(0, kSliderSteps);
        m_slider->setFocusPolicy(Qt::NoFocus);  // the line edit beside it is the keyboard's way
        m_slider->setMinimumWidth(48);
        connect(m_slider, &QSlider::valueChanged, this, &HyperparameterEditor::moveSlider);
    }
}

HyperparameterEditor::Span HyperparameterEditor::span() const {
    if (m_spec.logarithmic) {
        // Below the lowest value of a range that begins at 0 lies the 0 that switches an option off.
        return {m_spec.min > 0 ? m_spec.min : m_spec.max * 1e-6, m_spec.max, true};
    }
    if (m_spec.type != HyperparameterType::Integer || m_spec.max - m_spec.min <= kWideRange) return {m_spec.min, m_spec.max, false};
    // What may be anything up to millions moves around the value of the preset; the field beside it takes all the rest.
    const auto base = parseValue(m_spec, m_base);
    const double middle = base ? asReal(*base) : 0;
    if (middle < 1) return {m_spec.min, std::min(m_spec.max, m_spec.min + kNearZero), false};
    return {std::max({m_spec.min, 1.0, middle / kDecade}), std::min(m_spec.max, middle * kDecade), true};
}

double HyperparameterEditor::fraction(double value) const {
    const Span range = span();
    if (!range.logarithmic) return std::clamp((value - range.low) / (range.high - range.low), 0.0, 1.0);
    if (value < range.low) return 0;
    return std::clamp(std::log(value / range.low) / std::log(range.high / range.low), 0.0, 1.0);
}

double HyperparameterEditor::valueAt(double fraction) const {
    const Span range = span();
    double value = range.low + (fraction * (range.high - range.low));
    if (range.logarithmic) value = range.low * std::pow(range.high / range.low, fraction);
    if (m_spec.logarithmic && fraction <= 0) value = m_spec.min;
    if (m_spec.type == HyperparameterType::Integer) return std::round(value);
    // Two significant digits: what a person would type.
    if (value == 0) return 0;
    const double scale = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1);
    return std::clamp(std::round(value / scale) * scale, m_spec.min, m_spec.max);
}

void HyperparameterEditor::moveSlider() {
    if (m_updating) return;
    const double value = valueAt(static_cast<double>(m_slider->value()) / kSliderSteps);
    const std::string text = m_spec.type == HyperparameterType::Integer ? std::to_string(static_cast<std::int64_t>(value))
                                                                        : QString::number(value, 'g', 6).toStdString();
    setText(text);
    emit edited();
}

void HyperparameterEditor::chooseFile() {
    auto* dialog = new QFileDialog(window(), QString::fromStdString(m_spec.name), QString::fromStdString(m_text));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { take(path.toStdString()); });
    dialog->open();
}

void HyperparameterEditor::take(const std::string& text) {
    if (m_updating || text == m_text) return;
    m_text = text;
    refresh();
    emit edited();
}

void HyperparameterEditor::setText(const std::string& text) {
    m_text = text;
    refresh();
}

void HyperparameterEditor::setBase(const std::string& base) {
    const bool follow = !isChanged();
    m_base = base;
    if (follow) m_text = base;
    refresh();
}

bool HyperparameterEditor::isChanged() const {
    if (m_text == m_base) return false;
    const auto now = parseValue(m_spec, m_text);
    const auto before = parseValue(m_spec, m_base);
    return !now || !before || *now != *before;
}

void HyperparameterEditor::refresh() {
    m_updating = true;
    const auto value = parseValue(m_spec, m_text);
    m_valid = value.has_value();
    const QString shown = QString::fromStdString(m_text);
    if (auto* box = qobject_cast<QCheckBox*>(m_editor)) {
        if (value) box->setChecked(std::get<bool>(*value));
    } else if (auto* combo = qobject_cast<QComboBox*>(m_editor)) {
        combo->setCurrentText(shown);
    } else if (auto* line = qobject_cast<QLineEdit*>(m_editor); line->text() != shown) {
        line->setText(shown);
    }
    if (m_slider && value) m_slider->setValue(static_cast<int>(std::lround(fraction(asReal(*value)) * kSliderSteps)));
    m_error->setVisible(!m_valid);
    if (!m_valid) m_error->setText(toText(value.error()));
    m_editor->setProperty("invalid", !m_valid);
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    m_reset->setVisible(isChanged());
    QFont font = m_name->font();
    font.setBold(isChanged());
    m_name->setFont(font);
    m_updating = false;
}

void HyperparameterEditor::retranslate() {
    const QString help = toText(m_spec.help);
    QString facts;
    const QString base = QString::fromStdString(m_base);
    if (isNumber(m_spec.type) || m_spec.type == HyperparameterType::IntegerList)
        //: range of a hyperparameter: %1 to %2, with unit %3 (may be empty) and default %4
        facts =
            tr("%1 to %2 %3 · default %4")
                .arg(QString::number(m_spec.min, 'g', 6), QString::number(m_spec.max, 'g', 6), QString::fromStdString(m_spec.unit), base);
    else if (m_spec.type == HyperparameterType::File)
        facts = tr("default: no file");
    else
        facts = tr("default %1").arg(base);
    m_help->setText(help + QStringLiteral("\n") + facts);
    setToolTip(help + QStringLiteral("\n") + facts);
    m_reset->setToolTip(m_spec.type == HyperparameterType::File ? tr("Back to no file") : tr("Back to %1").arg(base));
    if (m_browse) {
        m_browse->setToolTip(tr("Choose a file"));
        m_browse->setAccessibleName(m_browse->toolTip());
    }
    m_reset->setAccessibleName(m_reset->toolTip());
    m_editor->setAccessibleName(QString::fromStdString(m_spec.name));
    m_editor->setAccessibleDescription(help);
    refresh();
}

void HyperparameterEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

bool HyperparameterEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn) m_help->show();
    if (event->type() == QEvent::FocusOut) m_help->hide();
    return QWidget::eventFilter(watched, event);
}

}  // namespace strand
