#include "data/export.hpp"

#include "core/text.hpp"
#include "data/header.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace strand {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20U;

/// `bytes` as one member of a gz file.
std::string gzMember(std::string_view bytes) {
    z_stream stream{};
    constexpr int gzip = 16, window = 15, memory = 8;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window + gzip, memory, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int status = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (status != Z_STREAM_END) throw std::logic_error("deflate");
    return out;
}

/// Gathers pieces of a megabyte.
class Writer {
public:
    Writer(const std::function<void(std::string_view)>& write, bool gz) : m_write(write), m_gz(gz) {}
    void add(std::string_view text) {
        m_piece += text;
        if (m_piece.size() >= kPiece) flush();
    }
    void flush() {
        if (!m_piece.empty()) m_write(m_gz ? gzMember(m_piece) : m_piece);
        m_piece.clear();
    }

private:
    const std::function<void(std::string_view)>& m_write;
    bool m_gz;
    std::string m_piece;
};

bool isTabOrLineEnd(char c) { return c == '\t' || c == '\n' || c == '\r'; }

std::string_view labelOf(const Dataset& dataset, const Sequence& sequence) {
    return sequence.label == kNoLabel ? std::string_view() : dataset.classes[static_cast<std::size_t>(sequence.label)];
}

std::string_view splitOf(const Sequence& sequence) {
    return sequence.split == Split::None ? std::string_view() : splitName(sequence.split);
}

/// '_' in place of what parts the words and fields of a header.
std::string oneWord(std::string_view text) {
    std::string word(text);
    std::ranges::replace_if(
        word, [](char c) { return c == '|' || c == ' ' || isTabOrLineEnd(c); }, '_');
    return word;
}

std::string headerOf(std::string_view id, std::string_view label, std::string_view split) {
    std::string header(id);
    if (!label.empty() || !split.empty()) header.append("|").append(label);
    if (!split.empty()) header.append("|").append(split);
    return header;
}

/// The header as it is where it is read back so, e.g. "sp|P69905|HBA_HUMAN" without a label, else with an id and a label of one word each.
void addFasta(std::string& out, const Dataset& dataset, const Sequence& sequence) {
    const std::string_view label = labelOf(dataset, sequence), split = splitOf(sequence);
    std::string header = headerOf(sequence.id, label, split);
    const HeaderFields read = parseHeader(header);
    if (read.id != sequence.id || read.label != label || read.split != sequence.split)
        header = headerOf(oneWord(sequence.id), oneWord(label), split);
    out.append(">").append(header).append("\n").append(sequence.residues).append("\n");
}

/// CSV: in quotes, with those inside doubled, where it would not be read as one field without. TSV, whose readers disagree on quotes: with
/// blanks in place of tabs and line ends.
void addField(std::string& out, std::string_view field, char separator) {
    const bool plain = std::ranges::none_of(field, [&](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; });
    if (plain || separator == '\t') {
        const std::size_t begin = out.size();
        out += field;
        if (!plain) std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), isTabOrLineEnd, ' ');
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"') out += c;
        out += c;
    }
    out += '"';
}

void addRow(std::string& out, std::initializer_list<std::string_view> fields, char separator, const std::string* fold) {
    bool first = true;
    for (const std::string_view field : fields) {
        if (!first) out += separator;
        first = false;
        addField(out, field, separator);
    }
    if (fold != nullptr) out.append(1, separator).append(*fold);
    out += '\n';
}

bool endsWith(std::string_view name, std::string_view end) { return lowerCase(name).ends_with(end); }

}  // namespace

ExportStyle exportStyleFor(std::string_view path, SequenceKind kind) {
    ExportStyle style;
    style.gz = endsWith(path, ".gz");
    if (style.gz) path.remove_suffix(3);
    if (endsWith(path, ".csv")) {
        style.format = ExportFormat::Csv;
    } else if (endsWith(path, ".tsv") || endsWith(path, ".tab")) {
        style.format = ExportFormat::Tsv;
    } else if (kind == SequenceKind::Text) {
        style.format = ExportFormat::Csv;
    }
    return style;
}

std::int64_t exportDataset(const Dataset& dataset, const ExportStyle& style, const std::function<void(std::string_view)>& write) {
    Writer writer(write, style.gz);
    const bool folds = std::ranges::any_of(dataset.sequences, [](const Sequence& sequence) { return sequence.fold > 0; });
    const char separator = style.format == ExportFormat::Csv ? ',' : '\t';
    const std::string foldTitle = "fold";
    std::string text;
    if (style.format != ExportFormat::Fasta) addRow(text, {"id", "label", "split", "sequence"}, separator, folds ? &foldTitle : nullptr);
    std::int64_t count = 0;
    for (const Sequence& sequence : dataset.sequences) {
        if (sequence.split == Split::Excluded && !style.excluded) continue;
        ++count;
        if (style.format == ExportFormat::Fasta) {
            addFasta(text, dataset, sequence);
        } else {
            const std::string fold = std::to_string(sequence.fold);
            addRow(text, {sequence.id, labelOf(dataset, sequence), splitOf(sequence), sequence.residues}, separator,
                   folds ? &fold : nullptr);
        }
        writer.add(text);
        text.clear();
    }
    writer.add(text);
    writer.flush();
    return count;
}

}  // namespace strand
