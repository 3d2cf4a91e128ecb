#include "support/synthetic.hpp"

#include "core/random.hpp"

#include <lzma.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace strand::test {

TempDir::TempDir() {
    std::string pattern = (std::filesystem::temp_directory_path() / "strandlab-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    m_path = pattern;
}

TempDir::~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string TempDir::file(std::string_view name) const { return (std::filesystem::path(m_path) / name).string(); }

std::string TempDir::write(std::string_view name, std::string_view content) const {
    std::ofstream out(file(name), std::ios::binary);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + file(name));
    return file(name);
}

std::string gzipped(std::string_view content) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("deflateInit2");
    std::string out(deflateBound(&stream, static_cast<uLong>(content.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int status = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (status != Z_STREAM_END) throw std::runtime_error("deflate");
    return out;
}

std::string xzipped(std::string_view content) {
    std::string out(lzma_stream_buffer_bound(content.size()), '\0');
    std::size_t size = 0;
    const lzma_ret status = lzma_easy_buffer_encode(1, LZMA_CHECK_CRC64, nullptr, reinterpret_cast<const std::uint8_t*>(content.data()),
                                                    content.size(), reinterpret_cast<std::uint8_t*>(out.data()), &size, out.size());
    if (status != LZMA_OK) throw std::runtime_error("lzma_easy_buffer_encode");
    out.resize(size);
    return out;
}

std::string randomResidues(std::int64_t count, std::string_view letters, std::uint64_t seed) {
    Random random(seed);
    std::string residues(static_cast<std::size_t>(count), '\0');
    for (char& residue : residues)
        residue = letters[random.below(static_cast<std::uint32_t>(letters.size()))];
    return residues;
}

std::string fastaText(const Dataset& dataset, std::int64_t width, std::string_view end) {
    std::string out;
    for (const Sequence& sequence : dataset.sequences) {
        out += ">" + sequence.id;
        if (sequence.label != kNoLabel) out += "|" + dataset.classes.at(static_cast<std::size_t>(sequence.label));
        if (sequence.label != kNoLabel && sequence.split != Split::None) out += std::string("|") + splitName(sequence.split);
        out += end;
        const std::size_t step = width > 0 ? static_cast<std::size_t>(width) : std::max<std::size_t>(1, sequence.residues.size());
        for (std::size_t begin = 0; begin < sequence.residues.size(); begin += step) {
            out += sequence.residues.substr(begin, step);
            out += end;
        }
    }
    return out;
}

Dataset tinyDataset(std::int64_t count, std::int64_t length, std::uint64_t seed) {
    return makePlantedMotif({.count = count, .minLength = length, .maxLength = length, .seed = seed});
}

Dataset datasetOf(const std::vector<std::string>& residues, const std::vector<std::int32_t>& labels, const std::vector<Split>& splits) {
    Dataset dataset{.name = "given", .kind = SequenceKind::Dna, .classes = {}, .sequences = {}};
    const std::int32_t classes = labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + 1;
    for (std::int32_t c = 0; c < classes; ++c)
        dataset.classes.push_back(std::to_string(c));
    for (std::size_t i = 0; i < residues.size(); ++i) {
        dataset.sequences.push_back({"seq" + std::to_string(i + 1), residues[i], labels.empty() ? kNoLabel : labels.at(i),
                                     splits.empty() ? Split::None : splits.at(i)});
    }
    return dataset;
}

}  // namespace strand::test
