// Content through a reader, for the tests of readers.
#pragma once

#include "data/reader.hpp"
#include "support/synthetic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace strand::test {

/// "id|label|split:sequence" of every record, "! LINE: defect" of those that have one, and the error where reading ends with it.
inline std::vector<std::string> recordsOf(const char* format, std::string_view content, const ReadOptions& options = {}) {
    const TempDir dir;
    const std::string path = dir.write("f.txt", content);
    std::vector<std::string> out;
    const RecordSink sink = [&](SequenceRecord&& record) -> SinkStatus {
        if (record.defect) {
            out.push_back("! " + record.defect->english().substr(path.size() + 1));
            return {};
        }
        std::string text = record.id;
        if (!record.label.empty() || record.split != Split::None) text += "|" + record.label;
        if (record.split != Split::None) text += std::string("|") + splitName(record.split);
        out.push_back(text + ":" + record.sequence);
        return {};
    };
    const auto status = readFile(path, *findReader(format), options, sink, {}, {}, FaultyRecords::Deliver);
    if (!status) out.push_back("ERROR " + status.error().english().substr(path.size() + 1));
    return out;
}

/// The format that content is recognised as; empty = none.
inline std::string formatOf(std::string_view content) {
    const TempDir dir;
    const auto source = TextSource::open(dir.write("f.txt", content));
    if (!source) return {};
    const auto reader = detectReader(*source);
    return reader ? (*reader)->name : std::string();
}

using Texts = std::vector<std::string>;

}  // namespace strand::test
