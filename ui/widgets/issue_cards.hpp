// What may spoil a result, as cards: what was found, and each remedy as a button.
#pragma once

#include "data/issues.hpp"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace strand {

class IssueCards : public QWidget {
    Q_OBJECT

public:
    explicit IssueCards(QWidget* parent = nullptr);
    /// `offer`: similar sequences in two parts were not looked for, which a button asks for.
    void show(const std::vector<DataIssue>& issues, bool offer = false);
    using QWidget::show;
    void setLooking();  ///< while the dataset is looked through
    [[nodiscard]] const std::vector<DataIssue>& issues() const { return m_issues; }
    void retranslate();

signals:
    void remedyChosen(strand::Remedy remedy, const strand::DataIssue& issue);
    void similarWanted();

private:
    void rebuild();
    QWidget* makeIssue(const DataIssue& issue);
    std::vector<DataIssue> m_issues;
    bool m_looking = true, m_offer = false;
    QVBoxLayout* m_list;
};

/// The verb on the button of a remedy.
[[nodiscard]] QString remedyText(Remedy remedy);

}  // namespace strand
