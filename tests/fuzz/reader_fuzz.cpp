// One reader, or the whole import, over what libFuzzer makes up. The first byte chooses options, the rest is the file.
#include "data/import_look.hpp"

#include <sys/mman.h>
#include <unistd.h>

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

void readOne(const std::string& path, const ReadOptions& options) {
    std::int64_t records = 0, last = 0;
    const RecordSink sink = [&](SequenceRecord&& record) -> Result<void> {
        ++records;
        require(record.line > 0, "a record without a line");
        require(!record.defect || !record.defect->found.empty(), "a defect without words");
        if (!record.defect && !record.sequence.empty())
            require(record.place(record.sequence.size() - 1).line > 0, "a residue without a line");
        last = record.line;
        return {};
    };
    const auto status = readFile(path, *findReader(STRAND_FUZZ_FORMAT), options, sink, {}, {}, FaultyRecords::Deliver);
    require(!status || records > 0, "neither a record nor an error");
    require(status || !status.error().found.empty(), "an error without words");
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
    const MemoryFile file(std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
    const ReadOptions options = optionsOf(data[0]);
    if (std::string_view(STRAND_FUZZ_FORMAT) == "import") {
        importOne(file.path(), options, data[0]);
    } else {
        readOne(file.path(), options);
    }
    return 0;
}
