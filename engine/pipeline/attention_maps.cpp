#include "pipeline/attention.hpp"
#include "pipeline/jobs.hpp"

#include <algorithm>

namespace strand {
namespace {

/// The requests with the ids and residues of those that name a sequence of the dataset.
Result<std::vector<AttentionRequest>> filled(const ProjectFile& project, const RunRecord& run, std::vector<AttentionRequest> requests) {
    const auto isStored = [](const AttentionRequest& request) { return request.ordinal >= 0; };
    if (std::ranges::none_of(requests, isStored)) return requests;
    STRAND_ASSIGN(const Dataset data, DatasetStore(project).load(run.datasetId));
    for (auto& request : requests) {
        if (!isStored(request)) continue;
        if (request.ordinal >= static_cast<std::int64_t>(data.sequences.size()))
            return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no sequence number %1"), request.ordinal + 1});
        const Sequence& sequence = data.sequences[static_cast<std::size_t>(request.ordinal)];
        request.id = sequence.id;
        request.residues = sequence.residues;
    }
    return requests;
}

}  // namespace

Result<void> attentionMaps(ProjectFile& project, std::int64_t run, const std::vector<AttentionRequest>& requests,
                           const DeviceOptions& device, AttentionSink& sink, const ProgressFn& progress, const std::stop_token& stop) {
    STRAND_ASSIGN(const auto trained, loadTrained(project, run, device));
    STRAND_TRY(checkAttention(*trained.entry, *trained.model));
    const torch::NoGradGuard noGrad;
    STRAND_ASSIGN(const auto sequences, filled(project, trained.run, requests));
    std::vector<std::int64_t> lengths;
    for (const auto& [ordinal, id, residues] : sequences) {
        STRAND_ASSIGN(const std::int64_t length, attentionLength(trained.tokens, id, residues));
        lengths.push_back(length);
    }
    STRAND_TRY(sink.begin(lengths));
    std::int64_t done = 0;
    for (const auto& [ordinal, id, residues] : sequences) {
        if (stop.stop_requested())
            return fail(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped before the end; nothing was written"));
        STRAND_ASSIGN(auto map, attentionOf(*trained.model, trained.device, *trained.entry, trained.tokens, id, residues));
        map.ordinal = ordinal;
        map.epoch = trained.epoch;
        map.step = trained.step;
        STRAND_TRY(sink.take(std::move(map)));
        if (progress) progress({STRAND_TEXT("engine", "Attention"), ++done, static_cast<std::int64_t>(requests.size()), "sequences"});
    }
    return {};
}

}  // namespace strand
