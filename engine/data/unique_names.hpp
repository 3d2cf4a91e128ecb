// One name, one sequence.
#pragma once

#include "data/sequence.hpp"

#include <cstdint>
#include <vector>

namespace strand {

/// Gives every sequence whose id occurred before a suffix "_2", "_3" ...; returns their indices.
std::vector<std::size_t> makeNamesUnique(Dataset& dataset);

}  // namespace strand
