// The read-out over a CurvePlot: a line at the cursor, a dot on each curve, and their values in a box.
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace strand {

class CurvePlot;

class CurveReadOut : public QWidget {
    Q_OBJECT

public:
    CurveReadOut(const CurvePlot& plot, QWidget* parent);
    /// "step 120: train loss 0.412, validation loss 0.389"; empty where nothing is under the cursor.
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        std::size_t curve;
        double x, y;
        QString value;
    };
    [[nodiscard]] std::vector<Row> rows() const;
    const CurvePlot& m_plot;
};

}  // namespace strand
