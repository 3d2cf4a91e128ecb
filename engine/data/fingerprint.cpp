#include "data/split.hpp"

namespace strand {

namespace {

class Fnv1a {
public:
    void bytes(std::string_view text) {
        for (const char c : text)
            m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    void number(std::int64_t value) {
        const auto bits = static_cast<std::uint64_t>(value);
        for (unsigned shift = 0; shift < 64; shift += 8)
            m_hash = (m_hash ^ ((bits >> shift) & 0xFFU)) * 0x100000001b3U;
    }
    /// The length first, so that ("ab", "c") and ("a", "bc") differ.
    void text(std::string_view text) {
        number(static_cast<std::int64_t>(text.size()));
        bytes(text);
    }
    [[nodiscard]] std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash = 0xcbf29ce484222325U;
};

}  // namespace

std::string fingerprint(const Dataset& dataset) {
    Fnv1a hash;
    hash.text(kindName(dataset.kind));
    for (const std::string& name : dataset.classes)
        hash.text(name);
    for (const Sequence& sequence : dataset.sequences) {
        hash.text(sequence.id);
        hash.text(sequence.residues);
        hash.number(sequence.label);
        hash.number(static_cast<std::int64_t>(sequence.split));
        if (sequence.fold > 0) hash.number(sequence.fold);
    }
    return fmt::format("{:016x}", hash.value());
}

}  // namespace strand
