// Icons: Lucide files tinted while painting, so a change of theme needs no new icons.
#include "ui/theme/theme.hpp"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace strand {

namespace {

QByteArray source(const QString& name) {
    static QHash<QString, QByteArray> files;
    auto found = files.find(name);
    if (found == files.end()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        found = files.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

QColor colourOf(QIcon::Mode mode, QIcon::State state, bool onAccent) {
    const Theme& t = theme();
    if (onAccent && mode != QIcon::Disabled) return t.textOnAccent;
    if (mode == QIcon::Disabled) return mixed(t.surface, t.textFaint, 0.55);
    if (mode == QIcon::Selected) return t.textOnAccent;
    return state == QIcon::On ? t.accent : mixed(t.textMuted, t.text, 0.35);
}

/// In a square; what an area has beyond it stays free at the right, towards the words.
void paintIcon(QPainter& painter, const QRectF& area, const QString& name, const QColor& colour) {
    QByteArray svg = source(name);
    if (svg.isEmpty()) return;
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    const double side = qMin(area.width(), area.height());
    renderer.render(&painter, QRectF(area.left(), area.top() + (area.height() - side) / 2, side, side));
}

class TintedIcon : public QIconEngine {
public:
    TintedIcon(QString name, bool onAccent) : m_name(std::move(name)), m_onAccent(onAccent) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        paintIcon(*painter, rect, m_name, colourOf(mode, state, m_onAccent));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        const QColor colour = colourOf(mode, state, m_onAccent);
        const QString key = QStringLiteral("strand-icon/%1/%2/%3x%4").arg(m_name, colour.name()).arg(size.width()).arg(size.height());
        QPixmap result;
        if (QPixmapCache::find(key, &result)) return result;
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paintIcon(painter, QRectF(QPointF(), QSizeF(size)), m_name, colour);
        painter.end();
        QPixmapCache::insert(key, result);
        return result;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedIcon(m_name, m_onAccent); }
    QString key() const override { return QStringLiteral("strand"); }
    bool isNull() override { return source(m_name).isEmpty(); }

private:
    QString m_name;
    bool m_onAccent;
};

}  // namespace

QIcon icon(const QString& name) { return QIcon(new TintedIcon(name, false)); }

QIcon iconOnAccent(const QString& name) { return QIcon(new TintedIcon(name, true)); }

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal pixelRatio) {
    QPixmap result(qRound(size * pixelRatio), qRound(size * pixelRatio));
    result.fill(Qt::transparent);
    QPainter painter(&result);
    paintIcon(painter, QRectF(result.rect()), name, colour);
    painter.end();
    result.setDevicePixelRatio(pixelRatio);
    return result;
}

}  // namespace strand
