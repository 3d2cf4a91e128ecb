// How files are read: every guess of the import is shown here and can be changed.
#pragma once

#include "data/import_look.hpp"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace strand {

class ImportForm : public QWidget {
    Q_OBJECT

public:
    explicit ImportForm(QWidget* parent = nullptr);
    void reset(const QString& suggestedName);
    /// What was understood: the first choice of each field says it, and columns are offered by name.
    void setLook(const ImportLook& look);
    /// Without files.
    [[nodiscard]] ImportOptions options() const;
    void setOnBad(OnBad onBad);
    void setLabelSource(LabelSource source);
    enum class Role { Sequence, Label, Split, Id };
    static constexpr int kRoles = 4;
    /// Column `index` of the table takes a role (and gives up another one); an index of -1 = no column has it.
    void setColumn(Role role, int index);
    [[nodiscard]] int column(Role role) const;  ///< -1 = none
    void retranslate();

signals:
    void changed();

private:
    enum Field { Name, Format, Encode, Delimiter, HeaderRow, Kind, Sequence, Labels, LabelColumn, Splits, SplitColumn, Ids, Bad, kFields };
    void fillFixed();
    void fillGuesses();
    void fillColumns();
    void showFields();
    [[nodiscard]] QComboBox* columnCombo(Role role) const;
    [[nodiscard]] std::optional<std::string> columnText(Role role) const;

    QLineEdit* m_name;
    QComboBox *m_format, *m_encoding, *m_delimiter, *m_header, *m_kind, *m_labels, *m_splits, *m_onBad;
    QComboBox *m_sequenceColumn, *m_labelColumn, *m_splitColumn, *m_idColumn;
    QFormLayout* m_form;
    QLabel* m_fieldLabels[kFields];
    std::optional<ImportLook> m_look;
};

/// A role of a column in the language of the window.
[[nodiscard]] QString roleText(ImportForm::Role role);

}  // namespace strand
