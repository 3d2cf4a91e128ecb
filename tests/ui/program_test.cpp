// The program itself, started as from a terminal.
#include <gtest/gtest.h>

#include <QProcess>

namespace strand {
namespace {

struct Said {
    int code = -1;
    QString out;
};

Said runWithoutDisplay(const QStringList& arguments) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(STRANDLAB), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput())};
}

TEST(Program, SaysItsHelpAndVersionWithoutADisplay) {
    const Said help = runWithoutDisplay({"--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_TRUE(help.out.contains("--sample")) << help.out.toStdString();
    const Said version = runWithoutDisplay({"--version"});
    EXPECT_EQ(version.code, 0);
    EXPECT_TRUE(version.out.startsWith("Strandlab ")) << version.out.toStdString();
}

}  // namespace
}  // namespace strand
