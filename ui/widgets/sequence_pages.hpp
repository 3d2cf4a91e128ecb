// Pages of the rows of a dataset, read beside the window: a row is there at once, or comes soon.
#pragma once

#include "storage/dataset_store.hpp"
#include "ui/plots/latest_task.hpp"

#include <QObject>

#include <unordered_map>

namespace strand {

class SequencePages : public QObject {
    Q_OBJECT

public:
    /// What the rows are: those of a dataset in their order, or those that `ordinals` names.
    struct Source {
        std::string project;  ///< path
        std::int64_t dataset = 0;
        std::int64_t rows = 0;
        std::int64_t typicalLength = 1;  ///< residues of a longer row; pages hold fewer of long ones
        std::shared_ptr<const std::vector<std::int32_t>> ordinals;
    };

    using QObject::QObject;

    /// Other rows: nothing of before is shown any more.
    void setSource(Source source);
    /// The same rows with other content: what is there is shown until it is read again.
    void refresh();
    /// Lets go of the project file.
    void close();
    /// Null until its page has been read, which this call asks for; the pages asked for last come first.
    [[nodiscard]] const SequenceRow* row(int row);

signals:
    void arrived(int first, int last);
    void failed(const strand::Error& error);

private:
    struct Page {
        std::vector<SequenceRow> rows;
        bool stale = false;
    };
    struct ReadPage {
        int page = 0;
        Result<std::vector<SequenceRow>> rows;
    };
    [[nodiscard]] int pageRows() const;
    void want(int page);
    void readNext();
    void take(ReadPage& read);

    Source m_source;
    std::unordered_map<int, Page> m_pages;
    std::vector<int> m_wanted;  ///< the last one is read first
    LatestTask<ReadPage> m_read;
};

}  // namespace strand
