#include "cli/speech.hpp"

#include "core/count_text.hpp"

#include <QString>
#include <QTranslator>

#include <cstdlib>

namespace strand::cli {

namespace {

/// Asked directly: no QCoreApplication, which would set the locale and with it the decimal comma.
QTranslator& translator() {
    static QTranslator instance;
    return instance;
}

std::string translated(const Message& message) {
    for (const char* context : {"cli", "engine"}) {
        const QString found = translator().translate(context, message.text.c_str(), nullptr, countOf(message));
        if (!found.isEmpty()) return found.toStdString();
    }
    return message.text;
}

std::string place(const std::string& file, std::int64_t line) {
    if (file.empty()) return {};
    return line > 0 ? fmt::format("{}:{}: ", file, line) : file + ": ";
}

/// " (column 5, record x)", what of it is known and not said already.
std::string details(const std::string& said, std::int64_t column, std::string record) {
    if (said.find(record) != std::string::npos) record.clear();
    if (column > 0 && !record.empty()) return " " + say(STRAND_TEXT("cli", "(column %1, record %2)"), column, record);
    if (column > 0) return " " + say(STRAND_TEXT("cli", "(column %1)"), column);
    if (!record.empty()) return " " + say(STRAND_TEXT("cli", "(record %1)"), record);
    return {};
}

}  // namespace

bool setLanguage(const std::string& code) {
    return translator().load(QStringLiteral(":/i18n/strandlab_%1.qm").arg(QString::fromStdString(code)));
}

std::string environmentLanguage() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        return std::string_view(value).starts_with("zh") ? "zh_CN" : "en";
    }
    return "en";
}

std::string speak(const Message& message) { return message.empty() ? std::string() : message.fill(translated(message)); }

std::string sentence(const Warning& warning) {
    const auto said = speak(warning.message);
    return warning.skipped ? say(STRAND_TEXT("cli", "%1; the record is skipped"), said) : said;
}

std::string speak(const Error& error) {
    std::string out = place(error.file, error.line) + speak(error.found);
    out += details(out, error.column, error.record);
    if (!error.expected.empty()) out += "; " + speak(error.expected);
    return out;
}

std::string speak(const Warning& warning) {
    const auto said = place(warning.file, warning.line) + sentence(warning);
    return said + details(said, warning.column, warning.record);
}

}  // namespace strand::cli
