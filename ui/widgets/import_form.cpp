#include "ui/widgets/import_form.hpp"

#include "ui/text/sentences.hpp"
#include "ui/widgets/sequence_table_model.hpp"
#include "ui/widgets/styled_label.hpp"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace strand {

namespace {

constexpr int kGuess = -1;  // data of the choice that leaves a field to the engine

QString phrase(const char* source) { return QCoreApplication::translate("strand::ImportForm", source); }

QString labelSourceText(LabelSource source) {
    switch (source) {
        case LabelSource::Auto: break;
        case LabelSource::Header: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "header: >name|label|split"));
        case LabelSource::Filename: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "one class a file"));
        case LabelSource::Folder: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "one class a folder"));
        case LabelSource::FirstLetter: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "first letter of the name"));
        case LabelSource::Column: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "a column"));
        case LabelSource::None: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "no labels"));
    }
    return {};
}

QString splitSourceText(SplitSource source) {
    switch (source) {
        case SplitSource::Auto: break;
        case SplitSource::Header: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "header: >name|label|train"));
        case SplitSource::Filename: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "names of files and folders"));
        case SplitSource::Column: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "a column"));
        case SplitSource::Ratio: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "anew: 80 %, 10 %, 10 % of each class"));
        case SplitSource::None: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "no parts"));
    }
    return {};
}

QString encodingText(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::Auto: break;
        case TextEncoding::Utf8: return QStringLiteral("UTF-8");
        case TextEncoding::Utf16Le: return QStringLiteral("UTF-16 LE");
        case TextEncoding::Utf16Be: return QStringLiteral("UTF-16 BE");
        case TextEncoding::Latin1: return QStringLiteral("Latin-1");
        case TextEncoding::Gb18030: return QStringLiteral("GB 18030");
    }
    return {};
}

QString delimiterText(char delimiter) {
    switch (delimiter) {
        case ',': return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "comma ,"));
        case ';': return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "semicolon ;"));
        case '\t': return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "tab"));
        case '|': return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "bar |"));
        default: return {};
    }
}

QString formatText(const std::string& name) {
    const ReaderEntry* reader = findReader(name);
    return reader == nullptr ? QString::fromStdString(name) : toText(reader->title);
}

/// The first choice of a field: "recognised: DNA", or that it will be.
void setGuess(QComboBox* combo, const QString& guess) {
    combo->setItemText(0, guess.isEmpty() ? phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "recognise"))
                                          : phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "recognised: %1")).arg(guess));
}

void fill(QComboBox* combo, const QList<std::pair<QString, int>>& items) {
    const QSignalBlocker blocker(combo);
    const QVariant before = combo->currentData();
    combo->clear();
    for (const auto& [name, value] : items)
        combo->addItem(name, value);
    combo->setCurrentIndex(before.isValid() ? std::max(0, combo->findData(before)) : 0);
}

template <typename T>
std::optional<T> chosen(const QComboBox* combo) {
    const int value = combo->currentData().toInt();
    return value == kGuess ? std::nullopt : std::optional(static_cast<T>(value));
}

}  // namespace

QString roleText(ImportForm::Role role) {
    switch (role) {
        case ImportForm::Role::Sequence: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "Sequence"));
        case ImportForm::Role::Label: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "Class"));
        case ImportForm::Role::Split: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "Part"));
        case ImportForm::Role::Id: return phrase(QT_TRANSLATE_NOOP("strand::ImportForm", "Name"));
    }
    return {};
}

ImportForm::ImportForm(QWidget* parent) : QWidget(parent) {
    m_name = new QLineEdit;
    QComboBox** const combos[] = {&m_format, &m_encoding,    &m_delimiter, &m_header,      &m_kind,     &m_sequenceColumn,
                                  &m_labels, &m_labelColumn, &m_splits,    &m_splitColumn, &m_idColumn, &m_onBad};
    for (auto** combo : combos) {
        *combo = new QComboBox;
        (*combo)->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        (*combo)->setMinimumContentsLength(10);
    }
    QWidget* const fields[] = {m_name,   m_format,      m_encoding, m_delimiter,   m_header,   m_kind, m_sequenceColumn,
                               m_labels, m_labelColumn, m_splits,   m_splitColumn, m_idColumn, m_onBad};
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(kSpace);
    m_form->setHorizontalSpacing(kSpace * 3 / 2);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int i = 0; i < kFields; ++i) {
        m_fieldLabels[i] = new StyledLabel(TextStyle::Caption, "muted");
        m_fieldLabels[i]->setBuddy(fields[i]);
        m_form->addRow(m_fieldLabels[i], fields[i]);
    }
    for (auto** combo : combos)
        connect(*combo, &QComboBox::activated, this, [this] {
            showFields();
            emit changed();
        });
    retranslate();
}

void ImportForm::reset(const QString& suggestedName) {
    m_look.reset();
    m_name->clear();
    m_name->setPlaceholderText(suggestedName);
    for (auto* combo : {m_format, m_encoding, m_delimiter, m_header, m_kind, m_labels, m_splits, m_onBad, m_sequenceColumn, m_labelColumn,
                        m_splitColumn, m_idColumn})
        combo->setCurrentIndex(0);
    fillGuesses();
    fillColumns();
}

void ImportForm::setLook(const ImportLook& look) {
    m_look = look;
    fillGuesses();
    fillColumns();
}

ImportOptions ImportForm::options() const {
    ImportOptions out;
    out.name = m_name->text().trimmed().toStdString();
    if (m_format->currentIndex() > 0) out.format = readers()[static_cast<size_t>(m_format->currentData().toInt())].name;
    out.kind = chosen<SequenceKind>(m_kind);
    out.label = chosen<LabelSource>(m_labels).value_or(LabelSource::Auto);
    out.split = chosen<SplitSource>(m_splits).value_or(SplitSource::Auto);
    out.onBad = static_cast<OnBad>(m_onBad->currentData().toInt());
    out.reading.encoding = chosen<TextEncoding>(m_encoding).value_or(TextEncoding::Auto);
    out.reading.delimiter = chosen<char>(m_delimiter).value_or('\0');
    out.reading.headerRow = chosen<bool>(m_header);
    out.reading.sequenceColumn = columnText(Role::Sequence);
    out.reading.labelColumn = columnText(Role::Label);
    out.reading.splitColumn = columnText(Role::Split);
    out.reading.idColumn = columnText(Role::Id);
    return out;
}

void ImportForm::setOnBad(OnBad onBad) { m_onBad->setCurrentIndex(m_onBad->findData(static_cast<int>(onBad))); }

void ImportForm::setLabelSource(LabelSource source) { m_labels->setCurrentIndex(m_labels->findData(static_cast<int>(source))); }

QComboBox* ImportForm::columnCombo(Role role) const {
    QComboBox* const combos[] = {m_sequenceColumn, m_labelColumn, m_splitColumn, m_idColumn};
    return combos[static_cast<size_t>(role)];
}

/// Data of a column combo: kGuess, kGuess - 1 = none, else the column from 0.
std::optional<std::string> ImportForm::columnText(Role role) const {
    const int value = columnCombo(role)->currentData().toInt();
    if (!m_look || m_look->files.empty() || value == kGuess) return std::nullopt;
    const auto& columns = m_look->files.front().table.columns;
    if (value < 0 || value >= static_cast<int>(columns.size())) return std::string();
    return std::to_string(value + 1);
}

void ImportForm::setColumn(Role role, int index) {
    if (role == Role::Sequence && index < 0) return;  // a table has one
    for (int i = 0; i < kRoles; ++i) {
        const auto other = static_cast<Role>(i);
        if (other != role && index >= 0 && column(other) == index)
            columnCombo(other)->setCurrentIndex(columnCombo(other)->findData(kGuess - 1));
    }
    auto* combo = columnCombo(role);
    combo->setCurrentIndex(combo->findData(index < 0 ? kGuess - 1 : index));
    emit changed();
}

int ImportForm::column(Role role) const {
    const int value = columnCombo(role)->currentData().toInt();
    if (value >= 0) return value;
    if (value != kGuess || !m_look || m_look->files.empty()) return -1;
    const TableLook& table = m_look->files.front().table;
    const int guessed[] = {table.sequence, table.label, table.split, table.id};
    return guessed[static_cast<size_t>(role)];
}

void ImportForm::fillFixed() {
    QList<std::pair<QString, int>> formats{{QString(), kGuess}};
    for (size_t i = 0; i < readers().size(); ++i)
        formats.emplace_back(toText(readers()[i].title), static_cast<int>(i));
    fill(m_format, formats);
    QList<std::pair<QString, int>> encodings{{QString(), kGuess}};
    for (const auto each : {TextEncoding::Utf8, TextEncoding::Utf16Le, TextEncoding::Utf16Be, TextEncoding::Latin1, TextEncoding::Gb18030})
        encodings.emplace_back(encodingText(each), static_cast<int>(each));
    fill(m_encoding, encodings);
    QList<std::pair<QString, int>> delimiters{{QString(), kGuess}};
    for (const char each : {',', ';', '\t', '|'})
        delimiters.emplace_back(delimiterText(each), each);
    fill(m_delimiter, delimiters);
    fill(m_header, {{QString(), kGuess}, {tr("names of the columns"), 1}, {tr("a record"), 0}});
    QList<std::pair<QString, int>> kinds{{QString(), kGuess}};
    for (const auto each : {SequenceKind::Dna, SequenceKind::Rna, SequenceKind::Protein, SequenceKind::Text})
        kinds.emplace_back(kindText(each), static_cast<int>(each));
    fill(m_kind, kinds);
    QList<std::pair<QString, int>> labels{{QString(), kGuess}};
    for (const auto each : {LabelSource::Header, LabelSource::Column, LabelSource::Filename, LabelSource::Folder, LabelSource::FirstLetter,
                            LabelSource::None})
        labels.emplace_back(labelSourceText(each), static_cast<int>(each));
    fill(m_labels, labels);
    QList<std::pair<QString, int>> splits{{QString(), kGuess}};
    for (const auto each : {SplitSource::Header, SplitSource::Column, SplitSource::Filename, SplitSource::Ratio, SplitSource::None})
        splits.emplace_back(splitSourceText(each), static_cast<int>(each));
    fill(m_splits, splits);
    fill(m_onBad, {{tr("stop and tell"), static_cast<int>(OnBad::Stop)},
                   {tr("skip the record"), static_cast<int>(OnBad::Skip)},
                   {tr("replace by N or X"), static_cast<int>(OnBad::Replace)}});
}

void ImportForm::fillGuesses() {
    const bool known = m_look && !m_look->files.empty();
    const FileLook file = known ? m_look->files.front() : FileLook{};
    const ImportReport* report = known && m_look->preview ? &m_look->preview->report : nullptr;
    const QString packing = file.packing.empty() ? QString() : QStringLiteral(", ") + QString::fromStdString(file.packing);
    setGuess(m_format, known ? formatText(file.format) + packing : QString());
    setGuess(m_encoding, known ? encodingText(file.encoding) : QString());
    setGuess(m_delimiter, delimiterText(file.table.delimiter));
    setGuess(m_header, file.table.columns.empty() ? QString() : file.table.headerRow ? tr("names of the columns") : tr("a record"));
    setGuess(m_kind, report ? kindText(report->kind) : QString());
    setGuess(m_labels, report ? labelSourceText(report->labelSource) : QString());
    setGuess(m_splits, report ? splitSourceText(report->splitSource) : QString());
    showFields();
}

void ImportForm::fillColumns() {
    const TableLook table = m_look && !m_look->files.empty() ? m_look->files.front().table : TableLook{};
    const int guessed[] = {table.sequence, table.label, table.split, table.id};
    const auto nameOf = [&table](int column) {
        return column < 0 || column >= static_cast<int>(table.columns.size())
                   ? tr("none")
                   : QString::fromStdString(table.columns[static_cast<size_t>(column)]);
    };
    for (int i = 0; i < kRoles; ++i) {
        QList<std::pair<QString, int>> items{{QString(), kGuess}};
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column)
            items.emplace_back(nameOf(column), column);
        if (static_cast<Role>(i) != Role::Sequence) items.emplace_back(tr("none"), kGuess - 1);
        auto* combo = columnCombo(static_cast<Role>(i));
        fill(combo, items);
        setGuess(combo, table.columns.empty() ? QString() : nameOf(guessed[i]));
    }
}

/// Fields of a table only where there is one.
void ImportForm::showFields() {
    const bool table = m_look && !m_look->files.empty() && !m_look->files.front().table.columns.empty();
    const auto show = [this](Field field, bool visible) {
        m_fieldLabels[field]->setVisible(visible);
        m_fieldLabels[field]->buddy()->setVisible(visible);
    };
    for (const Field field : {HeaderRow, Sequence, LabelColumn, SplitColumn, Ids})
        show(field, table);
    show(Delimiter, table && m_look->files.front().table.delimiter != '\0');
}

void ImportForm::retranslate() {
    const QString names[] = {tr("Name"),        tr("Format"),          tr("Encoding"),     tr("Delimiter"),    tr("First row"),
                             tr("Kind"),        tr("Sequence column"), tr("Classes from"), tr("Class column"), tr("Parts from"),
                             tr("Part column"), tr("Name column"),     tr("What is bad")};
    for (int i = 0; i < kFields; ++i) {
        m_fieldLabels[i]->setText(names[i]);
        m_fieldLabels[i]->buddy()->setAccessibleName(names[i]);
    }
    fillFixed();
    fillColumns();
    fillGuesses();
}

}  // namespace strand
