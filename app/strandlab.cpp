// The window's main.
#include "core/log.hpp"
#include "ui/main_window.hpp"
#include "ui/session/open_project.hpp"
#include "ui/session/preferences.hpp"
#include "ui/session/process_age.hpp"
#include "ui/session/samples.hpp"
#include "ui/text/language.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <algorithm>
#include <exception>
#include <string_view>

namespace {

using namespace strand;

struct Arguments {
    QString project, sample, folder;
    bool verbose = false;
};

Arguments readArguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Train models on sequences and look into their attention."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("project"), QCoreApplication::translate("main", "A project (.strand) to open."),
                                 QStringLiteral("[project]"));
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    QCoreApplication::translate("main", "Open a sample: promoters, splice or motif."),
                                    QStringLiteral("name"));
    const QCommandLineOption folder(QStringLiteral("sample-folder"),
                                    QCoreApplication::translate("main", "Where sample projects are made (default: Documents/Strandlab)."),
                                    QStringLiteral("folder"));
    const QCommandLineOption verbose(QStringLiteral("verbose"), QCoreApplication::translate("main", "Write the log to the terminal too."));
    parser.addOptions({sample, folder, verbose});
    parser.process(application);
    return {.project = parser.positionalArguments().value(0),
            .sample = parser.value(sample),
            .folder = parser.value(folder),
            .verbose = parser.isSet(verbose)};
}

/// What waits until the window is on the screen: the engine, the project, the other pages.
void begin(Session& session, MainWindow& window, const Arguments& arguments) {
    logInfo(fmt::format("window shown after {} ms", processAgeMs()));
    session.engine().start();
    if (!arguments.sample.isEmpty()) {
        openSampleNamed(session, arguments.sample);
    } else if (!arguments.project.isEmpty()) {
        openProjectAt(session, arguments.project);
    }
    window.makeAllPages();
}

void nameProgram() {
    QCoreApplication::setOrganizationName(QStringLiteral("Strandlab"));
    QCoreApplication::setApplicationName(QStringLiteral("Strandlab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STRAND_VERSION));
}

/// Help and version are printed without a display, too.
bool asksForText(int argc, char** argv) {
    constexpr std::string_view kSpoken[] = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc,
                       [&](const char* argument) { return std::ranges::find(kSpoken, argument) != std::end(kSpoken); });
}

int speak(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    nameProgram();
    useLanguage(Preferences::load().language);
    readArguments(application);  // prints and ends the program
    return 0;
}

int run(int argc, char** argv) {
    QApplication application(argc, argv);
    nameProgram();
    QApplication::setDesktopFileName(QStringLiteral("org.strandlab.Strandlab"));
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("org.strandlab.Strandlab")));
    Preferences::load().apply();
    const Arguments arguments = readArguments(application);
    configureLog(LogLevel::Info, arguments.verbose);
    if (!arguments.folder.isEmpty()) setSampleFolder(arguments.folder);

    Session session;
    MainWindow window(session);
    QObject::connect(&window, &MainWindow::shown, &window, [&] { begin(session, window, arguments); });
    window.show();
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return asksForText(argc, argv) ? speak(argc, argv) : run(argc, argv);
    } catch (const std::exception& fault) {
        strand::logLine(strand::LogLevel::Error, fault.what());
        return 1;
    }
}
