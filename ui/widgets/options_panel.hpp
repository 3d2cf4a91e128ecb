// The panel at the right: the form of the page that is shown.
#pragma once

#include <QWidget>

class QScrollArea;
class QStackedWidget;

namespace strand {

class OptionsPanel : public QWidget {
    Q_OBJECT

public:
    explicit OptionsPanel(QWidget* parent = nullptr);
    /// Shows `form`, which stays its page's; null = nothing to set.
    void show(QWidget* form);
    [[nodiscard]] bool hasForm() const { return m_form != nullptr; }
    /// The form says by its property "essential" that its page is nothing without it.
    [[nodiscard]] bool isEssential() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void fit();
    QScrollArea* areaOf(QWidget* form);
    QStackedWidget* m_stack;
    QWidget* m_form = nullptr;
};

}  // namespace strand
