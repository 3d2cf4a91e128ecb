// The options of the Attention page: what of the heads, which colours, what is hidden.
#pragma once

#include "ui/plots/attention_pictures.hpp"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace strand {

class AttentionForm : public QWidget {
    Q_OBJECT

public:
    explicit AttentionForm(QWidget* parent = nullptr);
    void setOptions(const AttentionOptions& options);  ///< without a signal
    [[nodiscard]] const AttentionOptions& options() const { return m_options; }
    enum class Shown { Weights, Maps };
    /// Offers only what changes what is shown.
    void setShown(Shown shown);
    void retranslate();

signals:
    void changed();

private:
    void read();
    AttentionOptions m_options;
    QWidget* m_maps;  ///< what only maps have
    QLabel *m_viewLabel, *m_colourLabel, *m_scaleLabel, *m_hideLabel, *m_help;
    QComboBox *m_view, *m_colours, *m_scale;
    QCheckBox *m_shared, *m_diagonal, *m_special, *m_renormalise;
};

}  // namespace strand
