// One row of the form: name, editor that suits the type, unit, back-to-default arrow, help on focus, error in place.
#pragma once

#include "core/hyperparameter.hpp"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace strand {

class HyperparameterEditor : public QWidget {
    Q_OBJECT

public:
    /// `base` is the text the arrow goes back to (default, or the preset's value).
    HyperparameterEditor(const HyperparameterSpec& spec, std::string base, QWidget* parent = nullptr);

    [[nodiscard]] const HyperparameterSpec& spec() const { return m_spec; }
    [[nodiscard]] std::string text() const { return m_text; }
    [[nodiscard]] bool isChanged() const;  ///< another value than `base`
    [[nodiscard]] bool isValid() const { return m_valid; }
    void setText(const std::string& text);
    void setBase(const std::string& base);
    void retranslate();

signals:
    void edited();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildEditor();
    void take(const std::string& text);  ///< from the editor
    void refresh();                      ///< marks, error, slider from m_text
    void moveSlider();
    void chooseFile();
    /// What the slider reaches.
    struct Span {
        double low = 0, high = 1;
        bool logarithmic = false;
    };
    [[nodiscard]] Span span() const;
    [[nodiscard]] double fraction(double value) const;
    [[nodiscard]] double valueAt(double fraction) const;

    HyperparameterSpec m_spec;
    std::string m_base, m_text;
    bool m_valid = true;
    QLabel* m_name;
    QLabel* m_help;
    QLabel* m_error;
    QToolButton* m_reset;
    QWidget* m_editor = nullptr;
    QSlider* m_slider = nullptr;
    QToolButton* m_browse = nullptr;  ///< File only
    bool m_updating = false;
};

}  // namespace strand
