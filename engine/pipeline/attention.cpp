#include "pipeline/attention.hpp"

#include <algorithm>
#include <cstring>

namespace strand {
namespace {

Result<Encoding> encodeOne(const RunTokens& tokens, const std::string& id, const std::string& residues) {
    auto encoding = tokens.tokenizer->encode(residues, tokens.cls);
    if (encoding.ids.empty()) {
        auto error = Error(ErrorCode::BadInput, STRAND_TEXT("engine", "the sequence is empty"),
                           STRAND_TEXT("engine", "expected one residue or more"));
        return fail(std::move(error).at("", 0, 0, id));
    }
    const auto limit = static_cast<std::size_t>(std::max<std::int64_t>(tokens.maxLength, 1));
    if (encoding.ids.size() > limit) {
        encoding.ids.resize(limit);
        encoding.offsets.resize(limit);
    }
    return encoding;
}

ModelInput inputOf(const Encoding& encoding, torch::Device device) {
    Batch batch;
    batch.size = 1;
    batch.length = static_cast<std::int64_t>(encoding.ids.size());
    batch.rows = {0};
    batch.ids.assign(encoding.ids.begin(), encoding.ids.end());
    batch.lengths = {batch.length};
    batch.labels = {0};
    return toInput(batch, device);
}

/// Copies one layer, [1, heads, queries, L].
void copyLayer(const torch::Tensor& layer, std::int64_t index, AttentionMap& map) {
    const auto values = layer.detach().to(torch::kCPU, torch::kFloat).contiguous();
    const auto numbers = map.heads * map.queries() * map.length;
    if (values.numel() != numbers) throw std::logic_error(fmt::format("attention of layer {} has a wrong shape", index));
    std::memcpy(map.values.data() + index * numbers, values.const_data_ptr<float>(), static_cast<std::size_t>(numbers) * sizeof(float));
}

}  // namespace

Result<void> checkAttention(const ModelEntry& entry, const Model& model) {
    if (entry.attention != "none" && model.attentionLayers() > 0) return {};
    return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "the model %1 has no attention to show"), entry.name},
                STRAND_TEXT("engine", "expected a run of a model with attention, e.g. TransformerEncoder"));
}

Result<std::int64_t> attentionLength(const RunTokens& tokens, const std::string& id, const std::string& residues) {
    STRAND_ASSIGN(const auto encoding, encodeOne(tokens, id, residues));
    return static_cast<std::int64_t>(encoding.ids.size());
}

Result<AttentionMap> attentionOf(Model& model, torch::Device device, const ModelEntry& entry, const RunTokens& tokens,
                                 const std::string& id, const std::string& residues) {
    STRAND_TRY(checkAttention(entry, model));
    STRAND_ASSIGN(const auto encoding, encodeOne(tokens, id, residues));
    AttentionMap map;
    map.kind = entry.attention;
    map.record = id;
    map.layers = model.attentionLayers();
    map.heads = model.attentionHeads();
    map.length = static_cast<std::int64_t>(encoding.ids.size());
    std::set<std::string> wanted;
    for (std::int64_t layer = 0; layer < map.layers; ++layer)
        wanted.insert(Taps::attention(layer));
    Taps taps(wanted);
    const auto output = model.forward(inputOf(encoding, device), &taps);

    map.values.resize(static_cast<std::size_t>(map.layers * map.heads * map.queries() * map.length));
    for (std::int64_t layer = 0; layer < map.layers; ++layer) {
        const auto taken = taps.taken().find(Taps::attention(layer));
        if (taken == taps.taken().end())
            throw std::logic_error(fmt::format("{} did not give the attention of layer {}", entry.name, layer));
        copyLayer(taken->second, layer, map);
    }
    for (std::size_t i = 0; i < encoding.ids.size(); ++i) {
        map.tokens.push_back(tokens.tokenizer->vocabulary()[static_cast<std::size_t>(encoding.ids[i])]);
        map.begin.push_back(encoding.offsets[i][0]);
        map.end.push_back(encoding.offsets[i][1]);
    }
    const auto probabilities = torch::softmax(output.logits.to(torch::kCPU, torch::kDouble), 1).contiguous();
    map.probabilities.assign(probabilities.const_data_ptr<double>(), probabilities.const_data_ptr<double>() + probabilities.numel());
    map.predicted = static_cast<std::int32_t>(std::ranges::max_element(map.probabilities) - map.probabilities.begin());
    return map;
}

}  // namespace strand
