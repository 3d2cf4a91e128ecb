#include "tokens/word_vectors.hpp"

#include "core/text.hpp"
#include "data/text_source.hpp"
#include "tokens/segments.hpp"
#include "tokens/vocabulary.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

namespace strand {

namespace {

constexpr std::int64_t kReportLines = 4096;

tl::unexpected<Error> bad(const TextSource& source, Message found, Message expected, Message hint = {}) {
    return fail(Error(ErrorCode::BadInput, std::move(found), std::move(expected), std::move(hint)).at(source.path(), source.lineNumber()));
}

/// The fields of a line from its end: at most `most`, last one first.
std::vector<std::string_view> lastFields(std::string_view line, std::size_t most) {
    std::vector<std::string_view> fields;
    for (line = trimmed(line); !line.empty() && fields.size() < most; line = trimmed(line)) {
        std::size_t begin = line.size();
        while (begin > 0 && !isBlank(line[begin - 1]))
            --begin;
        fields.push_back(line.substr(begin));
        line = line.substr(0, begin);
    }
    return fields;
}

/// "count dim".
std::optional<std::int64_t> headerSize(std::string_view line) {
    const auto fields = lastFields(line, 3);
    if (fields.size() != 2) return std::nullopt;
    const auto count = parseInteger(fields[1]), size = parseInteger(fields[0]);
    return count && size && *count >= 0 && *size > 0 ? size : std::nullopt;
}

/// The file behind its header, with the first line of vectors still to be used.
struct VectorFile {
    TextSource source;
    std::string first;      ///< its first line of vectors, empty where there is none
    std::int64_t size = 0;  ///< numbers a vector
};

Result<VectorFile> openVectors(const std::string& path) {
    STRAND_ASSIGN(auto source, TextSource::open(path));
    VectorFile file{.source = std::move(source), .first = {}, .size = 0};
    STRAND_ASSIGN(auto line, file.source.nextLine());
    const auto announced = line.end ? std::nullopt : headerSize(line.text);
    if (announced) {
        file.size = *announced;
        STRAND_ASSIGN(line, file.source.nextLine());
    }
    if (!line.end) file.first = line.text;
    if (announced) return file;
    // Without a header: as many numbers as stand behind the first field.
    const auto fields = lastFields(file.first, std::numeric_limits<std::size_t>::max());
    while (static_cast<std::size_t>(file.size) + 1 < fields.size() && parseReal(fields[static_cast<std::size_t>(file.size)]))
        ++file.size;
    if (file.size == 0) {
        return bad(file.source, {STRAND_TEXT("engine", "\"%1\" is no word with its vector"), printable(file.first)},
                   STRAND_TEXT("engine", "expected a word and numbers, separated by blanks"));
    }
    return file;
}

class VectorReader {
public:
    VectorReader(const Tokenizer& tokenizer, std::int64_t dim, bool foldCase) : m_dim(static_cast<std::size_t>(dim)), m_foldCase(foldCase) {
        const auto& vocabulary = tokenizer.vocabulary();
        for (std::size_t id = tokenizer.isLearned() ? kFirst : vocabulary.size(); id < vocabulary.size(); ++id)
            m_ids.emplace(vocabulary[id], static_cast<std::int64_t>(id));
    }

    Result<void> take(std::string_view line, const TextSource& source) {
        line = trimmed(line);
        if (line.empty()) return {};
        const auto fields = lastFields(line, m_dim);
        const std::string_view word =
            fields.empty() ? std::string_view() : trimmed(line.substr(0, static_cast<std::size_t>(fields.back().data() - line.data())));
        if (fields.size() < m_dim || word.empty()) {
            return bad(source, {STRAND_TEXT("engine", "the line of \"%1\" ends early"), printable(firstWord(line))},
                       {STRAND_TEXT("engine", "expected a word and %1 numbers"), m_dim});
        }
        const auto exact = m_ids.find(word);
        if (exact != m_ids.end()) return keep(exact->second, true, fields, source);
        const auto folded = m_foldCase ? m_ids.find(lowerCaseText(word)) : m_ids.end();
        return folded != m_ids.end() ? keep(folded->second, false, fields, source) : Result<void>();
    }

    [[nodiscard]] WordVectors result() && {
        WordVectors vectors;
        for (auto& [id, found] : m_found) {
            vectors.ids.push_back(id);
            vectors.values.insert(vectors.values.end(), found.values.begin(), found.values.end());
        }
        return vectors;
    }

private:
    struct Found {
        bool exact = false;
        std::vector<float> values;
    };

    Result<void> keep(std::int64_t id, bool exact, const std::vector<std::string_view>& reversed, const TextSource& source) {
        const auto place = m_found.find(id);
        if (place != m_found.end() && (place->second.exact || !exact)) return {};
        Found found{.exact = exact, .values = {}};
        for (auto field = reversed.rbegin(); field != reversed.rend(); ++field) {
            const auto number = parseReal(*field);
            if (!number) {
                return bad(source, {STRAND_TEXT("engine", "\"%1\" is no number"), printable(*field)},
                           {STRAND_TEXT("engine", "expected a word and %1 numbers"), m_dim});
            }
            found.values.push_back(static_cast<float>(*number));
        }
        m_found.insert_or_assign(id, std::move(found));
        return {};
    }

    std::size_t m_dim;
    bool m_foldCase;
    std::unordered_map<std::string_view, std::int64_t> m_ids;
    std::map<std::int64_t, Found> m_found;
};

}  // namespace

Result<std::int64_t> wordVectorSize(const std::string& path) {
    STRAND_ASSIGN(const auto file, openVectors(path));
    return file.size;
}

Result<WordVectors> readWordVectors(const std::string& path, const Tokenizer& tokenizer, std::int64_t dim, bool foldCase,
                                    const ProgressFn& progress, const std::stop_token& stop) {
    STRAND_ASSIGN(auto file, openVectors(path));
    TextSource& source = file.source;
    VectorReader reader(tokenizer, dim, foldCase);
    STRAND_TRY(reader.take(file.first, source));
    for (std::int64_t lines = 1;; ++lines) {
        STRAND_ASSIGN(const auto line, source.nextLine());
        if (line.end) return std::move(reader).result();
        STRAND_TRY(reader.take(line.text, source));
        if (lines % kReportLines != 0) continue;
        if (progress) progress({STRAND_TEXT("engine", "Reading word vectors"), source.bytesRead(), source.bytesTotal(), "bytes"});
        if (stop.stop_requested())
            return fail(ErrorCode::Interrupted, STRAND_TEXT("engine", "stopped before the end; nothing was written"));
    }
}

}  // namespace strand
