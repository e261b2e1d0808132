// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/cardpaint.h"

#include "ui/text/calltext.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextBoundaryFinder>

namespace companion::cardpaint {

using namespace Qt::StringLiterals;

namespace {

    QFont badgeFont()
    {
        QFont font = textFont(TextRole::Caption);
        font.setWeight(QFont::DemiBold);
        return font;
    }

    QString firstLetter(const QString& word)
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
        const auto end = finder.toNextBoundary();
        return word.left(qMax<qsizetype>(0, end)).toUpper();
    }

    QString callIconName(const Call& call)
    {
        switch (call.phase) {
        case CallPhase::Ringing:
            return u"phone-in"_s;
        case CallPhase::Dialling:
            return u"phone-out"_s;
        case CallPhase::Connected:
            return call.isMuted ? u"microphone-off"_s : u"answer"_s;
        case CallPhase::Held:
            return u"pause"_s;
        case CallPhase::Ended:
            break;
        }
        switch (call.result) {
        case CallResult::Missed:
        case CallResult::Failed:
            return u"phone-missed"_s;
        case CallResult::Voicemail:
            return u"voicemail"_s;
        case CallResult::AnsweredElsewhere:
            return u"people"_s;
        case CallResult::None:
        case CallResult::Answered:
        case CallResult::NoAnswer:
        case CallResult::Busy:
        case CallResult::Declined:
            break;
        }
        return u"hang-up"_s;
    }

    bool isIdeographic(QChar letter)
    {
        return letter.script() == QChar::Script_Han || letter.script() == QChar::Script_Hangul
            || letter.script() == QChar::Script_Hiragana
            || letter.script() == QChar::Script_Katakana;
    }

} // namespace

QColor kindColour(const QString& object)
{
    if (object == "Contact"_L1)
        return colours().contact;
    if (object == "Lead"_L1)
        return colours().lead;
    if (object == "Account"_L1)
        return colours().account;
    return colours().muted;
}

QColor tint(const QColor& colour)
{
    const auto& surface = colours().surface;
    const float share = colours().isDark ? 0.16F : 0.10F;
    const auto part = [share](float from, float to) {
        return from + (to - from) * share;
    };
    return QColor::fromRgbF(part(surface.redF(), colour.redF()),
                            part(surface.greenF(), colour.greenF()),
                            part(surface.blueF(), colour.blueF()));
}

QColor callColour(const Call& call)
{
    switch (call.phase) {
    case CallPhase::Ringing:
    case CallPhase::Dialling:
        return colours().ringing;
    case CallPhase::Connected:
        return colours().talking;
    case CallPhase::Held:
        return colours().held;
    case CallPhase::Ended:
        break;
    }
    const bool isBad = call.result == CallResult::Missed || call.result == CallResult::Failed;
    return isBad ? colours().danger : colours().ended;
}

QPixmap callIcon(const Call& call, const QSize& size, qreal ratio)
{
    QPixmap image = icon(callIconName(call)).pixmap(size, ratio);
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(), size), callColour(call));
    return image;
}

int badgeWidth(const QString& object)
{
    return QFontMetrics(badgeFont()).horizontalAdvance(text::recordKind(object)) + spacing(3);
}

int drawBadge(QPainter& painter, const QRect& line, const QString& object,
              Qt::LayoutDirection direction, const QColor& fill)
{
    const QColor colour = kindColour(object);
    const QFont font = badgeFont();
    const int height = QFontMetrics(font).height() + 2;
    const int width = badgeWidth(object);
    const QRect box = QStyle::visualRect(
        direction, line, QRect(line.left(), line.center().y() - height / 2 + 1, width, height));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(colour);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text::recordKind(object));
    return width;
}

QString initials(const QString& name)
{
    QStringList letters;
    for (const auto& word : name.split(u' ', Qt::SkipEmptyParts)) {
        const QString letter = firstLetter(word);
        if (!letter.isEmpty() && (letter.at(0).isLetter() || letter.at(0).isHighSurrogate()))
            letters.append(letter);
    }
    if (letters.isEmpty())
        return {};
    if (letters.size() == 1 || isIdeographic(letters.constFirst().at(0))
        || letters.constFirst().at(0).isHighSurrogate())
        return letters.constFirst();
    return letters.constFirst() + letters.constLast();
}

void drawLine(QPainter& painter, const QRect& room, const QString& text,
              Qt::LayoutDirection direction)
{
    if (text.isEmpty() || room.width() <= 0)
        return;
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
    const auto side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.save();
    const bool isOfParts = shown.startsWith(QChar(0x2068)); // each with a direction of its own
    painter.setLayoutDirection(isOfParts                   ? direction
                                   : shown.isRightToLeft() ? Qt::RightToLeft
                                                           : Qt::LeftToRight);
    painter.drawText(room, int(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     shown);
    painter.restore();
}

} // namespace companion::cardpaint
