// Readers: one entry a file format in a table; each streams records to a sink.
#pragma once

#include "core/progress.hpp"
#include "data/sequence.hpp"
#include "data/text_source.hpp"

#include <functional>
#include <span>
#include <stop_token>

namespace strand {

/// Takes one record; an error ends the reading with it.
using RecordSink = std::function<Result<void>(SequenceRecord&&)>;

struct ReaderEntry {
    const char* name;                           ///< "fasta"
    Message title;                              ///< "FASTA"
    const char* extensions;                     ///< "fa fasta fna txt", for file dialogs
    const char* example;                        ///< what the content looks like, for messages: ">name|label"
    bool (*recognises)(std::string_view head);  ///< first bytes of the content
    /// Delivers every record, also those without a residue. The record's memory is used again where the sink leaves it.
    Result<void> (*read)(TextSource& source, const RecordSink& sink);
};

/// All formats, most specific first.
[[nodiscard]] std::span<const ReaderEntry> readers();
[[nodiscard]] const ReaderEntry* findReader(std::string_view name);
/// The format of a file by its content; unknown content: ErrorCode::BadInput naming what is known.
[[nodiscard]] Result<const ReaderEntry*> detectReader(const std::string& path);

/// A record without a residue, as an error at its line.
[[nodiscard]] Error emptyRecord(const SequenceRecord& record, const std::string& path);

enum class EmptyRecords { Refuse, Deliver };

/// Reads a whole file through `reader`. Stops with ErrorCode::Interrupted between records when asked to.
Result<void> readFile(const std::string& path, const ReaderEntry& reader, const RecordSink& sink, const ProgressFn& progress = {},
                      std::stop_token stop = {}, EmptyRecords empty = EmptyRecords::Refuse);

}  // namespace strand
