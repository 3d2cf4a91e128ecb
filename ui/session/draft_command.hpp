// One step of the history: a change of the settings that a training would start with.
#pragma once

#include "pipeline/engine.hpp"

#include <QElapsedTimer>
#include <QUndoCommand>

#include <functional>

namespace strand {

class DraftCommand : public QUndoCommand {
public:
    using Apply = std::function<void(const TrainOptions&)>;
    /// Changes of the same field that follow within this time are one step: a slider on its way.
    static constexpr int kMergeMs = 1500;

    DraftCommand(TrainOptions before, TrainOptions after, Apply apply);
    void undo() override { m_apply(m_before); }
    void redo() override { m_apply(m_after); }
    [[nodiscard]] int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    TrainOptions m_before, m_after;
    Apply m_apply;
    std::string m_field;
    QElapsedTimer m_age;
};

/// The name of the one thing that differs: "model", "preset", a hyperparameter; empty where it is several.
[[nodiscard]] std::string changedField(const TrainOptions& before, const TrainOptions& after);

}  // namespace strand
