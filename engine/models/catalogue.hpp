// The catalogue: one entry a model in an explicit table. Free of torch, so every layer above can show it.
#pragma once

#include "core/hyperparameter.hpp"
#include "data/sequence.hpp"
#include "models/architecture.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace strand {

class Model;

/// What a model must know of its data.
struct ModelContext {
    std::int64_t vocabularySize = 0;  ///< ids are below this
    std::int64_t classes = 2;         ///< C >= 2
    std::int64_t maxLength = 0;       ///< longest row in tokens, [CLS] included
    bool aligned = false;             ///< nearly all sequences have one length: windows around a site, where a place has a meaning
};

struct Preset {
    const char* name;   ///< "quick" "balanced" "thorough"
    TextValues values;  ///< over the defaults; all common and own names allowed
};

struct ModelEntry {
    std::string name;       ///< "TextCNN"
    Message title;          ///< "Convolutional network for text"
    std::string family;     ///< "traditional" "transformer" "graph"
    std::string attention;  ///< "exact" "sparse" "implied" "vector" "edges" "none"
    bool pretrained = false;
    Message description;                  ///< two or three plain sentences: what it does, when to pick it
    std::string paper;                    ///< "Kim 2014, arXiv:1408.5882"
    std::vector<Stage> architecture;      ///< its picture; see architecture()
    bool usesCls = false;                 ///< a [CLS] token goes first
    HyperparameterTable hyperparameters;  ///< common ones (with this model's defaults) first, then its own
    std::vector<Preset> presets;
    /// Relations between hyperparameters, e.g. n_heads dividing d_model; names both numbers.
    Result<void> (*check)(const Hyperparameters&) = nullptr;
    /// Seeds nothing: initial values come from torch's generator, which the caller has seeded.
    std::shared_ptr<Model> (*make)(const ModelContext&, const Hyperparameters&) = nullptr;
};

[[nodiscard]] std::span<const ModelEntry> catalogue();
/// ErrorCode::Usage names the nearest entry.
[[nodiscard]] Result<const ModelEntry*> findModel(const std::string& name);
/// Defaults, then the preset (empty = "balanced" values = the defaults), then `given`; table and entry.check are applied.
[[nodiscard]] Result<Hyperparameters> resolveHyperparameters(const ModelEntry& entry, const std::string& preset, const TextValues& given);
/// The tokenizer of a run: the hyperparameter "tokenizer", where "auto" and "kmer" mean words for text and letters or k-mers otherwise, and
/// "lower_case".
[[nodiscard]] std::string tokenizerFor(const Hyperparameters& values, SequenceKind kind);

}  // namespace strand
