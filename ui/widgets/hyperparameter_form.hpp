// The form of a model: grows from its hyperparameter table, with a preset as its base.
#pragma once

#include "models/catalogue.hpp"
#include "ui/widgets/hyperparameter_editor.hpp"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace strand {

class HyperparameterForm : public QWidget {
    Q_OBJECT

public:
    explicit HyperparameterForm(QWidget* parent = nullptr);

    /// Shows the table of `entry` (kept by the caller), `preset` as the base, `values` typed over it.
    /// What does nothing for sequences of `kind` is hidden.
    void show(const ModelEntry& entry, const std::string& preset, const TextValues& values, std::optional<SequenceKind> kind = {});
    /// Only what differs from the preset.
    [[nodiscard]] TextValues values() const;
    /// Every hyperparameter: default, preset, what is typed.
    [[nodiscard]] TextValues effective() const;
    [[nodiscard]] std::string preset() const;
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] HyperparameterEditor* editor(const std::string& name) const;

signals:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void rebuild(const TextValues& values);
    void applyPreset();
    void refreshReset();
    [[nodiscard]] TextValues base() const;  ///< defaults with the preset over them

    const ModelEntry* m_entry = nullptr;
    std::string m_shown;  ///< name of the model whose rows are built
    QLabel* m_heading;
    QComboBox* m_preset;
    QToolButton* m_reset;
    QLabel* m_waiting;  ///< until the catalogue is there
    QWidget* m_rows = nullptr;
    QWidget* m_expert = nullptr;
    QToolButton* m_expertToggle = nullptr;
    std::vector<HyperparameterEditor*> m_editors;
    QVBoxLayout* m_layout;
    bool m_expertOpen = false;
};

}  // namespace strand
