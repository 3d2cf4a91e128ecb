#include "ui/text/sentences.hpp"

#include "core/count_text.hpp"
#include "ui/text/language.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace strand {

namespace {

QString notAvailable() { return QStringLiteral("—"); }

QLocale locale() { return QLocale(currentLanguage()); }

/// "9.330127018922195" as "9.33"; what is no long decimal as it is.
std::string shortened(const std::string& argument) {
    constexpr size_t kLong = 8;
    if (argument.size() <= kLong || argument.find_first_not_of("0123456789.-e") != std::string::npos ||
        argument.find('.') == std::string::npos)
        return argument;
    bool isNumber = false;
    const double value = QString::fromStdString(argument).toDouble(&isNumber);
    return isNumber ? QString::number(value, 'g', 4).toStdString() : argument;
}

/// "FILE:LINE:COLUMN (record): "
QString place(const std::string& file, std::int64_t line, std::int64_t column, const std::string& record) {
    QString where = QString::fromStdString(file);
    if (line > 0) where += QStringLiteral(":%1").arg(line);
    if (line > 0 && column > 0) where += QStringLiteral(":%1").arg(column);
    if (!record.empty()) {
        const QString name = QCoreApplication::translate("sentences", "record %1").arg(QString::fromStdString(record));
        where = where.isEmpty() ? name : QStringLiteral("%1, %2").arg(where, name);
    }
    return where.isEmpty() ? where : where + QStringLiteral(": ");
}

}  // namespace

QString toText(const Message& message) {
    if (message.empty()) return {};
    const QString translated = QCoreApplication::translate("engine", message.text.c_str(), nullptr, countOf(message));
    Message shown = message;
    for (std::string& argument : shown.args)
        argument = shortened(argument);
    return QString::fromStdString(shown.fill(translated.toStdString()));
}

QString sentence(const Message& message) {
    QString out = toText(message);
    // Names (d_model, a file) stay as they are: only words of the template begin a sentence.
    const std::string first = message.text.substr(0, message.text.find(' '));
    const bool word = std::all_of(first.begin(), first.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (word && !out.isEmpty()) out[0] = out[0].toUpper();
    return out;
}

QString sentence(const Error& error) {
    if (!place(error.file, error.line, error.column, error.record).isEmpty()) return toText(error);
    QString out = toText(error);
    const QString begin = sentence(error.found);
    return begin + out.mid(begin.size());
}

QString toText(const Error& error) {
    QString out = place(error.file, error.line, error.column, error.record) + toText(error.found);
    if (!error.expected.empty())
        out += QCoreApplication::translate("sentences", "; ", "between what was found and what was expected") + toText(error.expected);
    return out;
}

QString toText(const Warning& warning) {
    const QString said = place(warning.file, warning.line, warning.column, warning.record) + toText(warning.message);
    return warning.skipped ? QCoreApplication::translate("sentences", "%1; the record is skipped").arg(said) : said;
}

QString number(std::int64_t value) { return locale().toString(static_cast<qlonglong>(value)); }

QString real(double value, int digits) {
    if (!std::isfinite(value)) return notAvailable();
    const bool tiny = value != 0 && std::abs(value) < 0.5 * std::pow(10, -digits);
    const bool huge = std::abs(value) >= 1e7;
    return tiny || huge ? locale().toString(value, 'g', std::max(2, digits)) : locale().toString(value, 'f', digits);
}

QString duration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return notAvailable();
    const auto whole = static_cast<qint64>(std::llround(seconds));
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    if (whole >= 3600) return QStringLiteral("%1:%2:%3").arg(QString::number(whole / 3600), two(whole / 60 % 60), two(whole % 60));
    return QStringLiteral("%1:%2").arg(QString::number(whole / 60), two(whole % 60));
}

}  // namespace strand
