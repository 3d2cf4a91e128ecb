// Attention maps to a file as they come: .npy and .csv with one map in memory (and what is said of its tokens), .png and .svg of one sequence.
#pragma once

#include "cli/output.hpp"
#include "pipeline/engine.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace strand::cli {

struct AttentionChoice {
    std::string layer = "all", head = "all";  ///< or numbers from 0, a negative one from the end
    std::string aggregate = "none";           ///< none mean max rollout
};

/// The layers and heads asked for, and what stands along the axes of the file.
struct AttentionAxes {
    std::vector<std::int64_t> lengths;  ///< tokens of each sequence
    std::vector<std::int64_t> layer, head;
    Json layers = Json::array(), heads = Json::array();
    std::string aggregate;
};

/// A file in one format. The maps hold what was chosen, all in the same layers and heads.
class AttentionFile {
public:
    virtual ~AttentionFile() = default;
    virtual Result<void> begin(const AttentionMap& first, const AttentionAxes& axes) = 0;
    virtual Result<void> add(const AttentionMap& map, const AttentionAxes& axes) = 0;
    /// The file is there from now on.
    virtual Result<void> finish(const AttentionAxes& axes) = 0;
};

class AttentionWriter : public AttentionSink {
public:
    /// ErrorCode::Usage where the name of the file says no format.
    static Result<AttentionWriter> create(const std::string& path, AttentionChoice choice);

    Result<void> begin(std::span<const std::int64_t> lengths) override;
    /// ErrorCode::Usage where a layer or head is not there.
    Result<void> take(AttentionMap map) override;
    Result<void> finish();

    /// Of what was written.
    struct Summary {
        std::int64_t records = 0, layers = 0, heads = 0;
        std::string kind;
    };
    [[nodiscard]] const Summary& summary() const { return m_summary; }

private:
    AttentionWriter(std::unique_ptr<AttentionFile> file, AttentionChoice choice) : m_file(std::move(file)), m_choice(std::move(choice)) {}
    Result<void> choose(const AttentionMap& first);

    std::unique_ptr<AttentionFile> m_file;
    AttentionChoice m_choice;
    AttentionAxes m_axes;
    Summary m_summary;
};

/// One for each format; null where the name ends in none of them.
[[nodiscard]] std::unique_ptr<AttentionFile> attentionFile(const std::string& path);

}  // namespace strand::cli
