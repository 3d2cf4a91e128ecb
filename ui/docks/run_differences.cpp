#include "ui/docks/run_differences.hpp"

#include <QStringList>

#include <map>
#include <set>
#include <utility>

namespace strand {

namespace {

TextValues settingsOf(const RunRecord& run) {
    TextValues out = run.hyperparameters;
    out["seed"] = std::to_string(run.seed);
    return out;
}

}  // namespace

std::vector<QString> runDifferences(std::span<const RunRecord> runs) {
    std::map<std::pair<std::string, std::string>, std::set<std::string>> values;  // of (model, setting)
    for (const RunRecord& run : runs) {
        for (const auto& [name, value] : settingsOf(run))
            values[{run.model, name}].insert(value);
    }
    std::vector<QString> out;
    for (const RunRecord& run : runs) {
        QStringList parts;
        for (const auto& [name, value] : settingsOf(run)) {
            if (values.at({run.model, name}).size() > 1)
                parts << QStringLiteral("%1 %2").arg(QString::fromStdString(name), QString::fromStdString(value));
        }
        out.push_back(parts.join(QStringLiteral(" · ")));
    }
    return out;
}

}  // namespace strand
