#include "pipeline/attention.hpp"
#include "pipeline/jobs.hpp"

#include <algorithm>

namespace strand {

Result<std::vector<AttentionMap>> attentionMaps(ProjectFile& project, std::int64_t run, const std::vector<AttentionRequest>& requests,
                                                const DeviceOptions& device, const ProgressFn& progress, const std::stop_token& stop) {
    STRAND_ASSIGN(const auto trained, loadTrained(project, run, device));
    STRAND_TRY(checkAttention(*trained.entry, *trained.model));
    const torch::NoGradGuard noGrad;
    Dataset data;
    if (std::ranges::any_of(requests, [](const auto& request) { return request.ordinal >= 0; })) {
        STRAND_ASSIGN(data, DatasetStore(project).load(trained.run.datasetId));
    }
    std::vector<AttentionMap> maps;
    for (const auto& request : requests) {
        if (stop.stop_requested())
            return fail(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped before the end; nothing was written"));
        auto id = request.id;
        auto residues = request.residues;
        if (request.ordinal >= 0) {
            if (request.ordinal >= static_cast<std::int64_t>(data.sequences.size()))
                return fail(ErrorCode::Usage, {STRAND_TEXT("engine", "there is no sequence number %1"), request.ordinal + 1});
            id = data.sequences[static_cast<std::size_t>(request.ordinal)].id;
            residues = data.sequences[static_cast<std::size_t>(request.ordinal)].residues;
        }
        STRAND_ASSIGN(auto map, attentionOf(*trained.model, trained.device, *trained.entry, trained.tokens, id, residues));
        map.ordinal = request.ordinal;
        map.epoch = trained.epoch;
        map.step = trained.step;
        maps.push_back(std::move(map));
        if (progress)
            progress({STRAND_TEXT("engine", "Attention"), static_cast<std::int64_t>(maps.size()),
                      static_cast<std::int64_t>(requests.size()), "sequences"});
    }
    return maps;
}

}  // namespace strand
