#include "models/architecture.hpp"

#include <iterator>

namespace strand {

std::vector<Stage> architecture(std::vector<Stage> middle, const std::string& embeddingSize) {
    std::vector<Stage> all = {
        {.kind = StageKind::Input, .title = {STRAND_TEXT("engine", "Tokens")}, .shows = {"tokenizer", "max_len"}},
        {.kind = StageKind::Embed, .title = {STRAND_TEXT("engine", "Embedding")}, .shows = {embeddingSize}},
    };
    all.insert(all.end(), std::make_move_iterator(middle.begin()), std::make_move_iterator(middle.end()));
    all.push_back({.kind = StageKind::Output, .title = {STRAND_TEXT("engine", "Classes: linear layer, softmax")}, .shows = {"dropout"}});
    return all;
}

}  // namespace strand
