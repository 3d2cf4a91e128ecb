#include "cli/json.hpp"

#include "cli/speech.hpp"
#include "models/hyperparameter_scope.hpp"

#include <algorithm>
#include <cmath>

namespace strand::cli {

namespace {

const char* typeName(HyperparameterType type) {
    switch (type) {
        case HyperparameterType::Integer: return "integer";
        case HyperparameterType::Real: return "real";
        case HyperparameterType::Boolean: return "boolean";
        case HyperparameterType::Choice: return "choice";
        case HyperparameterType::IntegerList: return "integers";
        case HyperparameterType::File: return "file";
    }
    return "file";
}

Json orNull(const std::string& text) { return text.empty() ? Json() : Json(text); }
Json orNull(std::int64_t number) { return number > 0 ? Json(number) : Json(); }

/// A bound as the kind of number that the hyperparameter is.
Json bound(const HyperparameterSpec& spec, double value) {
    if (!(spec.min < spec.max)) return {};
    const bool whole = spec.type == HyperparameterType::Integer || spec.type == HyperparameterType::IntegerList;
    return whole && std::abs(value) < 9e15 ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

template <typename Map>
Json objectOf(const Map& map) {
    Json out = Json::object();
    for (const auto& [key, value] : map)
        out[key] = value;
    return out;
}

}  // namespace

Json toJson(const HyperparameterValue& value) {
    return std::visit([](const auto& held) { return Json(held); }, value);
}

Json toJson(const Hyperparameters& values) {
    Json out = Json::object();
    for (const auto& [name, value] : values.values())
        out[name] = toJson(value);
    return out;
}

Json toJson(const HyperparameterSpec& spec) {
    Json kinds = Json::array();
    for (const SequenceKind kind : kAllKinds) {
        if (servesKind(spec.name, kind)) kinds.push_back(kindName(kind));
    }
    return {{"name", spec.name},
            {"type", typeName(spec.type)},
            {"default", toJson(spec.defaultValue)},
            {"min", bound(spec, spec.min)},
            {"max", bound(spec, spec.max)},
            {"choices", spec.choices},
            {"unit", spec.unit},
            {"help", speak(spec.help)},
            {"expert", spec.expert},
            {"kinds", std::move(kinds)}};
}

Json toJson(const Warning& warning) {
    return {{"file", orNull(warning.file)},
            {"line", orNull(warning.line)},
            {"record", orNull(warning.record)},
            {"message", sentence(warning)},
            {"skipped", warning.skipped}};
}

Json toJson(const std::vector<Warning>& warnings) {
    Json out = Json::array();
    for (const auto& warning : warnings)
        out.push_back(toJson(warning));
    return out;
}

Json toJson(const ClassificationMetrics& metrics) {
    return {{"loss", metrics.loss},
            {"acc", metrics.acc},
            {"mcc", metrics.mcc},
            {"auc", metrics.auc},
            {"auprc", metrics.auprc},
            {"sn", metrics.sn},
            {"sp", metrics.sp},
            {"precision", metrics.precision},
            {"f1", metrics.f1},
            {"n", metrics.n},
            {"confusion", metrics.confusion}};
}

Json datasetEvent(const ImportReport& report, const DatasetRecord* stored) {
    return {
        {"event", "dataset"},
        {"dataset", stored != nullptr ? stored->name : report.name},
        {"id", stored != nullptr ? Json(stored->id) : Json()},
        {"kind", kindName(report.kind)},
        {"records", report.imported},
        {"skipped", report.skipped},
        {"classes", objectOf(report.classes)},
        {"splits", objectOf(report.splits)},
        {"length", {{"min", report.length.min}, {"median", report.length.median}, {"p95", report.length.p95}, {"max", report.length.max}}},
        {"format", report.format},
        {"label_source", labelSourceName(report.labelSource)},
        {"split_source", splitSourceName(report.splitSource)},
        {"warnings", toJson(report.warnings)}};
}

Json modelEvent(const ModelEntry& entry, bool withHyperparameters) {
    Json out{{"event", "model"},       {"model", entry.name},          {"title", speak(entry.title)},
             {"family", entry.family}, {"attention", entry.attention}, {"pretrained", entry.pretrained}};
    if (!withHyperparameters) return out;
    out["description"] = speak(entry.description);
    out["paper"] = entry.paper;
    Json table = Json::array();
    for (const auto& spec : entry.hyperparameters)
        table.push_back(toJson(spec));
    out["hyperparameters"] = std::move(table);
    Json presets = Json::object();
    for (const auto& preset : entry.presets)
        presets[preset.name] = objectOf(preset.values);
    out["presets"] = std::move(presets);
    return out;
}

Json hyperparametersOf(const RunRecord& run, std::span<const ModelEntry> models) {
    const auto entry = std::ranges::find(models, run.model, &ModelEntry::name);
    Json out = Json::object();
    for (const auto& [name, text] : run.hyperparameters) {
        out[name] = text;
        if (entry == models.end()) continue;
        const auto* spec = findSpec(entry->hyperparameters, name);
        if (spec == nullptr) continue;
        if (const auto value = parseValue(*spec, text)) out[name] = toJson(*value);
    }
    return out;
}

Json runEvent(const RunRecord& run, std::span<const ModelEntry> models) {
    return {{"event", "run"},
            {"run", run.id},
            {"name", run.name},
            {"model", run.model},
            {"dataset", run.datasetName},
            {"state", runStateName(run.state)},
            {"parameters", run.parameters},
            {"device", run.device},
            {"threads", run.threads},
            {"versions", run.versions},
            {"seed", run.seed},
            {"preset", orNull(run.preset)},
            {"fingerprint", run.fingerprint},
            {"epochs_planned", run.epochsPlanned},
            {"steps_planned", run.stepsPlanned},
            {"hyperparameters", hyperparametersOf(run, models)}};
}

Json epochJson(const EpochReport& report) {
    return {{"event", "epoch"},
            {"epoch", report.epoch},
            {"step", report.step},
            {"train_loss", report.trainLoss},
            {"train_acc", report.trainAcc},
            {"val_loss", report.validation.loss},
            {"val_acc", report.validation.acc},
            {"val_mcc", report.validation.mcc},
            {"val_auc", report.validation.auc},
            {"lr", report.lr},
            {"seconds", report.seconds},
            {"sequences_per_second", report.sequencesPerSecond},
            {"best", report.best}};
}

}  // namespace strand::cli
