#include "tokens/kmer_tokenizer.hpp"

#include "data/alphabet.hpp"
#include "tokens/vocabulary.hpp"

namespace strand {

namespace {

constexpr std::int32_t kNoDigit = -1;

class KmerTokenizer final : public Tokenizer {
public:
    KmerTokenizer(const Alphabet& alphabet, std::int32_t k, std::int32_t stride)
        : m_k(k), m_stride(stride), m_base(static_cast<std::int32_t>(alphabet.core.size())), m_vocabulary(specialTokens()) {
        m_digits.fill(kNoDigit);
        for (std::size_t byte = 0; byte < m_digits.size(); ++byte) {
            const std::size_t place = alphabet.core.find(alphabet.canonical[byte]);
            if (place != std::string_view::npos) m_digits[byte] = static_cast<std::int32_t>(place);
        }
        for (std::int32_t i = 0; i < m_k; ++i)
            m_kmers *= m_base;
        for (std::int32_t number = 0; number < m_kmers; ++number)
            m_vocabulary.push_back(spell(number, alphabet.core));
    }

    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return m_vocabulary; }
    [[nodiscard]] std::string specification() const override {
        return m_stride == 1 ? fmt::format("kmer:{}", m_k) : fmt::format("kmer:{}:{}", m_k, m_stride);
    }

    [[nodiscard]] Encoding encode(std::string_view sequence, bool cls) const override {
        Encoding encoding;
        appendIds(sequence, cls, encoding.ids);
        if (cls) encoding.offsets.push_back({0, 0});
        const auto length = static_cast<std::int32_t>(sequence.size());
        if (length > 0 && length < m_k) encoding.offsets.push_back({0, length});
        for (std::int32_t begin = 0; begin + m_k <= length; begin += m_stride)
            encoding.offsets.push_back({begin, begin + m_k});
        return encoding;
    }

    void appendIds(std::string_view sequence, bool cls, std::vector<std::int32_t>& ids) const override {
        if (cls) ids.push_back(kCls);
        const auto length = static_cast<std::int64_t>(sequence.size());
        if (length == 0) return;
        if (length < m_k) {
            ids.push_back(kUnknown);
            return;
        }
        const std::size_t begin = ids.size();
        ids.resize(begin + static_cast<std::size_t>((length - m_k) / m_stride + 1));
        rollOver(sequence, ids.data() + begin);
    }

private:
    /// The k-mer as a number to the base of the alphabet: one residue leaves, one comes in.
    void rollOver(std::string_view sequence, std::int32_t* out) const {
        const std::int32_t* digits = m_digits.data();
        const std::int32_t leaving = m_kmers / m_base;  // weight of the first residue of a k-mer
        std::int32_t number = 0, valid = 0, untilNext = m_k;
        for (std::size_t i = 0; i < sequence.size(); ++i) {
            const std::int32_t digit = digits[static_cast<unsigned char>(sequence[i])];
            if (valid >= m_k) number -= leaving * digits[static_cast<unsigned char>(sequence[i - static_cast<std::size_t>(m_k)])];
            number = digit == kNoDigit ? 0 : number * m_base + digit;
            valid = digit == kNoDigit ? 0 : valid + 1;
            if (--untilNext > 0) continue;
            untilNext = m_stride;
            *out++ = valid >= m_k ? number + kFirst : kUnknown;
        }
    }

    [[nodiscard]] std::string spell(std::int32_t number, std::string_view letters) const {
        std::string kmer(static_cast<std::size_t>(m_k), letters[0]);
        for (auto place = kmer.rbegin(); place != kmer.rend(); ++place) {
            *place = letters[static_cast<std::size_t>(number % m_base)];
            number /= m_base;
        }
        return kmer;
    }

    std::int32_t m_k, m_stride, m_base;
    std::int32_t m_kmers = 1;  ///< base ^ k
    std::vector<std::string> m_vocabulary;
    std::array<std::int32_t, 256> m_digits{};
};

}  // namespace

std::int64_t longestKmer(SequenceKind kind) {
    switch (kind) {
        case SequenceKind::Dna:
        case SequenceKind::Rna: return 8;
        case SequenceKind::Protein: return 3;
        case SequenceKind::Text: break;
    }
    return 0;
}

std::shared_ptr<const Tokenizer> makeKmerTokenizer(SequenceKind kind, std::int64_t k, std::int64_t stride) {
    return std::make_shared<KmerTokenizer>(alphabetOf(kind), static_cast<std::int32_t>(k), static_cast<std::int32_t>(stride));
}

}  // namespace strand
