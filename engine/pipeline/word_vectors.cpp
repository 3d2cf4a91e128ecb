#include "pipeline/word_vectors.hpp"

#include "layers/token_rows.hpp"
#include "pipeline/trained_model.hpp"
#include "tokens/word_vectors.hpp"

namespace strand {
namespace {

constexpr double kLearnedScale = 0.1;  ///< of the vectors of learnt tokens

std::vector<TokenEmbedding*> embeddingsOf(Model& model) {
    std::vector<TokenEmbedding*> found;
    for (Module* module : model.modules())
        if (auto* embedding = dynamic_cast<TokenEmbedding*>(module)) found.push_back(embedding);
    return found;
}

Result<void> checkSettings(const PreparedRun& run, Model& model) {
    const std::string specification = run.tokens.tokenizer->specification();
    if (!specification.starts_with("word"))
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "embeddings are vectors of words; the tokenizer is %1"), specification},
                    STRAND_TEXT("engine", "expected a text and tokenizer = word"), STRAND_TEXT("engine", "leave embeddings empty"));
    if (embeddingsOf(model).empty())
        return fail(ErrorCode::Usage,
                    {STRAND_TEXT("engine", "with these settings, %1 has no token vectors to begin with"), run.entry->name}, {},
                    STRAND_TEXT("engine", "leave embeddings empty"));
    return {};
}

Result<void> refuseSize(const std::string& path, std::int64_t found, std::int64_t wanted) {
    return fail(Error(ErrorCode::Usage,
                      {STRAND_TEXT("engine", "the file has vectors of %1 numbers, the model's tokens have %2"), found, wanted},
                      STRAND_TEXT("engine", "expected vectors of the same size"),
                      {STRAND_TEXT("engine", "set embedding_dim or d_model so that the model's tokens have %1 numbers"), found})
                    .at(path));
}

}  // namespace

bool usesWordVectors(const Hyperparameters& values) { return values.has("embeddings") && !values.text("embeddings").empty(); }

Result<void> checkWordVectors(const PreparedRun& run, Model& model) {
    if (!usesWordVectors(run.values)) return {};
    STRAND_TRY(checkSettings(run, model));
    const std::string& path = run.values.text("embeddings");
    STRAND_ASSIGN(const std::int64_t size, wordVectorSize(path));
    for (const TokenEmbedding* embedding : embeddingsOf(model))
        if (embedding->weight.size(1) != size) return refuseSize(path, size, embedding->weight.size(1));
    return {};
}

Result<void> loadWordVectors(PreparedRun& run, Model& model, const ProgressFn& progress, const std::stop_token& stop) {
    if (!usesWordVectors(run.values)) return {};
    STRAND_TRY(checkWordVectors(run, model));
    const std::string& path = run.values.text("embeddings");
    const auto embeddings = embeddingsOf(model);
    const std::int64_t dim = embeddings.front()->weight.size(1);
    STRAND_ASSIGN(auto vectors, readWordVectors(path, *run.tokens.tokenizer, dim, run.values.boolean("lower_case"), progress, stop));
    const auto found = static_cast<std::int64_t>(vectors.ids.size());
    if (found > 0) {
        const auto ids = torch::tensor(vectors.ids, torch::kLong);
        const auto values = torch::from_blob(vectors.values.data(), {found, dim});
        for (const auto& embedding : embeddings)
            embedding->setRows(ids, values);
    }
    run.embedded = found;
    Warning covered;
    covered.message = Message(STRAND_TEXT("engine", "%1 of the %2 words of the vocabulary have a vector in the file of embeddings"), found,
                              static_cast<std::int64_t>(learnedWords(*run.tokens.tokenizer).size()));
    covered.file = path;
    run.warnings.push_back(std::move(covered));
    return {};
}

std::shared_ptr<Model> newModel(const PreparedRun& run, std::uint64_t seed, torch::Device device) {
    auto model = buildModel(*run.entry, run.tokens.context, run.values, seed, device);
    const torch::NoGradGuard noGrad;
    const bool frozen = usesWordVectors(run.values) && run.values.boolean("embeddings_frozen");
    for (TokenEmbedding* embedding : embeddingsOf(*model)) {
        if (run.tokens.tokenizer->isLearned()) embedding->weight.mul_(kLearnedScale);
        if (frozen) embedding->weight.set_requires_grad(false);
    }
    return model;
}

}  // namespace strand
