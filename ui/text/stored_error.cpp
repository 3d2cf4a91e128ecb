#include "ui/text/stored_error.hpp"

#include "ui/text/sentences.hpp"

#include <QCoreApplication>
#include <QRegularExpression>

namespace strand {

namespace {

// What a training in progress can meet.
constexpr const char* kKnown[] = {
    QT_TRANSLATE_NOOP("engine", "the loss is no longer a finite number at step %1 (learning rate %2)"),
    QT_TRANSLATE_NOOP("engine", "the weights are no longer finite numbers after step %1 (learning rate %2)"),
    QT_TRANSLATE_NOOP("engine", "there is not enough memory (%1)"),
    QT_TRANSLATE_NOOP("engine", "there is not enough memory"),
    QT_TRANSLATE_NOOP("engine", "the device failed (%1)"),
    QT_TRANSLATE_NOOP("engine", "the disk is full"),
    QT_TRANSLATE_NOOP("engine", "the project file could not be read or written: %1"),
    QT_TRANSLATE_NOOP("engine", "the project is in use by another program"),
    QT_TRANSLATE_NOOP("engine", "the project was opened for reading only"),
    QT_TRANSLATE_NOOP("engine", "the project file cannot be opened: %1"),
    QT_TRANSLATE_NOOP("engine", "the project file is damaged: %1"),
    QT_TRANSLATE_NOOP("engine", "a single value is larger than 512 MiB"),
    QT_TRANSLATE_NOOP("engine", "the project file does not accept this: %1"),
    QT_TRANSLATE_NOOP("engine", "the project file was moved or deleted while it was open"),
};

/// "FILE: " or nothing, then the sentence.
QRegularExpression patternOf(const char* known) {
    QString pattern = QRegularExpression::escape(QString::fromLatin1(known));
    pattern.replace(QRegularExpression(QStringLiteral("\\\\%[1-9]")), QStringLiteral("(.+)"));
    return QRegularExpression(QStringLiteral("\\A(?:(.+?): )?%1\\z").arg(pattern), QRegularExpression::DotMatchesEverythingOption);
}

}  // namespace

QString storedErrorText(const std::string& english) {
    const QString text = QString::fromStdString(english);
    for (const char* known : kKnown) {
        const auto match = patternOf(known).match(text);
        if (!match.hasMatch()) continue;
        Error error;
        error.found = Message(known, match.captured(2).toStdString(), match.captured(3).toStdString());
        error.file = match.captured(1).toStdString();
        return sentence(error);
    }
    return text;
}

}  // namespace strand
