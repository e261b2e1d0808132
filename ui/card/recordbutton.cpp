// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/recordbutton.h"

#include "ui/card/cardpaint.h"
#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qreal corner = 7;

    QString joined(QStringList parts)
    {
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }

} // namespace

RecordButton::RecordButton(Role role, QWidget* parent) : QAbstractButton(parent), m_role(role)
{
    setFocusPolicy(Qt::TabFocus); // a click must not move the focus on a card
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecordButton::setMatch(const CrmMatch& match, const QDateTime& openedAt)
{
    if (m_match == match && m_openedAt == openedAt)
        return;
    m_match = match;
    m_openedAt = openedAt;
    describe();
    updateGeometry();
    update();
}

void RecordButton::setKey(int key)
{
    if (m_key == key)
        return;
    m_key = key;
    describe();
    update();
}

//! What a screen reader says and the tooltip shows.
void RecordButton::describe()
{
    const QString name = text::isolated(m_match.name);
    const QString kind = text::recordKind(m_match.record.object);
    if (m_role == Role::Link) {
        setAccessibleName(tr("Open %1 %2 in Salesforce", "kind of record, name").arg(kind, name));
        const QString opened = m_openedAt.isValid()
            ? tr("Opened at %1")
                  .arg(QLocale().toString(m_openedAt.toLocalTime().time(), QLocale::ShortFormat))
            : QString();
        setAccessibleDescription(joined({moreLines().join(u", "_s), opened}));
        setToolTip(text::toolTip(joined({accessibleName(), opened, tr("key O")})));
        return;
    }
    setAccessibleName(tr("Choose %1 %2", "kind of record, name").arg(kind, name));
    setAccessibleDescription(
        joined({moreLines().join(u", "_s), m_key > 0 ? tr("key %1").arg(m_key) : QString()}));
    setToolTip(text::toolTip(joined({text::plain(m_match.name), moreLines().join(u" · "_s)})));
}

void RecordButton::setAccountShown(bool isShown)
{
    m_isAccountShown = isShown;
    updateGeometry();
}

QStringList RecordButton::moreLines() const
{
    const bool hasAccount = m_isAccountShown && m_match.account != m_match.name;
    const QString place = joined(
        {hasAccount ? text::isolated(m_match.account) : QString(), text::isolated(m_match.title)});
    if (m_role == Role::Link)
        return {place};
    const QString owner = text::isolated(m_match.owner, 60);
    const QString active = text::when(m_match.lastActivity, QDateTime::currentDateTime());
    QStringList lines{
        place,
        joined({owner.isEmpty() ? QString() : tr("owner %1").arg(owner),
                active.isEmpty()
                    ? QString()
                    : tr("active %1", "last activity: today, 3 days ago").arg(active)})};
    lines.removeAll(QString());
    return lines;
}

QSize RecordButton::sizeHint() const
{
    const int more = m_role == Role::Link ? 1 : int(moreLines().size());
    const int lines = QFontMetrics(textFont(TextRole::Strong)).height()
        + more * QFontMetrics(textFont(TextRole::Caption)).height();
    return {spacing(60), lines + spacing(4)};
}

QSize RecordButton::minimumSizeHint() const
{
    return {spacing(20), sizeHint().height()};
}

void RecordButton::drawFrame(QPainter& painter) const
{
    const auto& c = colours();
    const bool isLit = underMouse() || isDown();
    QColor fill = m_role == Role::Link ? c.accentTint : c.surface;
    if (isLit)
        fill = m_role == Role::Link ? fill.darker(c.isDark ? 88 : 104) : c.sunken;
    const qreal pen = hasFocus() ? 2 : 1;
    painter.setPen(hasFocus()                 ? QPen(c.accent, pen)
                       : m_role == Role::Link ? QPen(Qt::NoPen)
                                              : QPen(c.border, pen));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), corner,
                            corner);
}

//! The number of the key that chooses this record; gives the room that is left.
QRect RecordButton::drawLeading(QPainter& painter, QRect room) const
{
    if (m_key <= 0)
        return room;
    const int side = spacing(6);
    const QRect box(room.left(), room.center().y() - side / 2, side, side);
    const QRect shown = QStyle::visualRect(layoutDirection(), rect(), box);
    painter.setPen(QPen(colours().edge, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(shown).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(colours().muted);
    painter.setFont(textFont(TextRole::Caption));
    painter.drawText(shown, Qt::AlignCenter, QLocale().toString(m_key));
    return room.adjusted(side + spacing(3), 0, 0, 0);
}

QRect RecordButton::drawTrailing(QPainter& painter, QRect room) const
{
    if (m_role == Role::Choice)
        return room;
    const int side = companion::iconSize();
    const QRect box(room.right() - side + 1, room.center().y() - side / 2, side, side);
    const QString name = m_openedAt.isValid() ? u"check"_s : u"open"_s;
    companion::icon(name, IconTint::Accent)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), box));
    return room.adjusted(0, 0, -side - spacing(2), 0);
}

void RecordButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawFrame(painter);
    QRect room = rect().adjusted(spacing(3), spacing(2), -spacing(3), -spacing(2));
    room = drawTrailing(painter, drawLeading(painter, room));

    const QFont strong = textFont(TextRole::Strong);
    const int firstHeight = QFontMetrics(strong).height();
    QStringList more = moreLines();
    more.removeAll(QString());
    const int top = more.isEmpty() ? room.center().y() - firstHeight / 2 : room.top();
    QRect first(room.left(), top, room.width(), firstHeight);
    const QRect line = QStyle::visualRect(layoutDirection(), rect(), first);
    const int badge = cardpaint::badgeWidth(m_match.record.object) + spacing(2);
    if (m_role == Role::Link) { // the kind first, as Salesforce writes it
        cardpaint::drawBadge(painter, line, m_match.record.object, layoutDirection(),
                             colours().surface);
        first.setLeft(first.left() + badge);
    } else {
        const QRect end(first.right() - badge + spacing(2), first.top(), badge, firstHeight);
        cardpaint::drawBadge(painter, QStyle::visualRect(layoutDirection(), rect(), end),
                             m_match.record.object, layoutDirection(),
                             cardpaint::tint(cardpaint::kindColour(m_match.record.object)));
        first.setRight(first.right() - badge);
    }
    painter.setFont(strong);
    painter.setPen(m_role == Role::Link ? colours().accent : colours().text);
    cardpaint::drawLine(painter, QStyle::visualRect(layoutDirection(), rect(), first),
                        text::plain(m_match.name), layoutDirection());
    painter.setFont(textFont(TextRole::Caption));
    painter.setPen(colours().muted);
    QRect below(room.left(), top + firstHeight, room.width(), painter.fontMetrics().height());
    for (const auto& text : std::as_const(more)) {
        cardpaint::drawLine(painter, QStyle::visualRect(layoutDirection(), rect(), below), text,
                            layoutDirection());
        below.translate(0, below.height());
    }
}

} // namespace companion
