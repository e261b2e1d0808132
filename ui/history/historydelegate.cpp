// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historydelegate.h"

#include "ui/card/cardpaint.h"
#include "ui/history/historymodel.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    struct Mark
    {
        QString icon;
        IconTint tint = IconTint::Muted;
    };

    Mark callMark(const HistoryRow& row)
    {
        switch (row.call.result) {
        case CallResult::Missed:
            return {u"phone-missed"_s, row.isDealtWith ? IconTint::Muted : IconTint::Danger};
        case CallResult::Voicemail:
            return {u"voicemail"_s, IconTint::Warning};
        case CallResult::AnsweredElsewhere:
            return {u"people"_s, IconTint::Muted};
        case CallResult::Failed:
            return {u"phone-out"_s, IconTint::Danger};
        case CallResult::None:
        case CallResult::Answered:
        case CallResult::NoAnswer:
        case CallResult::Busy:
        case CallResult::Declined:
            break;
        }
        const bool isOut =
            row.call.direction == CallDirection::Outbound || row.call.origin == CallOrigin::Own;
        const bool isTalk = row.call.result == CallResult::Answered;
        return {isOut ? u"phone-out"_s : u"phone-in"_s,
                isTalk ? IconTint::Success : IconTint::Muted};
    }

    Mark logMark(const HistoryRow& row)
    {
        switch (row.journal) {
        case JournalState::None:
            return row.doNotLog ? Mark{u"no-log"_s, IconTint::Muted} : Mark{};
        case JournalState::Waiting:
        case JournalState::Queued:
        case JournalState::Sending:
            return {u"clock"_s, IconTint::Muted};
        case JournalState::Written:
            return {u"check"_s, IconTint::Success};
        case JournalState::NeedsChoice:
            return {u"warning"_s, IconTint::Warning};
        case JournalState::Failed:
            break;
        }
        return {u"error"_s, IconTint::Danger};
    }

    QColor logColour(const HistoryRow& row)
    {
        if (row.journal == JournalState::Failed)
            return colours().danger;
        if (row.journal == JournalState::NeedsChoice)
            return colours().warning;
        return row.journal == JournalState::Written ? colours().text : colours().muted;
    }

    //! The two lines of a cell: where they are, mirrored.
    struct Lines
    {
        QRect upper;
        QRect lower;
        QRect whole;
    };

    Lines linesIn(const QRect& room)
    {
        const int upper = QFontMetrics(textFont(TextRole::Body)).height();
        const int lower = QFontMetrics(textFont(TextRole::Caption)).height();
        const int gap = spacing() / 2;
        const int top = room.top() + (room.height() - upper - gap - lower) / 2;
        return {QRect(room.left(), top, room.width(), upper),
                QRect(room.left(), top + upper + gap, room.width(), lower),
                QRect(room.left(), room.center().y() - upper / 2, room.width(), upper)};
    }

    //! Two lines, or one in the middle when there is no second.
    void drawLines(QPainter& painter, const QRect& room, const QString& first,
                   const QString& second, const QFont& font, const QColor& colour,
                   const QStyleOptionViewItem& option)
    {
        const auto lines = linesIn(room);
        const auto mirrored = [&option](const QRect& rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        const bool isSecondAlone = first.isEmpty();
        painter.setFont(font);
        painter.setPen(colour);
        cardpaint::drawLine(painter, mirrored(second.isEmpty() ? lines.whole : lines.upper), first,
                            option.direction);
        painter.setFont(textFont(TextRole::Caption));
        painter.setPen(colours().muted);
        cardpaint::drawLine(painter, mirrored(isSecondAlone ? lines.whole : lines.lower), second,
                            option.direction);
    }

    //! The icon at the leading side; gives the room that is left.
    QRect drawMark(QPainter& painter, const QRect& room, const Mark& mark,
                   const QStyleOptionViewItem& option)
    {
        if (mark.icon.isEmpty())
            return room;
        const int side = iconSize();
        const QRect box(room.left(), room.center().y() - side / 2, side, side);
        icon(mark.icon, mark.tint)
            .paint(&painter, QStyle::visualRect(option.direction, option.rect, box));
        return room.adjusted(side + spacing(3), 0, 0, 0);
    }

} // namespace

HistoryDelegate::HistoryDelegate(const HistoryModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model)
{}

int HistoryDelegate::rowHeight()
{
    return QFontMetrics(textFont(TextRole::Body)).height()
        + QFontMetrics(textFont(TextRole::Caption)).height() + spacing() / 2 + spacing(4);
}

int HistoryDelegate::columnWidth(int column)
{
    const int letter = QFontMetrics(textFont(TextRole::Body)).averageCharWidth();
    switch (HistoryModel::Column(column)) {
    case HistoryModel::Who:
        return 0;
    case HistoryModel::Result:
        return letter * 21 + spacing(4);
    case HistoryModel::When:
        return letter * 11 + spacing(4);
    case HistoryModel::Log:
        break;
    }
    return letter * 22 + iconSize() + spacing(6);
}

int HistoryDelegate::markWidth()
{
    return iconSize() + spacing(4);
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {columnWidth(index.column()), qMax(rowHeight(), option.rect.height())};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const auto& row = m_model.at(index.row());
    const auto& c = colours();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, c.accentTint);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      c.border);
    const bool hasFocus = isSelected && option.widget && option.widget->hasFocus();
    if (hasFocus && index.column() == HistoryModel::Who)
        painter->fillRect(QStyle::visualRect(option.direction, option.rect,
                                             QRect(option.rect.left(), option.rect.top(), 3,
                                                   option.rect.height())),
                          c.accent);
    QRect room = option.rect.adjusted(spacing(2), 0, -spacing(2), 0);
    switch (HistoryModel::Column(index.column())) {
    case HistoryModel::Who: {
        room.adjust(spacing(2), 0, 0, 0);
        room = drawMark(*painter, room, callMark(row), option);
        const bool isOpen = row.call.result == CallResult::Missed && !row.isDealtWith;
        drawLines(*painter, room, text::rowParty(row, m_model.look()),
                  text::rowPartyDetail(row, m_model.look()),
                  textFont(isOpen ? TextRole::Strong : TextRole::Body), c.text, option);
        break;
    }
    case HistoryModel::Result: {
        const bool isBad = (row.call.result == CallResult::Missed && !row.isDealtWith)
            || row.call.result == CallResult::Failed;
        drawLines(*painter, room, text::rowResult(row), text::rowWay(row.call, m_model.look()),
                  textFont(TextRole::Body), isBad ? c.danger : c.text, option);
        break;
    }
    case HistoryModel::When:
        drawLines(*painter, room, text::rowTime(row),
                  text::rowDay(row, QDateTime::currentDateTime()), textFont(TextRole::Body), c.text,
                  option);
        break;
    case HistoryModel::Log:
        room = drawMark(*painter, room, logMark(row), option);
        if (option.rect.width() <= markWidth())
            break;
        drawLines(*painter, room, text::rowLog(row), text::rowExtras(row), textFont(TextRole::Body),
                  logColour(row), option);
        break;
    }
    painter->restore();
}

} // namespace companion
