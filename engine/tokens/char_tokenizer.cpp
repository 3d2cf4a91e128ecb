#include "tokens/char_tokenizer.hpp"

#include "data/alphabet.hpp"
#include "tokens/vocabulary.hpp"

namespace strand {

namespace {

/// Byte -> id; a table makes encoding one look-up a residue.
class CharTokenizer final : public Tokenizer {
public:
    explicit CharTokenizer(const Alphabet& alphabet) : m_vocabulary(specialTokens()) {
        m_ids.fill(kUnknown);
        for (const char letter : alphabet.letters)
            m_vocabulary.emplace_back(1, letter);
        for (std::size_t byte = 0; byte < m_ids.size(); ++byte) {
            const std::size_t place = alphabet.letters.find(alphabet.canonical[byte]);
            if (place != std::string_view::npos) m_ids[byte] = static_cast<std::int32_t>(place) + kFirst;
        }
    }

    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return m_vocabulary; }
    [[nodiscard]] std::string specification() const override { return "char"; }

    [[nodiscard]] Encoding encode(std::string_view sequence, bool cls) const override {
        Encoding encoding;
        appendIds(sequence, cls, encoding.ids);
        if (cls) encoding.offsets.push_back({0, 0});
        const auto length = static_cast<std::int32_t>(sequence.size());
        for (std::int32_t i = 0; i < length; ++i)
            encoding.offsets.push_back({i, i + 1});
        return encoding;
    }

    void appendIds(std::string_view sequence, bool cls, std::vector<std::int32_t>& ids) const override {
        if (cls) ids.push_back(kCls);
        const std::size_t begin = ids.size();
        ids.resize(begin + sequence.size());
        std::int32_t* out = ids.data() + begin;
        const std::int32_t* table = m_ids.data();
        for (const char c : sequence)
            *out++ = table[static_cast<unsigned char>(c)];
    }

private:
    std::vector<std::string> m_vocabulary;
    std::array<std::int32_t, 256> m_ids{};
};

}  // namespace

std::shared_ptr<const Tokenizer> makeCharTokenizer(SequenceKind kind) { return std::make_shared<CharTokenizer>(alphabetOf(kind)); }

}  // namespace strand
