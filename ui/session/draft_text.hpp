// What the window keeps of itself in a project, as text and back.
#pragma once

#include "ui/session/session.hpp"

namespace strand {

/// The settings a new project proposes.
[[nodiscard]] TrainOptions defaultDraft();
[[nodiscard]] QString toText(const TrainOptions& draft);
/// Text that cannot be read gives the default.
[[nodiscard]] TrainOptions draftFromText(const QString& text);

/// The settings of a run, to train it again with changes: what its preset does not say is said as if typed. Null = unknown model.
[[nodiscard]] TrainOptions draftOf(const RunRecord& run, const ModelEntry* entry);

[[nodiscard]] QString toText(const Selection& selection);
[[nodiscard]] Selection selectionFromText(const QString& text);

}  // namespace strand
