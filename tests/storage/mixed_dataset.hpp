// A dataset of which no two columns agree.
#pragma once

#include <random>

#include "tests/storage/support.hpp"

namespace strand::test {

/// Few ids, lengths and labels, many ties.
inline Dataset mixedDataset() {
    Dataset dataset;
    dataset.name = "mixed";
    dataset.kind = SequenceKind::Protein;
    dataset.classes = {"a", "b", "c"};
    std::mt19937 random(5);
    for (int i = 0; i < 500; ++i) {
        Sequence sequence;
        sequence.id = (i % 3 == 0 ? "seq" : "P0") + std::to_string(random() % 200);
        for (unsigned k = random() % 12; k > 0; --k)
            sequence.residues += "ACDEfghi"[random() % 8];
        sequence.label = static_cast<std::int32_t>(random() % 4) - 1;
        sequence.split = static_cast<Split>(random() % kSplitCount);
        sequence.fold = static_cast<std::int32_t>(random() % 4);
        dataset.sequences.push_back(std::move(sequence));
    }
    return dataset;
}

}  // namespace strand::test
