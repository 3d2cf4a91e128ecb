// Small signs for what the stages of a model do.
#pragma once

#include "models/architecture.hpp"
#include "ui/theme/theme.hpp"

#include <QPainter>

namespace strand {

void drawStageSign(QPainter& painter, const QRectF& box, StageKind kind, const Theme& theme);

}  // namespace strand
