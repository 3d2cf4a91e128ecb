#include "cli/attention_writer.hpp"

#include "analysis/attention.hpp"
#include "cli/speech.hpp"
#include "core/text.hpp"

#include <numeric>

namespace strand::cli {

namespace {

/// Indices from 0; a negative one counts from the end.
Result<std::vector<std::int64_t>> chosen(const std::string& text, std::int64_t count, const char* problem) {
    std::vector<std::int64_t> out;
    if (text == "all") {
        out.resize(static_cast<std::size_t>(count));
        std::iota(out.begin(), out.end(), 0);
        return out;
    }
    for (const auto piece : splitText(text, ',')) {
        const auto value = parseInteger(trimmed(piece));
        if (!value || *value >= count || *value < -count)
            return fail(ErrorCode::Usage, {problem, piece}, {STRAND_TEXT("cli", "expected \"all\" or a number from 0 to %1"), count - 1});
        out.push_back(*value < 0 ? *value + count : *value);
    }
    return out;
}

HeadAggregate aggregateOf(const std::string& name) {
    if (name == "mean") return HeadAggregate::Mean;
    if (name == "max") return HeadAggregate::Max;
    if (name == "rollout") return HeadAggregate::Rollout;
    return HeadAggregate::None;
}

}  // namespace

Result<AttentionWriter> AttentionWriter::create(const std::string& path, AttentionChoice choice) {
    auto file = attentionFile(path);
    if (file) return AttentionWriter(std::move(file), std::move(choice));
    return fail(ErrorCode::Usage, {STRAND_TEXT("cli", "\"%1\" does not say which format to write"), path},
                STRAND_TEXT("cli", "expected a name that ends in .npy, .csv, .png or .svg"));
}

Result<void> AttentionWriter::begin(std::span<const std::int64_t> lengths) {
    m_axes.lengths.assign(lengths.begin(), lengths.end());
    return {};
}

Result<void> AttentionWriter::choose(const AttentionMap& first) {
    STRAND_ASSIGN(m_axes.layer, chosen(m_choice.layer, first.layers, STRAND_TEXT("cli", "there is no layer %1")));
    STRAND_ASSIGN(m_axes.head, chosen(m_choice.head, first.heads, STRAND_TEXT("cli", "there is no head %1")));
    const auto how = aggregateOf(m_choice.aggregate);
    if (how == HeadAggregate::Rollout && first.kind == "vector")
        return fail(ErrorCode::Usage, STRAND_TEXT("cli", "this model gives one weight for each token, and rollout needs one for each pair"),
                    STRAND_TEXT("cli", "expected none, mean or max"));
    m_axes.aggregate = m_choice.aggregate;
    m_axes.layers = m_axes.layer;
    m_axes.heads = m_axes.head;
    if (how != HeadAggregate::None) m_axes.heads = Json::array({m_choice.aggregate});
    if (how == HeadAggregate::Rollout) m_axes.layers = Json::array({m_choice.aggregate});
    return {};
}

Result<void> AttentionWriter::take(AttentionMap map) {
    const bool first = m_summary.records++ == 0;
    if (first) STRAND_TRY(choose(map));
    const auto how = aggregateOf(m_choice.aggregate);
    map = select(map, m_axes.layer, m_axes.head);
    if (how != HeadAggregate::None) map = aggregate(map, how);
    m_summary.layers = map.layers;
    m_summary.heads = map.heads;
    m_summary.kind = map.kind;
    if (first) STRAND_TRY(m_file->begin(map, m_axes));
    return m_file->add(map, m_axes);
}

Result<void> AttentionWriter::finish() { return m_file->finish(m_axes); }

}  // namespace strand::cli
