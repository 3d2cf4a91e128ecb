// GenBank flat files (also GenPept): LOCUS, FEATURES, ORIGIN, "//".
//
// A record is one sequence, named by VERSION, else ACCESSION, else LOCUS; its label is any field or qualifier asked for as a column:
// definition, organism, division, molecule, keywords, "feature" (the key of its first feature behind source), or a qualifier such as gene,
// product, label, note, mol_type (the first one met). With the sequence column "features" every feature but source is a sequence of its own,
// with the feature key of a column such as "CDS" every feature of that key; its label is its key, or one of its own qualifiers where one is
// asked for.
#pragma once

#include "data/reader.hpp"

namespace strand {

/// The entry of the table of readers.
[[nodiscard]] ReaderEntry genbankReader();

}  // namespace strand
