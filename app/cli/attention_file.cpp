// The formats of AttentionWriter.
#include "cli/attention_writer.hpp"
#include "cli/npy.hpp"
#include "cli/output_file.hpp"
#include "cli/picture.hpp"

#include <algorithm>

namespace strand::cli {

namespace {

/// [records, layers, heads, queries, L], every record padded with 0 to the longest; queries = 1 for a vector, else L.
class NpyFile : public AttentionFile {
public:
    explicit NpyFile(std::string path) : m_path(std::move(path)) {}

    Result<void> begin(const AttentionMap& first, const AttentionAxes& axes) override {
        STRAND_ASSIGN(m_file, OutputFile::create(m_path));
        const auto longest = std::ranges::max(axes.lengths);
        m_queries = first.kind == "vector" ? 1 : longest;
        const std::int64_t shape[] = {static_cast<std::int64_t>(axes.lengths.size()), first.layers, first.heads, m_queries, longest};
        m_file->write(npyHeader(shape));
        m_zeros.assign(static_cast<std::size_t>(longest), 0.0F);
        m_side = {{"ids", Json::array()},  {"lengths", Json::array()}, {"tokens", Json::array()},     {"offsets", Json::array()},
                  {"layers", axes.layers}, {"heads", axes.heads},      {"aggregate", axes.aggregate}, {"kind", first.kind}};
        return {};
    }

    Result<void> add(const AttentionMap& map, const AttentionAxes&) override {
        const auto longest = static_cast<std::int64_t>(m_zeros.size());
        for (std::int64_t layer = 0; layer < map.layers; ++layer)
            for (std::int64_t head = 0; head < map.heads; ++head) {
                for (std::int64_t row = 0; row < map.queries(); ++row) {
                    write(map.head(layer, head) + row * map.length, map.length);
                    write(m_zeros.data(), longest - map.length);
                }
                for (std::int64_t row = map.queries(); row < m_queries; ++row)
                    write(m_zeros.data(), longest);
            }
        m_side["ids"].push_back(map.record);
        m_side["lengths"].push_back(map.length);
        m_side["tokens"].push_back(map.tokens);
        Json offsets = Json::array();
        for (std::size_t i = 0; i < map.begin.size(); ++i)
            offsets.push_back({map.begin[i], map.end[i]});
        m_side["offsets"].push_back(std::move(offsets));
        return m_file->state();
    }

    Result<void> finish(const AttentionAxes&) override {
        const auto side = m_path.substr(0, m_path.size() - 4) + ".json";
        STRAND_TRY(writeFile(side, m_side.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"));
        return m_file->commit();
    }

private:
    void write(const float* values, std::int64_t count) {
        m_file->write(std::string_view(reinterpret_cast<const char*>(values), static_cast<std::size_t>(count) * sizeof(float)));
    }

    std::string m_path;
    std::optional<OutputFile> m_file;
    std::int64_t m_queries = 0;
    std::vector<float> m_zeros;  ///< [longest]
    Json m_side;
};

std::string csvCell(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string axisText(const Json& axis, std::int64_t index) {
    const auto& entry = axis[static_cast<std::size_t>(index)];
    return entry.is_string() ? entry.get<std::string>() : std::to_string(entry.get<std::int64_t>());
}

/// The columns of the query are empty for a vector, where nobody in particular asks.
std::string csvLine(const AttentionAxes& axes, const AttentionMap& map, std::int64_t layer, std::int64_t head, std::int64_t query,
                    std::int64_t key) {
    const bool asks = map.kind != "vector";
    return fmt::format("{},{},{},{},{},{},{},{}\n", csvCell(map.record), axisText(axes.layers, layer), axisText(axes.heads, head),
                       asks ? std::to_string(query) : "", key, asks ? csvCell(map.tokens[static_cast<std::size_t>(query)]) : "",
                       csvCell(map.tokens[static_cast<std::size_t>(key)]), map.head(layer, head)[query * map.length + key]);
}

class CsvFile : public AttentionFile {
public:
    explicit CsvFile(std::string path) : m_path(std::move(path)) {}

    Result<void> begin(const AttentionMap&, const AttentionAxes&) override {
        STRAND_ASSIGN(m_file, OutputFile::create(m_path));
        m_file->write("id,layer,head,query,key,query_token,key_token,weight\n");
        return {};
    }
    Result<void> add(const AttentionMap& map, const AttentionAxes& axes) override {
        for (std::int64_t layer = 0; layer < map.layers; ++layer)
            for (std::int64_t head = 0; head < map.heads; ++head)
                for (std::int64_t query = 0; query < map.queries(); ++query)
                    for (std::int64_t key = 0; key < map.length; ++key)
                        m_file->write(csvLine(axes, map, layer, head, query, key));
        return m_file->state();
    }
    Result<void> finish(const AttentionAxes&) override { return m_file->commit(); }

private:
    std::string m_path;
    std::optional<OutputFile> m_file;
};

/// Layers and heads as people count them.
AttentionLabels labelsOf(const AttentionAxes& axes, const AttentionMap& map) {
    const auto named = [](const Json& axis, std::int64_t i) {
        const auto& entry = axis[static_cast<std::size_t>(i)];
        return entry.is_string() ? axisText(axis, i) : std::to_string(entry.get<std::int64_t>() + 1);
    };
    AttentionLabels labels;
    for (std::int64_t layer = 0; layer < map.layers; ++layer)
        labels.layers.push_back(named(axes.layers, layer));
    for (std::int64_t head = 0; head < map.heads; ++head)
        labels.heads.push_back(named(axes.heads, head));
    return labels;
}

class PictureFile : public AttentionFile {
public:
    PictureFile(std::string path, bool vector) : m_path(std::move(path)), m_vector(vector) {}

    Result<void> begin(const AttentionMap&, const AttentionAxes& axes) override {
        if (axes.lengths.size() == 1) return {};
        return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "a picture of %1 sequences was asked for"), axes.lengths.size()},
                    STRAND_TEXT("cli", "expected one sequence"), STRAND_TEXT("cli", "choose one with --record, or write .npy or .csv"));
    }
    Result<void> add(const AttentionMap& map, const AttentionAxes& axes) override {
        m_picture = m_vector ? attentionSvg(map, labelsOf(axes, map)) : attentionPng(map);
        return {};
    }
    Result<void> finish(const AttentionAxes&) override { return writeFile(m_path, m_picture); }

private:
    std::string m_path;
    bool m_vector;
    std::string m_picture;
};

}  // namespace

std::unique_ptr<AttentionFile> attentionFile(const std::string& path) {
    const auto ends = [&](const char* extension) { return path.size() > 4 && path.ends_with(extension); };
    if (ends(".npy")) return std::make_unique<NpyFile>(path);
    if (ends(".csv")) return std::make_unique<CsvFile>(path);
    if (ends(".png")) return std::make_unique<PictureFile>(path, false);
    if (ends(".svg")) return std::make_unique<PictureFile>(path, true);
    return nullptr;
}

}  // namespace strand::cli
