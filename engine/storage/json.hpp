// The JSON text columns of the project file. Internal to storage.
// Members that are missing keep their defaults; a wrong type or number throws Damaged. NaN is null. Bytes that are not UTF-8 are kept as numbers.
#pragma once

#include "core/hyperparameter.hpp"
#include "core/run_report.hpp"
#include "data/import.hpp"
#include "data/statistics.hpp"

#include <string>
#include <vector>

namespace strand::detail {

[[nodiscard]] std::string toJson(const std::vector<std::string>& texts);
[[nodiscard]] std::string toJson(const TextValues& values);
[[nodiscard]] std::string toJson(const ImportReport& report);
[[nodiscard]] std::string toJson(const DatasetStatistics& statistics);
[[nodiscard]] std::string toJson(const ClassificationMetrics& metrics);
[[nodiscard]] std::string toJson(const Error& error);
/// tokens, begin, end and probabilities.
[[nodiscard]] std::string tokensToJson(const AttentionMap& map);

void fromJson(const std::string& text, std::vector<std::string>& texts);
void fromJson(const std::string& text, TextValues& values);
void fromJson(const std::string& text, ImportReport& report);
void fromJson(const std::string& text, DatasetStatistics& statistics);
void fromJson(const std::string& text, ClassificationMetrics& metrics);
void fromJson(const std::string& text, Error& error);
void tokensFromJson(const std::string& text, AttentionMap& map);

}  // namespace strand::detail
