// Readers: one entry a file format in a table; each streams records to a sink.
#pragma once

#include "core/progress.hpp"
#include "data/sequence.hpp"
#include "data/text_source.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace strand {

/// What a sink says of a record: nothing, or the error that ends the reading. It is returned a million times a second: as small as a pointer.
class SinkStatus {
public:
    SinkStatus() = default;
    SinkStatus(tl::unexpected<Error>&& error) : m_error(std::make_unique<Error>(std::move(error).value())) {}  // NOLINT: as a Result
    [[nodiscard]] explicit operator bool() const { return m_error == nullptr; }
    [[nodiscard]] Error&& error() && { return std::move(*m_error); }
    operator Result<void>() && {  // NOLINT: readers end with what the sink says
        if (m_error) return fail(std::move(*m_error));
        return {};
    }

private:
    std::unique_ptr<Error> m_error;
};

/// Takes one record.
using RecordSink = std::function<SinkStatus(SequenceRecord&&)>;

/// What can be chosen about reading; the defaults are guessed from the content.
struct ReadOptions {
    TextEncoding encoding = TextEncoding::Auto;
    char delimiter = '\0';            ///< of a table: ',' ';' tab '|'; 0 = guessed
    std::optional<bool> headerRow{};  ///< whether the first row of a table names its columns
    /// Columns by name, or by number from 1. Nothing = guessed by name and content; empty = there is none.
    std::optional<std::string> sequenceColumn{}, labelColumn{}, splitColumn{}, idColumn{};
    bool words = false;  ///< FASTA: blanks and line ends part words, one blank each; else they are left out
};

/// How the content is read as columns. Columns count from 0, -1 = none.
struct TableLook {
    char delimiter = '\0';                       ///< 0 where the format has none
    bool headerRow = false;                      ///< the first row holds names
    std::vector<std::string> columns;            ///< names; "1", "2" ... without a header row; empty = no table
    std::vector<std::vector<std::string>> rows;  ///< the first rows, as they stand in the file
    int sequence = -1, label = -1, split = -1, id = -1;
    int joined = 1;  ///< columns from `sequence` on that hold one residue each
};

struct ReaderEntry {
    const char* name;                           ///< "fasta"
    Message title;                              ///< "FASTA"
    const char* extensions;                     ///< "fa fasta fna txt", for file dialogs
    const char* example;                        ///< what the content looks like, for messages: ">name|label"
    bool named;                                 ///< records have names
    bool (*recognises)(std::string_view head);  ///< first bytes of the content; null = only where it is asked for
    /// The columns, from the first bytes; null where the format has none.
    Result<TableLook> (*look)(std::string_view head, const ReadOptions& options);
    /// Delivers every record, also those without a residue and those with a defect (SequenceRecord::defect), and goes on behind them.
    /// The record's memory is used again where the sink leaves it.
    Result<void> (*read)(TextSource& source, const ReadOptions& options, const RecordSink& sink);
};

/// All formats, in the order in which a content is shown to them.
[[nodiscard]] std::span<const ReaderEntry> readers();
[[nodiscard]] const ReaderEntry* findReader(std::string_view name);
/// The format of an open file by its content; unknown content: ErrorCode::BadInput naming what is known.
[[nodiscard]] Result<const ReaderEntry*> detectReader(const TextSource& source);

/// A record without a residue, as an error at its line.
[[nodiscard]] Error emptyRecord(const SequenceRecord& record, const std::string& path);

/// What readFile does with records that have no residue or a defect.
enum class FaultyRecords { Refuse, Deliver };

/// Reads a whole file through `reader`. Stops with ErrorCode::Interrupted between records when asked to.
Result<void> readFile(const std::string& path, const ReaderEntry& reader, const ReadOptions& options, const RecordSink& sink,
                      const ProgressFn& progress = {}, std::stop_token stop = {}, FaultyRecords faulty = FaultyRecords::Refuse);

}  // namespace strand
