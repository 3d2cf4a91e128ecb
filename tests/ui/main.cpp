// One QApplication for all tests of the window, off the screen and away from the settings of whoever runs them.
#include "ui/session/preferences.hpp"

#include <gmock/gmock.h>
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleMock(&argc, argv);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Strandlab"));
    QApplication::setApplicationName(QStringLiteral("StrandlabTest"));
    QApplication::setApplicationVersion(QStringLiteral("0.0.0"));
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QStandardPaths::setTestModeEnabled(true);
    strand::Preferences preferences;
    preferences.language = QStringLiteral("en");
    preferences.save();
    preferences.apply();
    return RUN_ALL_TESTS();
}
