#include "layers/token_rows.hpp"

#include "layers/fast_path.hpp"
#include "layers/linear.hpp"
#include "layers/optional.hpp"

#include <torch/csrc/autograd/custom_function.h>

#include <limits>

namespace strand {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::int64_t kColumns = 64;  ///< table columns that one thread takes at a time on the way back

/// Pointers into tensors that live as long as this.
struct RowPointers {
    explicit RowPointers(const TokenRows& rows, std::int64_t stride)
        : index(rows.index.defined() ? rows.index.contiguous() : rows.index),
          lengths(rows.lengths.contiguous()),
          view{.positions = rows.positions,
               .index = index.defined() ? index.const_data_ptr<std::int64_t>() : nullptr,
               .lengths = lengths.const_data_ptr<std::int64_t>(),
               .stride = stride} {}
    torch::Tensor index, lengths;
    kernels::IndexedRows view;
};

TokenRows rowsOf(const std::optional<torch::Tensor>& index, const torch::Tensor& lengths, std::int64_t positions) {
    return {.index = index ? *index : torch::Tensor(), .lengths = lengths, .positions = positions};
}
TokenRows savedRows(AutogradContext* context, const variable_list& saved) {
    return {.index = saved[0], .lengths = saved[1], .positions = context->saved_data["positions"].toInt()};
}
torch::Tensor zeroTable(AutogradContext* context) { return torch::zeros(context->saved_data["table"].toIntVector(), torch::kFloat); }

/// One vector a sequence: 1 / length for a mean, 1 for a sum.
torch::Tensor rowFactors(const torch::Tensor& lengths, bool sum) {
    return sum ? torch::ones(lengths.sizes(), lengths.options().dtype(torch::kFloat)) : lengths.clamp_min(1).to(torch::kFloat).reciprocal();
}

struct RowMeansFunction : torch::autograd::Function<RowMeansFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& table, const std::optional<torch::Tensor>& index,
                                 const torch::Tensor& lengths, std::int64_t positions, bool sum) {
        const torch::Tensor from = table.contiguous(), factors = rowFactors(lengths, sum);
        const std::int64_t columns = from.size(1), sequences = lengths.size(0);
        const RowPointers rows(rowsOf(index, lengths, positions), columns);
        torch::Tensor out = torch::empty({sequences, columns}, from.options());
        splitWork(sequences, 8, [&, to = out.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
            kernels::table().sumRows(rows.view, from.const_data_ptr<float>(), columns, factors.const_data_ptr<float>(), to, begin, end);
        });
        context->save_for_backward({rows.index, rows.lengths, factors});
        context->saved_data["positions"] = positions;
        context->saved_data["table"] = table.sizes().vec();
        return out;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor dOut = gradients[0].contiguous();
        torch::Tensor dTable = zeroTable(context);
        const std::int64_t columns = dTable.size(1);
        const RowPointers rows(savedRows(context, saved), columns);
        splitWork(columns, kColumns, [&, to = dTable.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
            kernels::table().sumRowsBackward(rows.view, dOut.const_data_ptr<float>(), columns, saved[2].const_data_ptr<float>(), to,
                                             dOut.size(0), begin, end);
        });
        return {dTable, {}, {}, {}, {}};
    }
};

struct TokenConvolutionFunction : torch::autograd::Function<TokenConvolutionFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& table, const torch::Tensor& bias,
                                 const std::optional<torch::Tensor>& index, const torch::Tensor& lengths, std::int64_t positions,
                                 std::int64_t width) {
        const torch::Tensor from = table.contiguous(), offset = bias.contiguous();
        const std::int64_t columns = bias.size(0), sequences = lengths.size(0);
        const RowPointers rows(rowsOf(index, lengths, positions), from.size(1));
        torch::Tensor out = torch::empty({sequences, positions, columns}, from.options());
        splitWork(sequences, 4, [&, to = out.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
            kernels::table().tokenConvolution(rows.view, from.const_data_ptr<float>(), offset.const_data_ptr<float>(), width,
                                              (width - 1) / 2, columns, to, begin, end);
        });
        context->save_for_backward({rows.index, rows.lengths});
        context->saved_data["positions"] = positions;
        context->saved_data["table"] = table.sizes().vec();
        context->saved_data["width"] = width;
        return out;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const torch::Tensor dOut = gradients[0].contiguous();
        const TokenRows saved = savedRows(context, context->get_saved_variables());
        const std::int64_t columns = dOut.size(2), width = context->saved_data["width"].toInt();
        torch::Tensor dTable = zeroTable(context);
        const RowPointers rows(saved, dTable.size(1));
        splitWork(columns, kColumns, [&, to = dTable.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
            kernels::table().tokenConvolutionBackward(rows.view, dOut.const_data_ptr<float>(), width, (width - 1) / 2, columns, to,
                                                      dOut.size(0), begin, end);
        });
        const torch::Tensor dBias = rowMeans(
            {.table = dOut.view({-1, columns}), .rows = {.index = {}, .lengths = saved.lengths, .positions = saved.positions}}, true);
        return {dTable, dBias.sum(0), {}, {}, {}, {}};
    }
};

/// Calls body(width, first table column, first output column) for each width.
template <typename Body>
void forWidths(const std::vector<std::int64_t>& widths, std::int64_t maps, Body body) {
    std::int64_t tableColumn = 0, outColumn = 0;
    for (const std::int64_t width : widths) {
        body(width, tableColumn, outColumn);
        tableColumn += width * maps;
        outColumn += maps;
    }
}

struct TokenConvolutionMaxFunction : torch::autograd::Function<TokenConvolutionMaxFunction> {
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& table, const std::optional<torch::Tensor>& index,
                                 const torch::Tensor& lengths, std::int64_t positions, const std::vector<std::int64_t>& widths,
                                 std::int64_t maps) {
        const torch::Tensor from = table.contiguous();
        const std::int64_t sequences = lengths.size(0), columns = static_cast<std::int64_t>(widths.size()) * maps;
        const RowPointers rows(rowsOf(index, lengths, positions), from.size(1));
        torch::Tensor best = torch::empty({sequences, columns}, from.options()), where = torch::empty({sequences, columns}, torch::kInt);
        splitWork(
            sequences, 4,
            [&, to = best.mutable_data_ptr<float>(), at = where.mutable_data_ptr<std::int32_t>()](std::int64_t begin, std::int64_t end) {
                forWidths(widths, maps, [&](std::int64_t width, std::int64_t tableColumn, std::int64_t outColumn) {
                    kernels::table().tokenConvolutionMax(rows.view, from.const_data_ptr<float>() + tableColumn, width, maps, to + outColumn,
                                                         at + outColumn, columns, begin, end);
                });
            });
        context->save_for_backward({rows.index, rows.lengths, where});
        context->saved_data["positions"] = positions;
        context->saved_data["table"] = table.sizes().vec();
        context->saved_data["widths"] = widths;
        context->saved_data["maps"] = maps;
        return best;
    }
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor dBest = gradients[0].contiguous();
        const std::int64_t maps = context->saved_data["maps"].toInt();
        torch::Tensor dTable = zeroTable(context);
        const RowPointers rows(savedRows(context, saved), dTable.size(1));
        splitWork(maps, kColumns, [&, to = dTable.mutable_data_ptr<float>()](std::int64_t begin, std::int64_t end) {
            forWidths(context->saved_data["widths"].toIntVector(), maps,
                      [&](std::int64_t width, std::int64_t tableColumn, std::int64_t outColumn) {
                          kernels::table().tokenConvolutionMaxBackward(rows.view, dBest.const_data_ptr<float>() + outColumn,
                                                                       saved[2].const_data_ptr<std::int32_t>() + outColumn, width, maps,
                                                                       dBest.size(1), to + tableColumn, dBest.size(0), begin, end);
                      });
        });
        return {dTable, {}, {}, {}, {}, {}};
    }
};

// What follows computes the same with torch's operators: other devices and types.

/// [B,L,F] rows of the table, padded positions 0.
torch::Tensor gathered(const torch::Tensor& table, const TokenRows& rows) {
    const torch::Tensor taken =
        rows.index.defined() ? torch::embedding(table, rows.index) : table.view({rows.lengths.size(0), rows.positions, table.size(1)});
    return taken.masked_fill(validPositions(rows.lengths, rows.positions).logical_not().unsqueeze(2), 0);
}

/// [B, windows, F / width]: sums of `width` neighbours, the first window beginning `before` positions before the sequence.
torch::Tensor windowSums(const torch::Tensor& taken, std::int64_t width, std::int64_t before, std::int64_t windows) {
    const std::int64_t columns = taken.size(2) / width;
    const torch::Tensor wide = torch::constant_pad_nd(taken, {0, 0, before, width});
    torch::Tensor sum;
    for (std::int64_t j = 0; j < width; ++j) {
        const torch::Tensor part = wide.narrow(1, j, windows).narrow(2, j * columns, columns);
        sum = j == 0 ? part : sum + part;
    }
    return sum;
}

}  // namespace

torch::Tensor rowMeans(const TokenTable& tokens, bool sum) {
    const auto& [table, rows] = tokens;
    if (onFastPath(table)) return RowMeansFunction::apply(table, optional(rows.index), rows.lengths, rows.positions, sum);
    const torch::Tensor total = gathered(table, rows).sum(1);
    return sum ? total : total / rows.lengths.clamp_min(1).unsqueeze(1);
}

torch::Tensor tokenConvolution(const TokenTable& tokens, const torch::Tensor& bias, std::int64_t width) {
    const auto& [table, rows] = tokens;
    if (onFastPath(table)) return TokenConvolutionFunction::apply(table, bias, optional(rows.index), rows.lengths, rows.positions, width);
    const torch::Tensor sums = windowSums(gathered(table, rows), width, (width - 1) / 2, rows.positions) + bias;
    return sums.masked_fill(validPositions(rows.lengths, rows.positions).logical_not().unsqueeze(2), 0);
}

torch::Tensor tokenConvolutionMax(const TokenTable& tokens, const std::vector<std::int64_t>& widths, std::int64_t maps) {
    const auto& [table, rows] = tokens;
    if (onFastPath(table))
        return TokenConvolutionMaxFunction::apply(table, optional(rows.index), rows.lengths, rows.positions, widths, maps);
    const torch::Tensor taken = gathered(table, rows), starts = torch::arange(rows.positions, rows.lengths.options()).unsqueeze(0);
    std::vector<torch::Tensor> best;
    forWidths(widths, maps, [&](std::int64_t width, std::int64_t tableColumn, std::int64_t) {
        const torch::Tensor sums = windowSums(taken.narrow(2, tableColumn, width * maps), width, 0, rows.positions);
        const torch::Tensor outside = starts >= (rows.lengths - width + 1).clamp_min(1).unsqueeze(1);
        best.push_back(sums.masked_fill(outside.unsqueeze(2), -std::numeric_limits<double>::infinity()).amax(1));
    });
    return torch::cat(best, 1);
}

TokenEmbedding::TokenEmbedding(std::int64_t vocabulary, std::int64_t dim, double deviation) {
    weight = registerParameter("weight", torch::empty({vocabulary, dim}));
    const torch::NoGradGuard frozen;
    weight.normal_(0, deviation);
    weight[0].zero_();
}

void TokenEmbedding::setRows(const torch::Tensor& ids, const torch::Tensor& vectors) {
    const torch::NoGradGuard frozen;
    const double spread = vectors.std(false).item<double>(), own = weight.std(false).item<double>();
    if (spread > 0 && own > 0) weight.mul_(spread / own);
    weight.index_copy_(0, ids.to(weight.device()), vectors.to(weight.device()));
}

TokenTable TokenEmbedding::project(const Tokens& tokens, const torch::Tensor& projection, const torch::Tensor& bias) const {
    const auto& [ids, lengths, embedded, places] = tokens;
    const std::int64_t positions = ids.size(1), vocabulary = weight.size(0);
    const auto table = [&](const torch::Tensor& rows, const torch::Tensor& index) {
        return TokenTable{.table = rows, .rows = {.index = index, .lengths = lengths, .positions = positions}};
    };
    if (!embedded.defined() && vocabulary * (places.defined() ? positions : 1) <= ids.numel()) {
        const torch::Tensor rows = linearMap(weight, projection, bias);
        if (!places.defined()) return table(rows, ids);
        const torch::Tensor placed = rows.unsqueeze(0) + linearMap(places, projection, {}).unsqueeze(1);  // [L,V,F]
        return table(placed.flatten(0, 1), ids + torch::arange(positions, ids.options()) * vocabulary);
    }
    torch::Tensor vectors = embedded.defined() ? embedded : forward(ids);
    if (places.defined()) vectors = vectors + places;
    return table(linearMap(vectors.reshape({-1, weight.size(1)}), projection, bias), {});
}

}  // namespace strand
