// The catalogue as a list grouped by family: name, what it is, and a badge for what its attention means.
#pragma once

#include "models/catalogue.hpp"

#include <QListWidget>

#include <span>

namespace strand {

class ModelList : public QListWidget {
    Q_OBJECT

public:
    explicit ModelList(QWidget* parent = nullptr);
    void show(std::span<const ModelEntry> models);
    void select(const std::string& name);
    /// Shows the entries with every word of `text` in name, title, family, kind of attention or paper; returns how many.
    int filter(const QString& text);
    void chooseFirst();                          ///< of those shown
    [[nodiscard]] std::string selected() const;  ///< empty = none
    void retranslate();

signals:
    void chosen(const std::string& name);

private:
    std::span<const ModelEntry> m_models;
};

/// "exact attention", "no attention" ... in the language of the window.
[[nodiscard]] QString attentionText(const std::string& kind);
[[nodiscard]] QString familyText(const std::string& family);

}  // namespace strand
