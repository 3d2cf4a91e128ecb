#include "storage/json.hpp"

#include "core/text.hpp"
#include "storage/connection.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <concepts>
#include <limits>

namespace strand::detail {

namespace {

using Json = nlohmann::json;

// Each struct is listed once, for writing and for reading.
template <typename T, typename Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

void fields(Is<LengthSummary> auto& length, auto&& visit) {
    visit("min", length.min);
    visit("median", length.median);
    visit("p95", length.p95);
    visit("max", length.max);
}

void fields(Is<Warning> auto& warning, auto&& visit) {
    visit("text", warning.message.text);
    visit("args", warning.message.args);
    visit("file", warning.file);
    visit("line", warning.line);
    visit("record", warning.record);
    visit("column", warning.column);
    visit("skipped", warning.skipped);
}

void fields(Is<ImportReport> auto& report, auto&& visit) {
    visit("name", report.name);
    visit("kind", report.kind);
    visit("present", report.present);
    visit("imported", report.imported);
    visit("skipped", report.skipped);
    visit("classes", report.classes);
    visit("splits", report.splits);
    visit("length", report.length);
    visit("warnings", report.warnings);
    visit("label_source", report.labelSource);
    visit("split_source", report.splitSource);
    visit("format", report.format);
}

void fields(Is<Histogram> auto& histogram, auto&& visit) {
    visit("first", histogram.first);
    visit("width", histogram.width);
    visit("counts", histogram.counts);
}

void fields(Is<DatasetStatistics> auto& statistics, auto&& visit) {
    visit("sequences", statistics.sequences);
    visit("excluded", statistics.excluded);
    visit("length", statistics.length);
    visit("lengths", statistics.lengths);
    visit("class_by_split", statistics.classBySplit);
    visit("composition", statistics.composition);
    visit("duplicates", statistics.duplicates);
    visit("duplicates_across_splits", statistics.duplicatesAcrossSplits);
}

void fields(Is<ClassificationMetrics::PerClass> auto& figures, auto&& visit) {
    visit("sn", figures.sn);
    visit("sp", figures.sp);
    visit("precision", figures.precision);
    visit("f1", figures.f1);
    visit("auc", figures.auc);
    visit("auprc", figures.auprc);
    visit("support", figures.support);
}

void fields(Is<ClassificationMetrics> auto& metrics, auto&& visit) {
    visit("n", metrics.n);
    visit("loss", metrics.loss);
    visit("acc", metrics.acc);
    visit("sn", metrics.sn);
    visit("sp", metrics.sp);
    visit("precision", metrics.precision);
    visit("f1", metrics.f1);
    visit("mcc", metrics.mcc);
    visit("auc", metrics.auc);
    visit("auprc", metrics.auprc);
    visit("confusion", metrics.confusion);
    visit("per_class", metrics.perClass);
}

void fields(Is<Message> auto& message, auto&& visit) {
    visit("text", message.text);
    visit("args", message.args);
}

void fields(Is<Error> auto& error, auto&& visit) {
    visit("code", error.code);
    visit("found", error.found);
    visit("expected", error.expected);
    visit("hint", error.hint);
    visit("file", error.file);
    visit("line", error.line);
    visit("column", error.column);
    visit("record", error.record);
}

void fields(Is<AttentionMap> auto& map, auto&& visit) {
    visit("tokens", map.tokens);
    visit("begin", map.begin);
    visit("end", map.end);
    visit("probabilities", map.probabilities);
}

SequenceKind last(SequenceKind) { return SequenceKind::Text; }
LabelSource last(LabelSource) { return LabelSource::Column; }
SplitSource last(SplitSource) { return SplitSource::None; }
ErrorCode last(ErrorCode) { return ErrorCode::Interrupted; }

Json put(const std::string& text) {
    if (isUtf8(text)) return text;
    Json bytes = Json::array();
    for (const char c : text)
        bytes.push_back(static_cast<unsigned char>(c));
    return bytes;
}

Json put(double value) {
    if (std::isnan(value)) return nullptr;
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    return value;
}

Json put(std::integral auto value) { return static_cast<std::int64_t>(value); }

template <typename Enum>
requires std::is_enum_v<Enum> Json put(Enum value) { return static_cast<int>(value); }

template <typename T>
Json put(const std::vector<T>& values);
template <typename Key, typename Value, typename Less>
Json put(const std::map<Key, Value, Less>& values);

template <typename Struct>
requires requires(const Struct& value) {
    fields(value, [](const char*, const auto&) {});
}
Json put(const Struct& value) {
    Json out = Json::object();
    fields(value, [&](const char* name, const auto& field) { out[name] = put(field); });
    return out;
}

template <typename T>
Json put(const std::vector<T>& values) {
    Json out = Json::array();
    for (const T& value : values)
        out.push_back(put(value));
    return out;
}

/// Pairs, since names need not be UTF-8 and a JSON key must.
template <typename Key, typename Value, typename Less>
Json put(const std::map<Key, Value, Less>& values) {
    Json out = Json::array();
    for (const auto& [key, value] : values) {
        Json pair = Json::array();
        pair.push_back(put(key));
        pair.push_back(put(value));
        out.push_back(std::move(pair));
    }
    return out;
}

void expect(bool sound) {
    if (!sound) throw Damaged(STRAND_TEXT("engine", "a stored description is not readable"));
}

template <std::integral Integer>
void get(const Json& json, Integer& value) {
    expect(json.is_number_integer());
    const auto wide = json.get<std::int64_t>();
    expect(wide >= std::numeric_limits<Integer>::min() && wide <= std::numeric_limits<Integer>::max());
    value = static_cast<Integer>(wide);
}

void get(const Json& json, std::string& text) {
    if (json.is_string()) {
        text = json.get<std::string>();
        return;
    }
    expect(json.is_array());
    text.clear();
    for (const Json& byte : json) {
        int number = -1;
        get(byte, number);
        expect(number >= 0 && number <= 255);
        text += static_cast<char>(number);
    }
}

void get(const Json& json, double& value) {
    if (json.is_string()) {
        const bool negative = json.get<std::string>() == "-inf";
        value = negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    } else {
        value = json.is_null() ? kNotAvailable : json.get<double>();
    }
}

template <typename Enum>
requires std::is_enum_v<Enum>
void get(const Json& json, Enum& value) {
    int number = 0;
    get(json, number);
    expect(number >= 0 && number <= static_cast<int>(last(Enum{})));
    value = static_cast<Enum>(number);
}

template <typename T>
void get(const Json& json, std::vector<T>& values);
template <typename Key, typename Value, typename Less>
void get(const Json& json, std::map<Key, Value, Less>& values);

template <typename Struct>
requires requires(Struct& value) {
    fields(value, [](const char*, auto&) {});
}
void get(const Json& json, Struct& value) {
    expect(json.is_object());
    fields(value, [&](const char* name, auto& field) {
        if (const auto found = json.find(name); found != json.end()) get(*found, field);
    });
}

template <typename T>
void get(const Json& json, std::vector<T>& values) {
    expect(json.is_array());
    values.clear();
    values.reserve(json.size());
    for (const Json& item : json)
        get(item, values.emplace_back());
}

template <typename Key, typename Value, typename Less>
void get(const Json& json, std::map<Key, Value, Less>& values) {
    expect(json.is_array());
    values.clear();
    for (const Json& pair : json) {
        Key key{};
        get(pair.at(0), key);
        get(pair.at(1), values[std::move(key)]);
    }
}

/// Bounds what a crafted text can make the parser allocate.
bool isModest(const std::string& text) {
    constexpr std::size_t mostBytes = std::size_t{64} << 20;
    constexpr int mostLevels = 64;
    int level = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size() && level <= mostLevels; ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (quoted && text[i] == '\\') ++i;
        if (!quoted && (text[i] == '[' || text[i] == '{')) ++level;
        if (!quoted && (text[i] == ']' || text[i] == '}')) --level;
    }
    return text.size() <= mostBytes && level <= mostLevels;
}

template <typename T>
void parse(const std::string& text, T& value) {
    expect(isModest(text));
    try {
        get(Json::parse(text), value);
    } catch (const Json::exception&) {
        expect(false);
    }
}

}  // namespace

std::string toJson(const std::vector<std::string>& texts) { return put(texts).dump(); }
std::string toJson(const TextValues& values) { return put(values).dump(); }
std::string toJson(const ImportReport& report) { return put(report).dump(); }
std::string toJson(const DatasetStatistics& statistics) { return put(statistics).dump(); }
std::string toJson(const ClassificationMetrics& metrics) { return put(metrics).dump(); }
std::string toJson(const Error& error) { return put(error).dump(); }
std::string tokensToJson(const AttentionMap& map) { return put(map).dump(); }

void fromJson(const std::string& text, std::vector<std::string>& texts) { parse(text, texts); }
void fromJson(const std::string& text, TextValues& values) { parse(text, values); }
void fromJson(const std::string& text, ImportReport& report) { parse(text, report); }
void fromJson(const std::string& text, DatasetStatistics& statistics) { parse(text, statistics); }
void fromJson(const std::string& text, ClassificationMetrics& metrics) { parse(text, metrics); }
void fromJson(const std::string& text, Error& error) { parse(text, error); }
void tokensFromJson(const std::string& text, AttentionMap& map) { parse(text, map); }

}  // namespace strand::detail
