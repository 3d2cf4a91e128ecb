// The catalogue with a field to search it: Down goes from the field into the list, Enter takes the first one found.
#pragma once

#include "models/catalogue.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace strand {

class ModelList;

class ModelBrowser : public QWidget {
    Q_OBJECT

public:
    explicit ModelBrowser(QWidget* parent = nullptr);
    void show(std::span<const ModelEntry> models);
    using QWidget::show;
    void select(const std::string& name);
    [[nodiscard]] ModelList& list() const { return *m_list; }
    void retranslate();

signals:
    void chosen(const std::string& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void filter();

    QLineEdit* m_search;
    ModelList* m_list;
    QLabel* m_nothing;
};

}  // namespace strand
