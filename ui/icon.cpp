// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontMetricsF>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// Resources of a static library are only found after this; it must stand outside any namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    //! Draws an SVG in the colour that its tint has at the moment of painting.
    class TintedIcon : public QIconEngine
    {
    public:
        TintedIcon(QString name, IconTint tint) : m_name(std::move(name)), m_tint(tint) {}

        void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
        {
            const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
            QPixmap drawn = draw((QSizeF(rect.size()) * ratio).toSize(), mode);
            drawn.setDevicePixelRatio(ratio);
            painter->drawPixmap(rect.topLeft(), drawn);
        }

        QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
        {
            return draw(size, mode);
        }

        QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
        {
            return draw(size, mode);
        }

        [[nodiscard]] QIconEngine* clone() const override { return new TintedIcon(m_name, m_tint); }
        [[nodiscard]] bool isNull() override { return false; }
        QString iconName() override { return m_name; }

    private:
        [[nodiscard]] QColor colour(QIcon::Mode mode) const
        {
            return mode == QIcon::Disabled ? colours().edge : tintColour(m_tint);
        }

        [[nodiscard]] QPixmap draw(const QSize& size, QIcon::Mode mode) const
        {
            const QColor tint = colour(mode);
            const QString key = u"companion-%1-%2-%3"_s.arg(m_name, tint.name()).arg(size.width());
            QPixmap drawn;
            if (QPixmapCache::find(key, &drawn))
                return drawn;
            QFile file(u":/companion/icons/"_s + m_name + u".svg"_s);
            drawn = QPixmap(size);
            drawn.fill(Qt::transparent);
            if (!size.isEmpty() && file.open(QIODevice::ReadOnly)) {
                const QByteArray coloured = tint.name().toLatin1() + '"';
                QSvgRenderer renderer(file.readAll().replace("#000\"", coloured));
                QPainter painter(&drawn);
                renderer.render(&painter);
            }
            QPixmapCache::insert(key, drawn);
            return drawn;
        }

        QString m_name;
        IconTint m_tint;
    };

} // namespace

QColor tintColour(IconTint tint)
{
    const auto& c = colours();
    switch (tint) {
    case IconTint::Text:
        return c.text;
    case IconTint::Muted:
        return c.muted;
    case IconTint::Accent:
        return c.accent;
    case IconTint::OnAccent:
        return c.onAccent;
    case IconTint::Danger:
        return c.danger;
    case IconTint::OnDanger:
        return c.onDanger;
    case IconTint::Warning:
        return c.warning;
    case IconTint::Success:
        return c.success;
    }
    return c.text;
}

QIcon icon(const QString& name, IconTint tint)
{
    registerIcons();
    return QIcon(new TintedIcon(name, tint));
}

int iconSize()
{
    return qMax(14, qRound(QFontMetricsF(QApplication::font()).height()));
}

} // namespace companion
