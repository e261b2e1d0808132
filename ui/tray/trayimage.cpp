// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tray/trayimage.h"

#include <QPainter>
#include <QPainterPath>

namespace companion {

namespace {

    // Colours of the tile and the badge: between light and dark, so that both panels carry them.
    const QColor blue(0x2f6fd6);
    const QColor grey(0x6d7686);
    const QColor red(0xc93240);
    const QColor amber(0xd98200);
    const QColor green(0x1f8f4c);
    const QColor white(0xffffff);

    constexpr qreal grid = 16; // all drawing is on a grid of 16, the smallest size

    QColor tileColour(const TrayLook& look)
    {
        if (look.activity == PhoneActivity::Ringing)
            return amber;
        if (look.activity == PhoneActivity::Talking)
            return green;
        switch (look.pbx) {
        case LinkState::Connected:
            return blue;
        case LinkState::Failed:
            return red;
        case LinkState::SignedOut:
        case LinkState::Connecting:
        case LinkState::Reconnecting:
            break;
        }
        return grey;
    }

    //! The receiver as an arc with two ends, \p turn degrees from lying flat.
    void drawReceiver(QPainter& painter, qreal turn, const QPointF& middle, qreal size)
    {
        painter.save();
        painter.translate(middle);
        painter.rotate(turn);
        painter.scale(size / 10, size / 10);
        QPainterPath receiver;
        receiver.moveTo(-5, 1.6);
        receiver.cubicTo(-5, -3.4, 5, -3.4, 5, 1.6);
        receiver.cubicTo(5, 2.9, 2.1, 2.6, 2.1, 1.4);
        receiver.lineTo(2.1, 0.1);
        receiver.cubicTo(0.8, -0.4, -0.8, -0.4, -2.1, 0.1);
        receiver.lineTo(-2.1, 1.4);
        receiver.cubicTo(-2.1, 2.6, -5, 2.9, -5, 1.6);
        painter.fillPath(receiver, white);
        painter.restore();
    }

    void drawWaves(QPainter& painter, const QPointF& from, int count)
    {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(white, 1.3, Qt::SolidLine, Qt::RoundCap));
        for (int wave = 0; wave < count; ++wave) {
            const qreal radius = 2.2 + 2.2 * wave;
            painter.drawArc(QRectF(from.x() - radius, from.y() - radius, 2 * radius, 2 * radius),
                            5 * 16, 80 * 16);
        }
    }

    void drawTile(QPainter& painter, const TrayLook& look)
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tileColour(look));
        // Ringing is a circle, so that it is told from the resting tile without its colour.
        if (look.activity == PhoneActivity::Ringing)
            painter.drawEllipse(QRectF(0.25, 0.25, 15.5, 15.5));
        else
            painter.drawRoundedRect(QRectF(0.5, 0.5, 15, 15), 4, 4);
    }

    void drawPhone(QPainter& painter, const TrayLook& look)
    {
        if (look.activity == PhoneActivity::Ringing) {
            drawReceiver(painter, -45, {7.0, 9.0}, 9);
            drawWaves(painter, {8.6, 7.4}, 2);
            return;
        }
        if (look.activity == PhoneActivity::Talking) {
            drawReceiver(painter, -90, {6.2, 8}, 9.5);
            painter.setPen(Qt::NoPen);
            painter.setBrush(white);
            for (int bar = 0; bar < 3; ++bar) { // a little sound level
                const qreal height = bar == 1 ? 7 : 4;
                painter.drawRoundedRect(QRectF(8.2 + bar * 2.1, 8 - height / 2, 1.2, height), 0.6,
                                        0.6);
            }
            return;
        }
        drawReceiver(painter, -45, {8, 8}, 10.5);
        if (look.pbx == LinkState::SignedOut || look.pbx == LinkState::Failed) {
            painter.setPen(QPen(tileColour(look), 3.4, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(3.6, 3.6), QPointF(12.4, 12.4));
            painter.setPen(QPen(white, 1.4, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(3.4, 3.4), QPointF(12.6, 12.6));
        } else if (look.pbx != LinkState::Connected) { // connecting: three dots
            painter.setPen(Qt::NoPen);
            painter.setBrush(white);
            for (int dot = 0; dot < 3; ++dot)
                painter.drawEllipse(QPointF(3.6 + dot * 2.6, 3.6), 0.9, 0.9);
        }
    }

    void clearBehindBadge(QPainter& painter, const QPointF& middle, qreal radius)
    {
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
        painter.setPen(Qt::NoPen);
        painter.setBrush(white);
        painter.drawEllipse(middle, radius, radius);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    }

    //! Salesforce's state at the lower corner: nothing when all is well.
    void drawBadge(QPainter& painter, const TrayLook& look)
    {
        const QPointF middle(12.4, 12.4);
        if (!look.isPaused && look.crm == LinkState::Connected && !look.hasPending)
            return;
        clearBehindBadge(painter, middle, 4.1);
        painter.setPen(Qt::NoPen);
        const bool isFailed = !look.isPaused && look.crm == LinkState::Failed;
        const bool isWaiting = look.crm == LinkState::Connecting
            || look.crm == LinkState::Reconnecting
            || (look.crm == LinkState::Connected && look.hasPending);
        painter.setBrush(look.isPaused ? grey : isFailed ? red : isWaiting ? amber : grey);
        painter.drawEllipse(middle, 3.3, 3.3);
        painter.setPen(QPen(white, 1.1, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(white);
        if (look.isPaused) {
            painter.drawLine(middle + QPointF(-0.9, -1.3), middle + QPointF(-0.9, 1.3));
            painter.drawLine(middle + QPointF(0.9, -1.3), middle + QPointF(0.9, 1.3));
        } else if (isFailed) {
            painter.drawLine(middle + QPointF(-1.2, -1.2), middle + QPointF(1.2, 1.2));
            painter.drawLine(middle + QPointF(1.2, -1.2), middle + QPointF(-1.2, 1.2));
        } else if (isWaiting) {
            painter.drawLine(middle, middle + QPointF(0, -1.7));
            painter.drawLine(middle, middle + QPointF(1.4, 0));
        } else { // signed out
            painter.drawLine(middle + QPointF(-1.5, 0), middle + QPointF(1.5, 0));
        }
    }

} // namespace

QPixmap trayPixmap(const TrayLook& look, int side)
{
    QPixmap image(side, side);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / grid, side / grid);
    drawTile(painter, look);
    drawPhone(painter, look);
    drawBadge(painter, look);
    return image;
}

QIcon trayImage(const TrayLook& look)
{
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(trayPixmap(look, side));
    return icon;
}

} // namespace companion
