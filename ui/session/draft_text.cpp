#include "ui/session/draft_text.hpp"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace strand {

TrainOptions defaultDraft() {
    TrainOptions draft;
    draft.model = "TransformerEncoder";
    draft.preset = "balanced";
    return draft;
}

QString toText(const TrainOptions& draft) {
    QJsonObject values;
    for (const auto& [name, value] : draft.hyperparameters)
        values[QString::fromStdString(name)] = QString::fromStdString(value);
    const QJsonObject all{{QStringLiteral("dataset"), QString::fromStdString(draft.dataset)},
                          {QStringLiteral("model"), QString::fromStdString(draft.model)},
                          {QStringLiteral("preset"), QString::fromStdString(draft.preset)},
                          {QStringLiteral("run"), QString::fromStdString(draft.runName)},
                          {QStringLiteral("seed"), QString::number(draft.seed)},
                          {QStringLiteral("hyperparameters"), values}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

TrainOptions draftFromText(const QString& text) {
    TrainOptions draft = defaultDraft();
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    if (!all.contains(QStringLiteral("model"))) return draft;
    draft.dataset = all[QStringLiteral("dataset")].toString().toStdString();
    draft.model = all[QStringLiteral("model")].toString().toStdString();
    draft.preset = all[QStringLiteral("preset")].toString().toStdString();
    draft.runName = all[QStringLiteral("run")].toString().toStdString();
    bool isNumber = false;
    if (const qulonglong seed = all[QStringLiteral("seed")].toString().toULongLong(&isNumber); isNumber) draft.seed = seed;
    const QJsonObject values = all[QStringLiteral("hyperparameters")].toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        draft.hyperparameters[it.key().toStdString()] = it.value().toString().toStdString();
    return draft;
}

TrainOptions draftOf(const RunRecord& run, const ModelEntry* entry) {
    TrainOptions draft = defaultDraft();
    draft.dataset = run.datasetName;
    draft.model = run.model;
    draft.preset = run.preset;
    draft.seed = run.seed;
    TextValues given;
    if (entry != nullptr) {
        for (const auto& spec : entry->hyperparameters)
            given[spec.name] = formatValue(spec.defaultValue);
        for (const Preset& preset : entry->presets) {
            if (preset.name != run.preset) continue;
            for (const auto& [name, value] : preset.values)
                given[name] = value;
        }
    }
    for (const auto& [name, value] : run.hyperparameters) {
        if (const auto same = given.find(name); same == given.end() || same->second != value) draft.hyperparameters[name] = value;
    }
    return draft;
}

QString toText(const Selection& selection) {
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(selection.ordinal)
        .arg(selection.layer)
        .arg(selection.head)
        .arg(selection.query)
        .arg(selection.key);
}

Selection selectionFromText(const QString& text) {
    const QStringList parts = text.split(QLatin1Char(' '));
    if (parts.size() != 5) return {};
    return {.ordinal = parts[0].toLongLong(),
            .layer = parts[1].toLongLong(),
            .head = parts[2].toLongLong(),
            .query = parts[3].toLongLong(),
            .key = parts[4].toLongLong()};
}

}  // namespace strand
