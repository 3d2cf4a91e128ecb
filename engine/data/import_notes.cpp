#include "data/import_notes.hpp"

#include "core/count_text.hpp"
#include "core/text.hpp"

namespace strand {

namespace {

/// %1 = number of records.
const char* sentence(ImportNote note, SequenceKind kind) {
    switch (note) {
        case ImportNote::LowerCase: return STRAND_COUNT("engine", "%1 records have lower-case letters, which are read as upper case");
        case ImportNote::OtherBase:
            return kind == SequenceKind::Rna ? STRAND_COUNT("engine", "%1 records have T, which is read as U")
                                             : STRAND_COUNT("engine", "%1 records have U, which is read as T");
        case ImportNote::Gaps: return STRAND_COUNT("engine", "%1 records have gaps (- or .), which are removed");
        case ImportNote::StopCodon: return STRAND_COUNT("engine", "%1 records end with *, which is removed");
        case ImportNote::NoName: return STRAND_COUNT("engine", "%1 records have no name and are numbered");
        case ImportNote::NotUtf8: return STRAND_COUNT("engine", "%1 records are not UTF-8 and are read as Latin-1");
        case ImportNote::RepeatedName: break;
    }
    return STRAND_COUNT("engine", "%1 records repeat the name of an earlier one and get a number behind it");
}

}  // namespace

void ImportNotes::add(ImportNote note, const std::string& file, std::int64_t line, const std::string& record) {
    Entry& entry = m_entries.at(static_cast<std::size_t>(note));
    if (entry.count++ == 0) entry = {1, file, line, printable(record)};
}

std::vector<Warning> ImportNotes::warnings(SequenceKind kind) const {
    std::vector<Warning> out;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        if (entry.count > 0)
            out.push_back({{sentence(static_cast<ImportNote>(i), kind), entry.count}, entry.file, entry.line, entry.record});
    }
    return out;
}

}  // namespace strand
