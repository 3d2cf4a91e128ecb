#include "ui/plots/attention_view_model.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace strand {

namespace {

constexpr float kHidden = std::numeric_limits<float>::quiet_NaN();

/// [rows, columns] of one head, of a mean, a maximum or the rollout, with nothing hidden.
using Cells = std::vector<float>;

const float* headCells(const AttentionMap& map, std::int64_t layer, std::int64_t head) {
    return map.values.data() + static_cast<std::size_t>((layer * map.heads + head) * queryRows(map) * map.length);
}

Cells aggregated(const AttentionMap& map, std::int64_t layer, bool mean) {
    const auto size = static_cast<std::size_t>(queryRows(map) * map.length);
    Cells out(headCells(map, layer, 0), headCells(map, layer, 0) + size);
    for (std::int64_t head = 1; head < map.heads; ++head) {
        const float* cells = headCells(map, layer, head);
        if (mean) {
            for (std::size_t i = 0; i < size; ++i)
                out[i] += cells[i];
        } else {
            for (std::size_t i = 0; i < size; ++i)
                out[i] = std::max(out[i], cells[i]);
        }
    }
    if (mean) {
        for (float& value : out)
            value /= static_cast<float>(map.heads);
    }
    return out;
}

/// a [n,n] times b [n,n]; zeros of `a` cost nothing, which sparse maps have plenty of.
Cells product(const Cells& a, const Cells& b, std::size_t n, const std::stop_token& stop) {
    Cells out(n * n, 0.0F);
    for (std::size_t i = 0; i < n && !stop.stop_requested(); ++i) {
        float* row = out.data() + i * n;
        for (std::size_t k = 0; k < n; ++k) {
            const float factor = a[i * n + k];
            if (factor == 0) continue;
            const float* other = b.data() + k * n;
            for (std::size_t j = 0; j < n; ++j)
                row[j] += factor * other[j];
        }
    }
    return out;
}

Cells rollout(const AttentionMap& map, const std::stop_token& stop) {
    const auto n = static_cast<std::size_t>(map.length);
    Cells out;
    for (std::int64_t layer = 0; layer < map.layers && !stop.stop_requested(); ++layer) {
        Cells step = aggregated(map, layer, true);
        for (std::size_t i = 0; i < n; ++i) {
            float* row = step.data() + i * n;
            for (std::size_t j = 0; j < n; ++j)
                row[j] *= 0.5F;
            row[i] += 0.5F;
            const float sum = std::accumulate(row, row + n, 0.0F);
            for (std::size_t j = 0; j < n; ++j)
                row[j] /= sum;
        }
        out = out.empty() ? std::move(step) : product(step, out, n, stop);
    }
    return out;
}

Cells chosenCells(const AttentionMap& map, const AttentionChoice& choice, const std::stop_token& stop) {
    const std::int64_t layer = std::clamp<std::int64_t>(choice.layer, 0, map.layers - 1);
    if (choice.view == HeadView::Rollout && queryRows(map) == map.length) return rollout(map, stop);
    if (choice.view != HeadView::Single) return aggregated(map, layer, choice.view != HeadView::Max);
    const float* cells = headCells(map, layer, std::clamp<std::int64_t>(choice.head, 0, map.heads - 1));
    return Cells(cells, cells + queryRows(map) * map.length);
}

void renormaliseRows(AttentionMatrix& matrix) {
    const auto columns = static_cast<std::size_t>(matrix.columns);
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        float* cells = matrix.values.data() + static_cast<std::size_t>(row) * columns;
        double sum = 0;
        for (std::size_t j = 0; j < columns; ++j)
            sum += std::isnan(cells[j]) ? 0 : static_cast<double>(cells[j]);
        if (sum <= 0) continue;
        for (std::size_t j = 0; j < columns; ++j)
            cells[j] = static_cast<float>(cells[j] / sum);
    }
}

}  // namespace

std::int64_t queryRows(const AttentionMap& map) {
    const auto heads = map.layers * map.heads;
    if (heads == 0 || map.length == 0) return 0;
    return static_cast<std::int64_t>(map.values.size()) < heads * map.length * map.length ? 1 : map.length;
}

AttentionMatrix makeMatrix(const AttentionMap& map, const AttentionChoice& choice, std::stop_token stop) {
    AttentionMatrix out;
    const std::int64_t rows = queryRows(map);
    if (rows == 0) return out;
    Cells cells = chosenCells(map, choice, stop);
    if (stop.stop_requested()) return out;
    const auto shown = [&](std::int64_t token) { return !choice.hideSpecial || !isSpecial(map, token); };
    for (std::int64_t token = 0; token < map.length; ++token) {
        if (shown(token)) out.keys.push_back(static_cast<std::int32_t>(token));
    }
    out.queries = rows == map.length ? out.keys : std::vector<std::int32_t>{0};
    out.rows = static_cast<std::int64_t>(out.queries.size());
    out.columns = static_cast<std::int64_t>(out.keys.size());
    if (out.columns == map.length) {
        out.values = std::move(cells);
    } else {
        out.values.reserve(static_cast<std::size_t>(out.rows * out.columns));
        for (const std::int32_t query : out.queries) {
            for (const std::int32_t key : out.keys)
                out.values.push_back(cells[static_cast<std::size_t>(query * map.length + key)]);
        }
    }
    if (choice.hideDiagonal && rows == map.length) {
        for (std::int64_t i = 0; i < out.rows; ++i)
            out.values[static_cast<std::size_t>(i * out.columns + i)] = kHidden;
    }
    if (choice.renormalise) renormaliseRows(out);
    return out;
}

bool isSpecial(const AttentionMap& map, std::int64_t token) {
    const auto i = static_cast<std::size_t>(token);
    return i >= map.begin.size() || map.end[i] <= map.begin[i];
}

std::int64_t tokenOfResidue(const AttentionMap& map, std::int64_t residue) {
    std::int64_t covering = -1;
    for (std::size_t i = 0; i < map.begin.size(); ++i) {
        if (map.end[i] <= map.begin[i]) continue;
        if (map.begin[i] == residue) return static_cast<std::int64_t>(i);
        if (covering < 0 && map.begin[i] < residue && residue < map.end[i]) covering = static_cast<std::int64_t>(i);
    }
    return covering;
}

QString tokenPlace(const AttentionMap& map, std::int64_t token) {
    if (isSpecial(map, token)) return {};
    const auto i = static_cast<std::size_t>(token);
    if (map.end[i] == map.begin[i] + 1) return QString::number(map.begin[i] + 1);
    return QStringLiteral("%1–%2").arg(map.begin[i] + 1).arg(map.end[i]);
}

QString tokenTitle(const AttentionMap& map, std::int64_t token) {
    const QString text = static_cast<std::size_t>(token) < map.tokens.size()
                             ? QString::fromStdString(map.tokens[static_cast<std::size_t>(token)])
                             : QString();
    return isSpecial(map, token) ? text : QStringLiteral("%1 '%2'").arg(tokenPlace(map, token), text);
}

std::vector<AttentionPair> topPairs(const AttentionMatrix& matrix, std::size_t count) {
    std::vector<AttentionPair> heap;
    if (count == 0) return heap;
    const auto before = [](const AttentionPair& a, const AttentionPair& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.query != b.query ? a.query < b.query : a.key < b.key;
    };
    float least = 0;
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        for (std::int64_t column = 0; column < matrix.columns; ++column) {
            const float weight = matrix.at(row, column);
            if (!(weight > least)) continue;
            heap.push_back({matrix.queries[static_cast<std::size_t>(row)], matrix.keys[static_cast<std::size_t>(column)], weight});
            std::push_heap(heap.begin(), heap.end(), before);
            if (heap.size() <= count) continue;
            std::pop_heap(heap.begin(), heap.end(), before);
            heap.pop_back();
            least = heap.front().weight;
        }
    }
    std::sort(heap.begin(), heap.end(), before);
    return heap;
}

std::vector<float> received(const AttentionMap& map, const AttentionMatrix& matrix) {
    std::vector<double> sum(static_cast<std::size_t>(matrix.columns), 0.0);
    std::vector<std::int64_t> counted(sum.size(), 0);
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        for (std::int64_t column = 0; column < matrix.columns; ++column) {
            const float value = matrix.at(row, column);
            if (std::isnan(value)) continue;
            sum[static_cast<std::size_t>(column)] += static_cast<double>(value);
            ++counted[static_cast<std::size_t>(column)];
        }
    }
    std::vector<float> out(static_cast<std::size_t>(map.length), kHidden);
    for (std::size_t column = 0; column < sum.size(); ++column) {
        if (counted[column] > 0)
            out[static_cast<std::size_t>(matrix.keys[column])] = static_cast<float>(sum[column] / static_cast<double>(counted[column]));
    }
    return out;
}

std::vector<AttentionRegion> topRegions(const AttentionMap& map, const AttentionMatrix& matrix, double fold, std::size_t count) {
    const std::vector<float> tokens = received(map, matrix);
    const std::int32_t residues = map.end.empty() ? 0 : *std::max_element(map.end.begin(), map.end.end());
    std::vector<double> sum(static_cast<std::size_t>(residues), 0.0);
    std::vector<int> covers(sum.size(), 0);
    for (std::size_t token = 0; token < tokens.size() && token < map.begin.size(); ++token) {
        if (std::isnan(tokens[token])) continue;
        for (std::int32_t residue = map.begin[token]; residue < map.end[token]; ++residue) {
            sum[static_cast<std::size_t>(residue)] += static_cast<double>(tokens[token]);
            ++covers[static_cast<std::size_t>(residue)];
        }
    }
    double total = 0;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        if (covers[i] > 0) sum[i] /= covers[i];
        total += sum[i];
    }
    std::vector<AttentionRegion> out;
    const double mean = sum.empty() ? 0 : total / static_cast<double>(sum.size());
    if (mean <= 0) return out;
    for (std::size_t i = 0; i < sum.size();) {
        std::size_t end = i;
        double inside = 0;
        while (end < sum.size() && sum[end] > fold * mean)
            inside += sum[end++];
        if (end > i) {
            const double part = inside / static_cast<double>(end - i);
            out.push_back({static_cast<std::int64_t>(i), static_cast<std::int64_t>(end), part, part / mean});
        }
        i = std::max(end, i + 1);
    }
    std::stable_sort(out.begin(), out.end(), [](const AttentionRegion& a, const AttentionRegion& b) { return a.mean > b.mean; });
    if (out.size() > count) out.resize(count);
    return out;
}

PooledMatrix maxPooled(const AttentionMatrix& matrix, std::int64_t limit) {
    PooledMatrix out;
    if (matrix.empty()) return out;
    out.rows = std::min(matrix.rows, limit);
    out.columns = std::min(matrix.columns, limit);
    out.values.assign(static_cast<std::size_t>(out.rows * out.columns), kHidden);
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        float* to = out.values.data() + (row * out.rows / matrix.rows) * out.columns;
        for (std::int64_t column = 0; column < matrix.columns; ++column) {
            const float value = matrix.at(row, column);
            float& cell = to[column * out.columns / matrix.columns];
            if (value > cell || std::isnan(cell)) cell = value;
        }
    }
    return out;
}

}  // namespace strand
