#include "ui/session/samples.hpp"

#include "data/synthetic.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace strand {

namespace {

constexpr SampleEntry kSamples[] = {
    {"promoters", QT_TRANSLATE_NOOP("samples", "Promoters"),
     QT_TRANSLATE_NOOP("samples", "106 stretches of E. coli DNA: does transcription start here? Trains in seconds."),
     ":/samples/promoters.fasta"},
    {"splice", QT_TRANSLATE_NOOP("samples", "Splice junctions"),
     QT_TRANSLATE_NOOP("samples", "3,190 stretches of primate DNA: an exon's end, its start, or neither."), ":/samples/splice.fasta"},
    {"motif", QT_TRANSLATE_NOOP("samples", "Planted motif"),
     QT_TRANSLATE_NOOP("samples", "4,000 made sequences, half of them hide TGACGTCA: watch attention find it."), nullptr},
};

QString& sampleFolder() {
    static QString folder = QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(QStringLiteral("Strandlab"));
    return folder;
}

Result<DatasetRecord> importResource(const SampleEntry& sample, ProjectFile& project, Engine& engine, const ProgressFn& progress,
                                     std::stop_token stop) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("%1.fasta").arg(QLatin1String(sample.name)));
    if (!folder.isValid() || !QFile::copy(QLatin1String(sample.resource), path)) {
        return fail(Error(ErrorCode::BadInput, STRAND_TEXT("engine", "the sample could not be written to the folder for temporary files"))
                        .at(path.toStdString()));
    }
    ImportOptions options;
    options.files = {path.toStdString()};
    options.name = sample.name;
    return engine.import(project, options, progress, std::move(stop));
}

}  // namespace

std::span<const SampleEntry> sampleTable() { return kSamples; }

const SampleEntry* findSample(const QString& name) {
    for (const SampleEntry& sample : kSamples) {
        if (name == QLatin1String(sample.name)) return &sample;
    }
    return nullptr;
}

QString samplePath(const QString& name) { return QDir(sampleFolder()).filePath(name + QStringLiteral(".strand")); }

void setSampleFolder(const QString& folder) { sampleFolder() = folder; }

Result<DatasetRecord> fillSample(const SampleEntry& sample, ProjectFile& project, Engine& engine, const ProgressFn& progress,
                                 std::stop_token stop) {
    if (sample.resource != nullptr) return importResource(sample, project, engine, progress, std::move(stop));
    Dataset dataset = makePlantedMotif({});
    dataset.name = sample.name;
    return DatasetStore(project).add(dataset, summarise(dataset), progress, std::move(stop));
}

}  // namespace strand
