// Models with the weights that the scripts of tests/fixtures store.
#pragma once

#include "models/checkpoint.hpp"
#include "tests/models/stored_tensor.hpp"
#include "tests/models/toy.hpp"

namespace strand {

/// The model that a reference describes: "hyperparameters" "vocabulary" "classes" "weights", perhaps "buffers". Every parameter must be among
/// the weights; buffers that are not stored stay as they begin.
inline std::shared_ptr<Model> storedModel(const ModelEntry& entry, const nlohmann::json& reference, std::int64_t maxLength) {
    TextValues given;
    for (const auto& [name, value] : reference["hyperparameters"].items())
        given[name] = value.get<std::string>();
    const auto values = resolveHyperparameters(entry, "", given);
    EXPECT_TRUE(values.has_value()) << (values ? "" : values.error().english());
    auto model = entry.make({.vocabularySize = reference["vocabulary"], .classes = reference["classes"], .maxLength = maxLength}, *values);
    TensorArchive archive;
    storeModule(*model, archive, "model.");
    for (const char* kind : {"weights", "buffers"}) {
        if (!reference.contains(kind)) continue;
        for (const auto& [name, item] : reference[kind].items()) {
            torch::Tensor& stored = archive.tensors["model." + name];
            stored = stored.defined() ? tensorOf(item).to(stored.scalar_type()) : tensorOf(item);  // undefined: loadModule names it
        }
    }
    for (const auto& item : model->namedParameters())
        EXPECT_TRUE(reference["weights"].contains(item.key())) << item.key() << " is not stored";
    const auto loaded = loadModule(*model, archive, "model.");
    EXPECT_TRUE(loaded.has_value()) << (loaded ? "" : loaded.error().english());
    return model;
}

}  // namespace strand
