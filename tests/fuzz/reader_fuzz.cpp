// One reader, the unpacking, or the whole import, over what libFuzzer makes up. The first byte chooses options, the rest is the file.
#include "data/import_look.hpp"

#include <lzma.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace strand;

/// A file in memory with a path.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view content) : m_descriptor(memfd_create("fuzz", MFD_CLOEXEC)) {
        if (m_descriptor < 0 || write(m_descriptor, content.data(), content.size()) != static_cast<ssize_t>(content.size())) std::abort();
        m_path = fmt::format("/proc/self/fd/{}", m_descriptor);
    }
    ~MemoryFile() { close(m_descriptor); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    int m_descriptor;
    std::string m_path;
};

void require(bool sound, const char* what) {
    if (sound) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

ReadOptions optionsOf(unsigned char choice) {
    ReadOptions options;
    if ((choice & 1U) != 0) options.delimiter = ";\t|,"[(choice >> 1U) & 3U];
    if ((choice & 8U) != 0) options.headerRow = (choice & 16U) != 0;
    if ((choice & 32U) != 0) options.sequenceColumn = (choice & 64U) != 0 ? "2" : "features";
    if ((choice & 128U) != 0) options.labelColumn = "1";
    return options;
}

void readOne(const std::string& path, const char* format, const ReadOptions& options) {
    std::int64_t records = 0, last = 0;
    const RecordSink sink = [&](SequenceRecord&& record) -> SinkStatus {
        ++records;
        require(record.line > 0, "a record without a line");
        require(!record.defect || !record.defect->found.empty(), "a defect without words");
        if (!record.defect && !record.sequence.empty())
            require(record.place(record.sequence.size() - 1).line > 0, "a residue without a line");
        last = record.line;
        return {};
    };
    const auto status = readFile(path, *findReader(format), options, sink, {}, {}, FaultyRecords::Deliver);
    require(!status || records > 0, "neither a record nor an error");
    require(status || !status.error().found.empty(), "an error without words");
}

std::string gz(std::string_view text) {
    z_stream stream{};
    require(deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK, "zlib");
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string xz(std::string_view text) {
    std::string out(lzma_stream_buffer_bound(text.size()), '\0');
    std::size_t size = 0;
    const auto* in = reinterpret_cast<const std::uint8_t*>(text.data());
    require(lzma_easy_buffer_encode(0, LZMA_CHECK_CRC32, nullptr, in, text.size(), reinterpret_cast<std::uint8_t*>(out.data()), &size,
                                    out.size()) == LZMA_OK,
            "liblzma");
    out.resize(size);
    return out;
}

/// Packed as `choice` says: as it is, behind the magic bytes, or well packed; of the latter two bytes of the text say which byte is changed how.
std::string packed(std::string_view text, unsigned char choice) {
    const bool useXz = (choice & 1U) != 0;
    if ((choice & 6U) == 0) return std::string(text);
    if ((choice & 6U) == 2)
        return std::string(useXz ? std::string_view("\xFD"
                                                    "7zXZ\0",
                                                    6)
                                 : std::string_view("\x1F\x8B\x08", 3)) +
               std::string(text);
    std::string out = useXz ? xz(text) : gz(text);
    if ((choice & 8U) != 0) out += useXz ? xz("second") : gz("second");
    if (text.size() < 3 || (choice & 6U) == 4) return out;
    const std::size_t place = (static_cast<unsigned char>(text[0]) * 256U + static_cast<unsigned char>(text[1])) % out.size();
    if ((choice & 16U) != 0) return out.substr(0, place);
    out[place] = static_cast<char>(out[place] ^ text[2]);
    return out;
}

void importOne(const std::string& path, const ReadOptions& options, unsigned char choice) {
    ImportOptions all;
    all.files = {path};
    all.reading = options;
    all.onBad = static_cast<OnBad>(choice % 3);
    const auto imported = importFiles(all);
    require(!imported || imported->report.imported + imported->report.skipped == imported->report.present, "a record is lost");
    require(!imported || static_cast<std::int64_t>(imported->dataset.sequences.size()) == imported->report.imported, "a miscount");
    (void)lookAt(all);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view format = STRAND_FUZZ_FORMAT, content(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (format == "unpack") {
        readOne(MemoryFile(packed(content, data[0])).path(), "lines", {});
    } else if (format == "import") {
        importOne(MemoryFile(content).path(), optionsOf(data[0]), data[0]);
    } else {
        readOne(MemoryFile(content).path(), STRAND_FUZZ_FORMAT, optionsOf(data[0]));
    }
    return 0;
}
