#include "ui/session/draft_command.hpp"

#include <QCoreApplication>

#include <set>

namespace strand {

namespace {

QString describe(const TrainOptions& before, const TrainOptions& after) {
    const std::string field = changedField(before, after);
    if (field == "model") return QCoreApplication::translate("history", "model %1").arg(QString::fromStdString(after.model));
    if (field == "preset") return QCoreApplication::translate("history", "preset");
    if (field.empty()) return QCoreApplication::translate("history", "settings");
    return QString::fromStdString(field);
}

}  // namespace

std::string changedField(const TrainOptions& before, const TrainOptions& after) {
    if (before.model != after.model) return "model";
    if (before.preset != after.preset) return "preset";
    std::set<std::string> changed;
    if (before.seed != after.seed) changed.insert("seed");
    if (before.runName != after.runName) changed.insert("run");
    for (const auto* one : {&before.hyperparameters, &after.hyperparameters}) {
        for (const auto& [name, value] : *one) {
            const auto old = before.hyperparameters.find(name), now = after.hyperparameters.find(name);
            const bool same = old != before.hyperparameters.end() && now != after.hyperparameters.end() && old->second == now->second;
            if (!same) changed.insert(name);
        }
    }
    return changed.size() == 1 ? *changed.begin() : std::string();
}

DraftCommand::DraftCommand(TrainOptions before, TrainOptions after, Apply apply)
    : QUndoCommand(describe(before, after)),
      m_before(std::move(before)),
      m_after(std::move(after)),
      m_apply(std::move(apply)),
      m_field(changedField(m_before, m_after)) {
    m_age.start();
}

bool DraftCommand::mergeWith(const QUndoCommand* other) {
    const auto* next = static_cast<const DraftCommand*>(other);
    if (m_field.empty() || next->m_field != m_field || m_age.elapsed() > kMergeMs) return false;
    m_after = next->m_after;
    m_age.start();
    return true;
}

}  // namespace strand
