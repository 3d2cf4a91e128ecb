#include "pipeline/trained_model.hpp"

#include "core/random.hpp"
#include "pipeline/device.hpp"
#include "training/tensor_memory.hpp"

#include <c10/core/impl/LocalDispatchKeySet.h>

#include <algorithm>
#include <charconv>

namespace strand {
namespace {

Result<std::string> textOf(const TensorArchive& archive, const std::string& key) {
    const auto found = archive.texts.find(key);
    if (found == archive.texts.end())
        return fail(ErrorCode::Project, {STRAND_TEXT("engine", "the checkpoint lacks its entry \"%1\""), key},
                    STRAND_TEXT("engine", "expected a checkpoint written by Strandlab"));
    return found->second;
}

Result<std::int64_t> numberOf(const TensorArchive& archive, const std::string& key) {
    STRAND_ASSIGN(const std::string text, textOf(archive, key));
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        return fail(ErrorCode::Project, {STRAND_TEXT("engine", "the checkpoint's entry \"%1\" reads \"%2\""), key, text},
                    STRAND_TEXT("engine", "expected a whole number"));
    return value;
}

Result<void> readTokens(const TensorArchive& archive, const RunStore& runs, TrainedModel& trained) {
    STRAND_ASSIGN(const std::string kind, textOf(archive, "kind"));
    STRAND_ASSIGN(const std::string specification, textOf(archive, "tokenizer"));
    trained.kind = parseKind(kind).value_or(SequenceKind::Dna);
    auto& tokens = trained.tokens;
    STRAND_ASSIGN(tokens.tokenizer, storedTokenizer(runs, trained.run, specification, trained.kind));
    STRAND_ASSIGN(tokens.context.vocabularySize, numberOf(archive, "vocabulary_size"));
    STRAND_ASSIGN(tokens.context.classes, numberOf(archive, "classes"));
    STRAND_ASSIGN(tokens.context.maxLength, numberOf(archive, "context_length"));
    STRAND_ASSIGN(tokens.maxLength, numberOf(archive, "max_len"));
    STRAND_ASSIGN(const std::int64_t cls, numberOf(archive, "cls"));
    tokens.cls = cls != 0;
    tokens.context.aligned = wasAligned(archive);
    return {};
}

}  // namespace

std::shared_ptr<Model> modelShapes(const ModelEntry& entry, const ModelContext& context, const Hyperparameters& values) {
    // Whatever is made in the life of the guard is made on the device "meta", where no operator computes anything.
    c10::impl::LocalDispatchKeySet keys = c10::impl::tls_local_dispatch_key_set();
    keys.included_ = keys.included_ | c10::DispatchKeySet(c10::DispatchKey::Meta);
    keys.excluded_ = keys.excluded_ | c10::DispatchKeySet(c10::DispatchKey::BackendSelect);  // or new tensors go where their options say
    const c10::impl::ForceDispatchKeyGuard onMeta(keys);
    return entry.make(context, values);
}

std::shared_ptr<Model> buildModel(const ModelEntry& entry, const ModelContext& context, const Hyperparameters& values, std::uint64_t seed,
                                  torch::Device device) {
    requireMemory(countBytes(*modelShapes(entry, context, values)));
    torch::manual_seed(deriveSeed(seed, "init"));
    auto model = entry.make(context, values);
    model->to(device);
    return model;
}

bool wasAligned(const TensorArchive& archive) {
    const auto entry = archive.texts.find("aligned");
    return entry != archive.texts.end() && entry->second == "1";
}

std::int64_t countParameters(const Model& model) {
    std::int64_t count = 0;
    for (const auto& parameter : model.parameters())
        if (parameter.requires_grad()) count += parameter.numel();
    return count;
}

std::size_t countBytes(const Model& model) {
    std::size_t bytes = 0;
    for (const auto& tensors : {model.namedParameters(), model.namedBuffers()})
        for (const auto& item : tensors)
            bytes += item.value().nbytes();
    return bytes;
}

void describeTokens(const RunTokens& tokens, SequenceKind kind, TensorArchive& archive) {
    archive.texts["kind"] = kindName(kind);
    archive.texts["tokenizer"] = tokens.tokenizer->specification();
    archive.texts["vocabulary_size"] = std::to_string(tokens.context.vocabularySize);
    archive.texts["classes"] = std::to_string(tokens.context.classes);
    archive.texts["context_length"] = std::to_string(tokens.context.maxLength);
    archive.texts["aligned"] = tokens.context.aligned ? "1" : "0";
    archive.texts["max_len"] = std::to_string(tokens.maxLength);
    archive.texts["cls"] = tokens.cls ? "1" : "0";
}

Result<TrainedModel> loadTrained(ProjectFile& project, std::int64_t run, const DeviceOptions& device) {
    TrainedModel trained;
    const RunStore runs(project);
    STRAND_ASSIGN(trained.run, runs.get(run));
    STRAND_ASSIGN(trained.entry, findModel(trained.run.model));
    STRAND_ASSIGN(trained.values, resolveHyperparameters(*trained.entry, "", trained.run.hyperparameters));
    STRAND_ASSIGN(trained.device, selectDevice(device.device));
    setThreads(device.threads);
    STRAND_ASSIGN(auto checkpoint, runs.checkpoint(run, CheckpointKind::Best));
    if (!checkpoint) {
        STRAND_ASSIGN(checkpoint, runs.checkpoint(run, CheckpointKind::Latest));
    }
    if (!checkpoint)
        return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "run \"%1\" has no trained weights yet"), trained.run.name},
                    STRAND_TEXT("engine", "expected a run with a checkpoint"), STRAND_TEXT("engine", "train it first"));
    trained.epoch = checkpoint->epoch;
    trained.step = checkpoint->step;
    STRAND_ASSIGN(const TensorArchive archive, TensorArchive::fromBytes(checkpoint->bytes));
    STRAND_TRY(readTokens(archive, runs, trained));
    const TensorMemoryScope memory;
    trained.model = buildModel(*trained.entry, trained.tokens.context, trained.values, trained.run.seed, torch::kCPU);
    STRAND_TRY(loadModule(*trained.model, archive, "model."));
    if (const std::int64_t longest = trained.model->longestInput(); longest > 0)
        trained.tokens.maxLength = std::min(trained.tokens.maxLength, longest);
    trained.model->to(trained.device);
    trained.model->eval();
    return trained;
}

Result<EvaluationResult> runOver(const TrainedModel& trained, const EncodedSequences& data, std::span<const std::int64_t> rows,
                                 const ProgressFn& progress, const std::stop_token& stop) {
    const auto total = static_cast<std::int64_t>(rows.size());
    auto result = evaluate(*trained.model, trained.device, data, rows, trained.tokens.context.classes, trained.values.integer("batch_size"),
                           [&](std::int64_t done) {
                               if (progress) progress({STRAND_TEXT("engine", "Predicting"), done, total, "sequences"});
                               return !stop.stop_requested();
                           });
    if (stop.stop_requested()) return fail(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped before the end; nothing was written"));
    return result;
}

std::int32_t argmax(std::span<const float> probabilities) {
    return static_cast<std::int32_t>(std::ranges::max_element(probabilities) - probabilities.begin());
}

}  // namespace strand
