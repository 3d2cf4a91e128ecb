#include "storage/setting_store.hpp"

#include "storage/connection.hpp"

namespace strand {

using namespace detail;

Result<std::optional<std::string>> SettingStore::get(const std::string& key) const {
    return guarded(m_project, [&]() -> Result<std::optional<std::string>> {
        SQLite::Statement query(m_project.database(), "SELECT value FROM settings WHERE key = ?");
        query.bind(1, key);
        if (!query.executeStep()) return std::nullopt;
        return query.getColumn(0).getString();
    });
}

Result<void> SettingStore::set(const std::string& key, const std::string& value) {
    return guarded(m_project, [&]() -> Result<void> {
        SQLite::Statement update(m_project.database(),
                                 "INSERT INTO settings(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = ?2");
        update.bind(1, key);
        update.bind(2, value);
        update.exec();
        return {};
    });
}

}  // namespace strand
