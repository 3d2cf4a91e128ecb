// What a person chose for all projects: kept on this computer, not in a project.
#pragma once

#include "ui/theme/theme.hpp"

#include <QStringList>

namespace strand {

struct Preferences {
    ThemeName theme = ThemeName::Light;
    QString language;  ///< a code of languageTable
    double textScale = 1;
    bool simple = false;  ///< layout without options and docks

    /// As stored; where nothing is, the language of the system and the rest as above.
    static Preferences load();
    void save() const;
    /// Theme, text size and language of the whole application.
    void apply() const;
};

/// Projects opened lately, newest first, those that are gone left out; at most ten.
[[nodiscard]] QStringList recentProjects();
void addRecentProject(const QString& path);
void forgetRecentProject(const QString& path);

}  // namespace strand
