// What happened to many records of an import alike: one warning each, with the number of records and the first of them.
#pragma once

#include "core/error.hpp"
#include "data/sequence.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace strand {

enum class ImportNote { LowerCase, OtherBase, Gaps, StopCodon, NoName, NotUtf8, RepeatedName };
inline constexpr std::size_t kImportNotes = 7;

class ImportNotes {
public:
    void add(ImportNote note, const std::string& file, std::int64_t line, const std::string& record);
    /// A warning for each note that was met. OtherBase says which letter became which by `kind`.
    [[nodiscard]] std::vector<Warning> warnings(SequenceKind kind) const;

private:
    struct Entry {
        std::int64_t count = 0;
        std::string file;
        std::int64_t line = 0;
        std::string record;
    };
    std::array<Entry, kImportNotes> m_entries;
};

}  // namespace strand
