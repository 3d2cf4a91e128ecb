#include "ui/widgets/rows_text.hpp"

#include <algorithm>
#include <numeric>

namespace strand {

namespace {

constexpr size_t kAtOnce = 1024;

QString cell(const std::string& text, QChar separator) {
    QString out = QString::fromStdString(text);
    if (separator == QLatin1Char('\t'))
        return out.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (!out.contains(separator) && !out.contains(QLatin1Char('"')) && !out.contains(QLatin1Char('\n'))) return out;
    return QLatin1Char('"') + out.replace(QLatin1String("\""), QLatin1String("\"\"")) + QLatin1Char('"');
}

void append(QString& out, const Sequence& sequence, const std::string& label, const QString& suffix) {
    if (suffix == QLatin1String("fasta")) {
        out += QLatin1Char('>') + QString::fromStdString(sequence.id);
        if (!label.empty()) out += QLatin1Char('|') + QString::fromStdString(label);
        if (!label.empty() && sequence.split != Split::None) out += QLatin1Char('|') + QLatin1String(splitName(sequence.split));
        out += QLatin1Char('\n') + QString::fromStdString(sequence.residues) + QLatin1Char('\n');
        return;
    }
    const QChar separator = QLatin1Char(suffix == QLatin1String("csv") ? ',' : '\t');
    out += cell(sequence.id, separator) + separator + cell(label, separator) + separator;
    out += QLatin1String(sequence.split == Split::None ? "" : splitName(sequence.split)) + separator + cell(sequence.residues, separator);
    out += QLatin1Char('\n');
}

}  // namespace

Result<QString> rowsText(const ProjectFile& project, const DatasetRecord& dataset, const std::vector<std::int32_t>& ordinals,
                         const QString& suffix, const std::stop_token& stop) {
    std::vector<std::int32_t> all(ordinals);
    if (all.empty()) {
        all.resize(static_cast<size_t>(dataset.sequences));
        std::iota(all.begin(), all.end(), 0);
    }
    const DatasetStore store(project);
    QString out;
    if (suffix == QLatin1String("tsv")) out = QStringLiteral("id\tlabel\tsplit\tsequence\n");
    if (suffix == QLatin1String("csv")) out = QStringLiteral("id,label,split,sequence\n");
    for (size_t at = 0; at < all.size(); at += kAtOnce) {
        if (stop.stop_requested()) break;
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(at + kAtOnce, all.size()));
        STRAND_ASSIGN(const auto rows, store.rows(dataset.id, {begin, end}));
        for (const SequenceRow& row : rows) {
            const auto label = static_cast<size_t>(row.sequence.label);
            append(out, row.sequence, row.sequence.label >= 0 && label < dataset.classes.size() ? dataset.classes[label] : std::string(),
                   suffix);
        }
    }
    return out;
}

}  // namespace strand
