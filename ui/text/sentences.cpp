#include "ui/text/sentences.hpp"

#include "ui/text/language.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace strand {

namespace {

QString notAvailable() { return QStringLiteral("—"); }

QLocale locale() { return QLocale(currentLanguage()); }

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
    return QString::fromStdString(message.fill(QCoreApplication::translate("engine", message.text.c_str()).toStdString()));
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
