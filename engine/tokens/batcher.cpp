#include "tokens/batcher.hpp"

#include "core/random.hpp"

#include <algorithm>

namespace strand {

namespace {

constexpr std::size_t kWindowBatches = 50;

bool haveOneLength(const EncodedSequences& data, std::span<const std::int64_t> rows) {
    return std::all_of(rows.begin(), rows.end(), [&](std::int64_t row) { return data.length(row) == data.length(rows.front()); });
}

void sortByLength(const EncodedSequences& data, std::span<std::int64_t> rows) {
    std::stable_sort(rows.begin(), rows.end(), [&](std::int64_t a, std::int64_t b) { return data.length(a) < data.length(b); });
}

std::vector<std::vector<std::int64_t>> cut(std::span<const std::int64_t> rows, std::size_t size) {
    std::vector<std::vector<std::int64_t>> batches;
    batches.reserve(rows.size() / size + 1);
    for (std::size_t begin = 0; begin < rows.size(); begin += size) {
        const auto batch = rows.subspan(begin, std::min(size, rows.size() - begin));
        batches.emplace_back(batch.begin(), batch.end());
    }
    return batches;
}

}  // namespace

std::span<const std::int32_t> EncodedSequences::row(std::int64_t i) const {
    return {ids.data() + start[static_cast<std::size_t>(i)], static_cast<std::size_t>(length(i))};
}

EncodeReport encodeDataset(const Dataset& dataset, const Tokenizer& tokenizer, std::int64_t maxLen, bool cls) {
    EncodeReport report;
    EncodedSequences& encoded = report.encoded;
    std::size_t most = 0;
    for (const Sequence& sequence : dataset.sequences) {
        const std::size_t length = sequence.residues.size() + (cls ? 1 : 0);
        most += maxLen > 0 ? std::min(length, static_cast<std::size_t>(maxLen)) : length;
    }
    encoded.ids.reserve(most);
    encoded.start.reserve(dataset.sequences.size() + 1);
    encoded.labels.reserve(dataset.sequences.size());
    encoded.start.push_back(0);
    for (const Sequence& sequence : dataset.sequences) {
        const std::size_t begin = encoded.ids.size();
        tokenizer.appendIds(sequence.residues, cls, encoded.ids);
        if (maxLen > 0 && encoded.ids.size() - begin > static_cast<std::size_t>(maxLen)) {
            encoded.ids.resize(begin + static_cast<std::size_t>(maxLen));
            ++report.truncated;
        }
        encoded.start.push_back(static_cast<std::int64_t>(encoded.ids.size()));
        encoded.labels.push_back(sequence.label);
    }
    return report;
}

std::vector<std::vector<std::int64_t>> planBatches(const EncodedSequences& data, std::span<const std::int64_t> rows, std::int64_t batchSize,
                                                   bool shuffle, std::uint64_t seed) {
    const auto size = static_cast<std::size_t>(std::max<std::int64_t>(1, batchSize));
    std::vector<std::int64_t> order(rows.begin(), rows.end());
    const bool oneLength = haveOneLength(data, rows);
    if (!shuffle) {
        if (!oneLength) sortByLength(data, order);
        return cut(order, size);
    }
    Random random(deriveSeed(seed, "batches"));
    random.shuffle(std::span<std::int64_t>(order));
    if (oneLength) return cut(order, size);
    const std::size_t window = size * kWindowBatches;
    for (std::size_t begin = 0; begin < order.size(); begin += window) {
        sortByLength(data, std::span<std::int64_t>(order).subspan(begin, std::min(window, order.size() - begin)));
    }
    auto batches = cut(order, size);
    random.shuffle(std::span<std::vector<std::int64_t>>(batches));
    return batches;
}

Batch makeBatch(const EncodedSequences& data, std::span<const std::int64_t> rows) {
    Batch batch;
    batch.size = static_cast<std::int64_t>(rows.size());
    batch.rows.assign(rows.begin(), rows.end());
    for (const std::int64_t row : rows) {
        batch.lengths.push_back(data.length(row));
        batch.labels.push_back(data.labels[static_cast<std::size_t>(row)]);
        batch.length = std::max(batch.length, batch.lengths.back());
    }
    batch.ids.assign(static_cast<std::size_t>(batch.size * batch.length), Tokenizer::kPad);
    for (std::size_t b = 0; b < rows.size(); ++b) {
        const auto ids = data.row(rows[b]);
        std::copy(ids.begin(), ids.end(), batch.ids.begin() + static_cast<std::ptrdiff_t>(b) * batch.length);
    }
    return batch;
}

}  // namespace strand
