// Reading FASTA, importing a million records, opening and paging the project. compare_reading.py runs the reading part against its peers.
// STRAND_BENCH_DIR: where the generated files are kept (and taken from, where they are there already); default: a temporary folder.
#include "core/random.hpp"
#include "data/reader.hpp"
#include "storage/dataset_store.hpp"
#include "support/synthetic.hpp"

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

using namespace strand;

namespace {

constexpr std::int64_t kRecords = 1'000'000, kLength = 41;

/// The value, or an exception with the error's words.
template <typename T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().english());
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// `count` records of `length` nt in lines of `width`: ">seq1|0|train" ...
void writeFasta(const std::string& path, std::int64_t count, std::int64_t length, std::size_t width) {
    Random random(1);
    std::ofstream out(path, std::ios::binary);
    std::string residues(static_cast<std::size_t>(length), '\0');
    for (std::int64_t i = 0; i < count; ++i) {
        for (char& residue : residues)
            residue = "ACGT"[random.below(4)];
        out << fmt::format(">seq{}|{}|{}\n", i + 1, i % 2, i % 10 == 0 ? "test" : "train");
        for (std::size_t at = 0; at < residues.size(); at += width)
            out << std::string_view(residues).substr(at, width) << '\n';
    }
    if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

const std::string& folder() {
    static const test::TempDir temporary;
    static const char* const given = std::getenv("STRAND_BENCH_DIR");
    static const std::string path = given != nullptr ? given : temporary.path();
    return path;
}

std::string made(const char* name, std::int64_t count, std::int64_t length, std::size_t width) {
    const std::string path = folder() + "/" + name;
    if (!std::filesystem::exists(path)) writeFasta(path, count, length, width);
    return path;
}
std::string longFasta() { return made("long.fa", 10'000, 20'000, 100); }
std::string shortFasta() { return made("short.fa", kRecords, kLength, 100); }

using MakeFile = std::string (*)();

void setBytes(benchmark::State& state, const std::string& path) {
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(std::filesystem::file_size(path)));
}

/// The bound: the kernel copies the file to us and nobody looks at it.
void plainRead(benchmark::State& state, MakeFile file) {
    const std::string path = file();
    std::vector<char> block(std::size_t{1} << 18U);
    for (auto _ : state) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        while (::read(descriptor, block.data(), block.size()) > 0)
            benchmark::ClobberMemory();
        ::close(descriptor);
    }
    setBytes(state, path);
}

void readRecords(benchmark::State& state, MakeFile file) {
    const std::string path = file();
    std::int64_t records = 0, residues = 0;
    for (auto _ : state) {
        const RecordSink sink = [&](SequenceRecord&& record) -> SinkStatus {
            ++records;
            residues += static_cast<std::int64_t>(record.sequence.size());
            return {};
        };
        must(readFile(path, *findReader("fasta"), {}, sink));
    }
    setBytes(state, path);
    state.SetItemsProcessed(records);
    state.counters["residues"] = static_cast<double>(residues / state.iterations());
}

void importRecords(benchmark::State& state, MakeFile file) {
    const std::string path = file();
    for (auto _ : state)
        benchmark::DoNotOptimize(must(importFiles({.files = {path}})));
    setBytes(state, path);
}

BENCHMARK_CAPTURE(plainRead, long, &longFasta)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plainRead, short, &shortFasta)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(readRecords, long, &longFasta)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(readRecords, short, &shortFasta)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(importRecords, long, &longFasta)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(importRecords, short, &shortFasta)->Unit(benchmark::kMillisecond);

/// Peak resident memory since resetPeak(), MiB (Linux).
double peakMemory() {
    std::ifstream status("/proc/self/status");
    std::string word;
    double kib = 0;
    while (status >> word) {
        if (word == "VmHWM:") status >> kib;
    }
    return kib / 1024;
}
void resetPeak() { std::ofstream("/proc/self/clear_refs") << 5; }

std::string projectPath() { return folder() + "/million.strand"; }

void importInto(const std::string& path) {
    auto project = must(ProjectFile::open(path, ProjectFile::Access::Write, ProjectFile::Missing::Create));
    const ImportedDataset imported = must(importFiles({.files = {shortFasta()}}));
    must(DatasetStore(project).add(imported.dataset, imported.report));
}

/// From the FASTA file to a closed project; file_ratio is the project's size by that of the FASTA file.
void importProject(benchmark::State& state) {
    const std::string fasta = shortFasta();
    for (auto _ : state) {
        state.PauseTiming();
        std::filesystem::remove(projectPath());
        resetPeak();
        state.ResumeTiming();
        importInto(projectPath());
    }
    state.SetItemsProcessed(state.iterations() * kRecords);
    state.counters["peak_MiB"] = peakMemory();
    state.counters["file_ratio"] =
        static_cast<double>(std::filesystem::file_size(projectPath())) / static_cast<double>(std::filesystem::file_size(fasta));
}
BENCHMARK(importProject)->Unit(benchmark::kMillisecond)->UseRealTime();

std::string project() {
    if (!std::filesystem::exists(projectPath())) importInto(projectPath());
    return projectPath();
}

constexpr std::int64_t kPage = 256;  // rows a page, as the table of the window reads them

void openFirstPage(benchmark::State& state) {
    const std::string path = project();
    for (auto _ : state) {
        const auto opened = must(ProjectFile::open(path, ProjectFile::Access::Read));
        const DatasetStore store(opened);
        benchmark::DoNotOptimize(must(store.page(must(store.list()).front().id, 0, kPage)));
    }
}
BENCHMARK(openFirstPage)->Unit(benchmark::kMillisecond);

void randomPage(benchmark::State& state) {
    const auto opened = must(ProjectFile::open(project(), ProjectFile::Access::Read));
    const DatasetStore store(opened);
    Random random(2);
    for (auto _ : state)
        benchmark::DoNotOptimize(must(store.page(1, random.below(kRecords), kPage)));
}
BENCHMARK(randomPage)->Unit(benchmark::kMicrosecond);

void filterRows(benchmark::State& state, const SequenceFilter& filter) {
    const auto opened = must(ProjectFile::open(project(), ProjectFile::Access::Read));
    const DatasetStore store(opened);
    for (auto _ : state)
        state.counters["rows"] = static_cast<double>(must(store.ordinals(1, filter)).size());
}
BENCHMARK_CAPTURE(filterRows, label, SequenceFilter{"", 1, {}})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterRows, text, SequenceFilter{"ACGTACG", {}, {}})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterRows, byName, SequenceFilter{"", {}, {}, SequenceSort::Id})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterRows, byLength, SequenceFilter{"", {}, {}, SequenceSort::Length})->Unit(benchmark::kMillisecond);

/// A page of rows scattered over the whole table, as a filtered view shows them.
void filteredPage(benchmark::State& state) {
    const auto opened = must(ProjectFile::open(project(), ProjectFile::Access::Read));
    const DatasetStore store(opened);
    const std::vector<std::int32_t> found = must(store.ordinals(1, {"ACGTACG", {}, {}}));
    Random random(3);
    for (auto _ : state) {
        const auto begin = found.begin() + random.below(static_cast<std::uint32_t>(found.size() - kPage));
        benchmark::DoNotOptimize(must(store.rows(1, {begin, begin + kPage})));
    }
}
BENCHMARK(filteredPage)->Unit(benchmark::kMicrosecond);

void loadDataset(benchmark::State& state) {
    const auto opened = must(ProjectFile::open(project(), ProjectFile::Access::Read));
    for (auto _ : state)
        benchmark::DoNotOptimize(must(DatasetStore(opened).load(1)));
    state.SetItemsProcessed(state.iterations() * kRecords);
}
BENCHMARK(loadDataset)->Unit(benchmark::kMillisecond);

}  // namespace
