// The planted-motif generator: a sample to teach with, and the data of the tests.
#pragma once

#include "data/sequence.hpp"

namespace strand {

struct PlantedMotifOptions {
    SequenceKind kind = SequenceKind::Dna;  ///< Dna, Rna or Protein
    std::int64_t count = 4000;              ///< half of them with the motif
    std::int64_t minLength = 41, maxLength = 41;
    std::string motif = "TGACGTCA";  ///< class 1 holds it at a random place; class 0 holds its letters shuffled
    std::int64_t classes = 2;        ///< class c > 1 holds the motif rotated by c - 1
    double trainFraction = 0.8, validationFraction = 0.1;
    std::uint64_t seed = 1;
};

/// Labels "0", "1", ...; ids "seq1" ...; splits assigned; the same options give the same bytes.
[[nodiscard]] Dataset makePlantedMotif(const PlantedMotifOptions& options);

}  // namespace strand
