// The picture of a model: its stages from the tokens to the classes, with the values of its settings.
#pragma once

#include "models/catalogue.hpp"
#include "ui/plots/figure.hpp"

#include <QStringList>

namespace strand {

/// A stage as it is drawn: texts in the language of the window, values as they are set.
struct PictureStage {
    StageKind kind = StageKind::Dense;
    QString title;
    QString values = {};      ///< "n_heads 4 · norm pre"
    QString block = {};       ///< "n_layers × 2"; neighbours with the same one share a frame
    QStringList chips = {};   ///< parallel boxes
    QString chipsLabel = {};  ///< "widths"
    bool residual = false;
};

/// `values`: every hyperparameter of the entry as text.
[[nodiscard]] std::vector<PictureStage> pictureOf(const ModelEntry& entry, const TextValues& values);
/// Room of `stages` below each other in `width`.
[[nodiscard]] double pictureHeight(const std::vector<PictureStage>& stages, double width, const QFont& body, const QFont& caption);
/// Top to bottom in the width of `area`.
void paintArchitecture(QPainter& painter, const QRectF& area, const std::vector<PictureStage>& stages, const QFont& body,
                       const QFont& caption, const Theme& theme);

}  // namespace strand
