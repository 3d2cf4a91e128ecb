// Vectors of words from a word2vec or GloVe text file: a word, then numbers; an optional first line "count dim".
#pragma once

#include "core/progress.hpp"
#include "tokens/tokenizer.hpp"

#include <stop_token>

namespace strand {

struct WordVectors {
    std::vector<std::int64_t> ids;  ///< [n] of the tokenizer, ascending
    std::vector<float> values;      ///< [n, dim]
};

/// Those of the words a tokenizer has learnt. The last `dim` fields of a line are its numbers; what stands before them, blanks included, is its
/// word. The first line of a word counts; with `foldCase`, a word that only stands there with capitals is taken from that line.
/// ErrorCode::BadInput with file and line: too few numbers, what is no number; and all that TextSource says.
[[nodiscard]] Result<WordVectors> readWordVectors(const std::string& path, const Tokenizer& tokenizer, std::int64_t dim, bool foldCase,
                                                  const ProgressFn& progress = {}, const std::stop_token& stop = {});

/// Numbers in each vector of the file, by its first lines. Errors as above.
[[nodiscard]] Result<std::int64_t> wordVectorSize(const std::string& path);

}  // namespace strand
