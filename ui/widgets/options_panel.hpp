// The panel at the right: the form of the page that is shown.
#pragma once

#include <QWidget>

class QStackedWidget;

namespace strand {

class OptionsPanel : public QWidget {
    Q_OBJECT

public:
    explicit OptionsPanel(QWidget* parent = nullptr);
    /// Shows `form`, which stays its page's; null = nothing to set.
    void show(QWidget* form);
    [[nodiscard]] bool hasForm() const { return m_form != nullptr; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    QStackedWidget* m_stack;
    QWidget* m_form = nullptr;
};

}  // namespace strand
