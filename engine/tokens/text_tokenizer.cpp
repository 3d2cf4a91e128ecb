#include "tokens/text_tokenizer.hpp"

#include "core/text.hpp"
#include "tokens/segments.hpp"
#include "tokens/vocabulary.hpp"

#include <algorithm>
#include <unordered_map>

namespace strand {

namespace {

constexpr std::string_view kCased = ":cased";

/// Finds a token without making a string of it.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <typename Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

std::vector<Offset> segmentsOf(const TextRule& rule, std::string_view text) { return rule.words ? wordsOf(text) : charactersOf(text); }

/// Calls body(token) for each token of the text.
template <typename Body>
void forTokens(const TextRule& rule, std::string_view text, std::span<const Offset> offsets, Body body) {
    for (const auto& [begin, end] : offsets) {
        const std::string_view token = text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        if (rule.lowerCase) {
            body(lowerCaseText(token));
        } else {
            body(token);
        }
    }
}

/// A number or code by its form, every digit as 0: "08712-1b" and "07742-9c" are alike. Empty where there is no digit.
std::string numberForm(std::string_view token) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::ranges::none_of(token, isDigit)) return {};
    std::string form(token);
    std::ranges::replace_if(form, isDigit, '0');
    return form;
}

/// Numbers rarer than `minCount` are counted by their form as well.
void countForms(TextMap<std::int64_t>& counts, std::int64_t minCount) {
    TextMap<std::int64_t> forms;
    for (const auto& [token, count] : counts) {
        std::string form = count < minCount ? numberForm(token) : std::string();
        if (!form.empty() && form != token) forms[std::move(form)] += count;
    }
    for (const auto& [form, count] : forms)
        counts[form] += count;
}

class TextTokenizer final : public Tokenizer {
public:
    TextTokenizer(const TextRule& rule, std::span<const std::string> words) : m_rule(rule), m_vocabulary(specialTokens()) {
        m_vocabulary.insert(m_vocabulary.end(), words.begin(), words.end());
        for (std::size_t i = kFirst; i < m_vocabulary.size(); ++i)
            m_ids.emplace(m_vocabulary[i], static_cast<std::int32_t>(i));
    }

    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return m_vocabulary; }
    [[nodiscard]] bool isLearned() const override { return true; }
    [[nodiscard]] std::string specification() const override {
        return fmt::format("{}{}", m_rule.words ? "word" : "char", m_rule.lowerCase ? "" : kCased);
    }

    [[nodiscard]] Encoding encode(std::string_view text, bool cls) const override {
        Encoding encoding;
        if (cls) {
            encoding.ids.push_back(kCls);
            encoding.offsets.push_back({0, 0});
        }
        const auto offsets = segmentsOf(m_rule, text);
        encoding.offsets.insert(encoding.offsets.end(), offsets.begin(), offsets.end());
        forTokens(m_rule, text, offsets, [&](std::string_view token) { encoding.ids.push_back(idOf(token)); });
        return encoding;
    }

private:
    [[nodiscard]] std::int32_t idOf(std::string_view token) const {
        auto found = m_ids.find(token);
        if (found == m_ids.end() && m_rule.words) found = m_ids.find(numberForm(token));
        return found == m_ids.end() ? kUnknown : found->second;
    }

    TextRule m_rule;
    std::vector<std::string> m_vocabulary;
    TextMap<std::int32_t> m_ids;
};

}  // namespace

std::optional<TextRule> parseTextRule(std::string_view specification) {
    TextRule rule;
    if (specification.ends_with(kCased)) {
        rule.lowerCase = false;
        specification.remove_suffix(kCased.size());
    }
    rule.words = specification == "word";
    return rule.words || specification == "char" ? std::optional(rule) : std::nullopt;
}

std::vector<std::string> learnVocabulary(const TextRule& rule, std::span<const std::string_view> texts, const VocabularyLimits& limits) {
    TextMap<std::int64_t> counts;
    for (const std::string_view text : texts) {
        forTokens(rule, text, segmentsOf(rule, text), [&](std::string_view token) {
            const auto found = counts.find(token);
            if (found != counts.end()) {
                ++found->second;
            } else if (isUtf8(token)) {
                counts.emplace(token, 1);
            }
        });
    }
    if (rule.words) countForms(counts, limits.minCount);
    std::vector<std::pair<std::int64_t, std::string_view>> order;
    for (const auto& [token, count] : counts)
        if (count >= limits.minCount) order.emplace_back(-count, token);
    std::ranges::sort(order);
    if (limits.most > 0 && order.size() > static_cast<std::size_t>(limits.most)) order.resize(static_cast<std::size_t>(limits.most));
    std::vector<std::string> words;
    words.reserve(order.size());
    for (const auto& [count, token] : order)
        words.emplace_back(token);
    return words;
}

std::shared_ptr<const Tokenizer> makeTextTokenizer(const TextRule& rule, std::span<const std::string> words) {
    return std::make_shared<TextTokenizer>(rule, words);
}

}  // namespace strand
