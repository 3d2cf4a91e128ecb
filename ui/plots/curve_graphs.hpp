// The graphs of QCustomPlot that draw one curve.
#pragma once

#include "ui/plots/curve_plot.hpp"
#include "ui/plots/qcustomplot.hpp"

namespace strand {

struct CurvePlot::Graphs {
    QCPGraph* raw = nullptr;
    QCPGraph* line = nullptr;
    QCPGraph* markers = nullptr;
};

}  // namespace strand
