// Small named texts in the project file: what the window needs to reopen as it was left.
#pragma once

#include "storage/project_file.hpp"

#include <optional>

namespace strand {

class SettingStore {
public:
    explicit SettingStore(const ProjectFile& project) : m_project(project) {}
    [[nodiscard]] Result<std::optional<std::string>> get(const std::string& key) const;
    Result<void> set(const std::string& key, const std::string& value);

private:
    const ProjectFile& m_project;
};

}  // namespace strand
