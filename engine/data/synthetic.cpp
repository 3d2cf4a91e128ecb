#include "data/synthetic.hpp"

#include "core/random.hpp"
#include "data/alphabet.hpp"
#include "data/split.hpp"

#include <algorithm>
#include <stdexcept>

namespace strand {

namespace {

/// [class] what a sequence of the class holds: class 0 a shuffled motif, class 1 the motif, class c > 1 the motif rotated by c - 1.
class Plants {
public:
    Plants(const PlantedMotifOptions& options, const Alphabet& alphabet) : m_motif(options.motif) {
        cleanResidues(m_motif, alphabet);
        for (std::int64_t c = 1; c < options.classes; ++c) {
            std::string rotated = m_motif;
            std::rotate(rotated.begin(), rotated.begin() + (c - 1) % std::max<std::int64_t>(1, size()), rotated.end());
            m_planted.push_back(std::move(rotated));
        }
    }
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(m_motif.size()); }
    [[nodiscard]] std::string plant(std::int64_t label, Random& random) const {
        if (label > 0) return m_planted[static_cast<std::size_t>(label - 1)];
        std::string shuffled = m_motif;
        for (int attempt = 0; attempt < kAttempts && holdsMotif(shuffled, 0); ++attempt)
            random.shuffle(std::span<char>(shuffled));
        return shuffled;
    }
    /// Whether a motif of a class other than `label` occurs.
    [[nodiscard]] bool holdsMotif(const std::string& residues, std::int64_t label) const {
        for (std::size_t c = 0; c < m_planted.size(); ++c) {
            const bool other =
                static_cast<std::int64_t>(c) + 1 != label && (label == 0 || m_planted[c] != m_planted[static_cast<std::size_t>(label - 1)]);
            if (other && residues.find(m_planted[c]) != std::string::npos) return true;
        }
        return false;
    }
    static constexpr int kAttempts = 100;  ///< a motif of one letter has no other order

private:
    std::string m_motif;
    std::vector<std::string> m_planted;  ///< of class 1, 2, ...
};

std::string randomResidues(std::int64_t length, std::string_view letters, Random& random) {
    std::string residues(static_cast<std::size_t>(length), '\0');
    for (char& residue : residues)
        residue = letters[random.below(static_cast<std::uint32_t>(letters.size()))];
    return residues;
}

std::string makeResidues(const PlantedMotifOptions& options, const Alphabet& alphabet, const Plants& plants, std::int64_t label,
                         Random& random) {
    const std::int64_t shortest = std::max(options.minLength, plants.size());
    const std::int64_t longest = std::max(options.maxLength, shortest);
    const std::int64_t length = shortest + random.below(static_cast<std::uint32_t>(longest - shortest + 1));
    std::string residues;
    for (int attempt = 0; attempt < Plants::kAttempts; ++attempt) {
        residues = randomResidues(length, alphabet.core, random);
        const std::uint32_t place = random.below(static_cast<std::uint32_t>(length - plants.size() + 1));
        residues.replace(place, static_cast<std::size_t>(plants.size()), plants.plant(label, random));
        if (!plants.holdsMotif(residues, label)) break;
    }
    return residues;
}

}  // namespace

Dataset makePlantedMotif(const PlantedMotifOptions& options) {
    const Alphabet& alphabet = alphabetOf(options.kind);
    const Plants plants(options, alphabet);
    Dataset dataset{.name = "planted-motif", .kind = options.kind, .classes = {}, .sequences = {}};
    for (std::int64_t c = 0; c < options.classes; ++c)
        dataset.classes.push_back(std::to_string(c));
    dataset.sequences.reserve(static_cast<std::size_t>(options.count));
    for (std::int64_t i = 0; i < options.count; ++i) {
        Random random(deriveSeed(options.seed, "planted-motif", static_cast<std::uint64_t>(i)));
        const std::int64_t label = i % options.classes;
        dataset.sequences.push_back(
            {fmt::format("seq{}", i + 1), makeResidues(options, alphabet, plants, label, random), static_cast<std::int32_t>(label)});
    }
    const double test = std::max(0.0, 1 - options.trainFraction - options.validationFraction);
    if (auto split = splitByRatio(dataset, {options.trainFraction, options.validationFraction, test}, options.seed); !split) {
        throw std::invalid_argument(split.error().english());
    }
    return dataset;
}

}  // namespace strand
