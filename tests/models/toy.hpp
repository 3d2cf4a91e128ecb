// Small random data for models: classes that differ by a planted word.
#pragma once

#include "core/random.hpp"
#include "layers/torch.hpp"
#include "models/catalogue.hpp"
#include "models/model.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace strand {

inline constexpr std::int64_t kFirstToken = 3;  ///< after [PAD] [UNK] [CLS]

struct ToyBatch {
    ModelInput input;
    torch::Tensor labels;  ///< [B]
};

/// Rows of the given lengths as one batch; the mask is there only where they differ.
inline ModelInput inputOf(const std::vector<std::vector<std::int64_t>>& rows, std::int64_t extraPadding = 0) {
    std::size_t longest = 0;
    for (const auto& row : rows)
        longest = std::max(longest, row.size());
    const auto length = static_cast<std::int64_t>(longest) + extraPadding, batch = static_cast<std::int64_t>(rows.size());
    ModelInput input{.ids = torch::zeros({batch, length}, torch::kLong), .lengths = torch::zeros({batch}, torch::kLong), .mask = {}};
    for (std::int64_t b = 0; b < batch; ++b) {
        const auto& row = rows[static_cast<std::size_t>(b)];
        for (std::size_t i = 0; i < row.size(); ++i)
            input.ids[b][static_cast<std::int64_t>(i)] = row[i];
        input.lengths[b] = static_cast<std::int64_t>(row.size());
    }
    const torch::Tensor mask = torch::arange(length).unsqueeze(0) < input.lengths.unsqueeze(1);
    if (!mask.all().item<bool>()) input.mask = mask;
    return input;
}

/// Letters of an alphabet of `letters`; class c holds three times its own letter in a row, twice.
inline std::vector<std::vector<std::int64_t>> toyRows(const std::vector<std::int64_t>& lengths, std::int64_t letters, std::int64_t classes,
                                                      std::uint64_t seed) {
    Random random(seed);
    std::vector<std::vector<std::int64_t>> rows;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        std::vector<std::int64_t> row;
        for (std::int64_t p = 0; p < lengths[i]; ++p)
            row.push_back(kFirstToken + random.below(static_cast<std::uint32_t>(letters)));
        const auto label = static_cast<std::int64_t>(i) % classes;
        for (std::size_t p = 0; p + 3 <= row.size() && p < 12; ++p) {
            if (p % 6 < 3) row[p] = kFirstToken + label % letters;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

inline ToyBatch toyBatch(const std::vector<std::int64_t>& lengths, std::int64_t letters, std::int64_t classes, std::uint64_t seed = 1) {
    ToyBatch batch{.input = inputOf(toyRows(lengths, letters, classes, seed)),
                   .labels = torch::arange(static_cast<std::int64_t>(lengths.size())) % classes};
    return batch;
}

/// Values with small sizes, so that a test of every model stays fast.
inline Hyperparameters toyValues(const ModelEntry& entry, TextValues given = {}) {
    const std::pair<const char*, const char*> small[] = {{"d_model", "16"}, {"n_heads", "2"},       {"d_ff", "24"},    {"n_layers", "2"},
                                                         {"hidden", "12"},  {"maps", "8"},          {"max_len", "64"}, {"units", "24"},
                                                         {"features", "8"}, {"embedding_dim", "10"}};
    for (const auto& [name, value] : small) {
        const HyperparameterSpec* spec = findSpec(entry.hyperparameters, name);
        if (spec != nullptr) given.emplace(name, spec->type == HyperparameterType::IntegerList ? std::string(value) + ",6" : value);
    }
    auto values = resolveHyperparameters(entry, "", given);
    EXPECT_TRUE(values.has_value()) << (values ? "" : values.error().english());
    return std::move(values).value();
}

/// DNA and RNA count as aligned: what a model does with places is tried with them, what it does without with the other kinds.
inline std::shared_ptr<Model> toyModel(const ModelEntry& entry, std::int64_t letters, std::int64_t classes, TextValues given = {},
                                       std::uint64_t seed = 1) {
    torch::manual_seed(seed);
    return entry.make({.vocabularySize = kFirstToken + letters, .classes = classes, .maxLength = 64, .aligned = letters <= 4},
                      toyValues(entry, std::move(given)));
}

inline const ModelEntry& entryOf(const std::string& name) { return **findModel(name); }

inline double largestDifference(const torch::Tensor& a, const torch::Tensor& b) { return (a - b).abs().max().item<double>(); }

}  // namespace strand
