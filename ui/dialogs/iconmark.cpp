// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/iconmark.h"

#include <QFontMetrics>
#include <QPainter>

#include <utility>

namespace companion {

IconMark::IconMark(QString name, IconTint tint, QWidget* parent)
    : QWidget(parent), m_name(std::move(name)), m_tint(tint)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconMark::setIcon(const QString& name, IconTint tint)
{
    m_name = name;
    m_tint = tint;
    update();
}

void IconMark::setTextRole(TextRole role)
{
    m_role = role;
    updateGeometry();
}

QSize IconMark::sizeHint() const
{
    const int side = QFontMetrics(textFont(m_role)).height();
    return {side, side};
}

void IconMark::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    icon(m_name, m_tint)
        .paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

} // namespace companion
