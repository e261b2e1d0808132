// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/phonebookmodel.h"

#include "ui/card/cardpaint.h"
#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype smallestPage = 100; // a shorter answer is the end

    QString nameOf(const PhonebookEntry& entry)
    {
        const QString name = text::plain(entry.match.name, 120);
        return name.isEmpty() ? PhonebookModel::tr("No name") : name;
    }

    QString secondLine(const PhonebookEntry& entry)
    {
        QStringList parts{entry.match.doNotCall ? PhonebookModel::tr("Do not call") : QString(),
                          text::plain(entry.match.title, 60), text::plain(entry.match.account, 80)};
        parts.removeAll(QString());
        return parts.isEmpty() ? text::recordKind(entry.match.record.object) : parts.join(u" · "_s);
    }

} // namespace

QStringList numbersOf(const CrmMatch& match)
{
    QStringList numbers = match.phones;
    if (!match.phone.isEmpty())
        numbers.prepend(match.phone);
    numbers.removeAll(QString());
    numbers.removeDuplicates();
    return numbers;
}

void PhonebookModel::setLook(const text::NumberLook& look)
{
    m_look = look;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void PhonebookModel::set(const QList<PhonebookEntry>& entries)
{
    beginResetModel();
    m_rows = entries;
    m_hasMore = entries.size() >= smallestPage;
    endResetModel();
}

void PhonebookModel::add(const QList<PhonebookEntry>& entries)
{
    m_hasMore = entries.size() >= smallestPage;
    if (entries.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(entries.size()) - 1);
    m_rows.append(entries);
    endInsertRows();
}

int PhonebookModel::find(const RecordId& record) const
{
    const auto place = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const auto& entry) {
        return entry.match.record == record;
    });
    return place == m_rows.cend() ? -1 : int(place - m_rows.cbegin());
}

void PhonebookModel::replace(const PhonebookEntry& entry)
{
    const int at = find(entry.match.record);
    if (at < 0)
        return;
    m_rows[at] = entry;
    Q_EMIT dataChanged(index(at), index(at));
}

void PhonebookModel::remove(const RecordId& record)
{
    const int at = find(record);
    if (at < 0)
        return;
    beginRemoveRows({}, at, at);
    m_rows.removeAt(at);
    endRemoveRows();
}

int PhonebookModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PhonebookModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto& entry = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return nameOf(entry);
    if (role == Qt::AccessibleTextRole) {
        QStringList said{nameOf(entry), secondLine(entry)};
        for (const auto& number : numbersOf(entry.match))
            said.append(text::shownNumber(number, m_look));
        return said.join(u", "_s);
    }
    return {};
}

bool PhonebookModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore;
}

void PhonebookModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_hasMore = false; // until the answer says so
    Q_EMIT moreRequested(int(m_rows.size()));
}

PhonebookDelegate::PhonebookDelegate(const PhonebookModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model)
{}

QSize PhonebookDelegate::sizeHint(const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    Q_UNUSED(index)
    return {option.rect.width(),
            QFontMetrics(textFont(TextRole::Body)).height()
                + QFontMetrics(textFont(TextRole::Caption)).height() + spacing() / 2 + spacing(4)};
}

void PhonebookDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const auto& entry = m_model.at(index.row());
    const auto& c = colours();
    const bool isSelected = option.state & QStyle::State_Selected;
    const auto mirrored = [&option](const QRect& rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    painter->save();
    if (isSelected || (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, isSelected ? c.accentTint : c.sunken);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      c.border);
    if (isSelected && option.widget && option.widget->hasFocus())
        painter->fillRect(mirrored(QRect(option.rect.topLeft(), QSize(3, option.rect.height()))),
                          c.accent);
    painter->setRenderHint(QPainter::Antialiasing);
    QRect room = option.rect.adjusted(spacing(4), 0, -spacing(4), 0);

    const int side = spacing(8);
    const QRect disc(room.left(), room.center().y() - side / 2, side, side);
    const QColor kind = cardpaint::kindColour(entry.match.record.object);
    painter->setPen(Qt::NoPen);
    painter->setBrush(cardpaint::tint(kind));
    painter->drawEllipse(mirrored(disc));
    painter->setPen(kind);
    painter->setFont(textFont(TextRole::Caption));
    const QString letters = cardpaint::initials(nameOf(entry));
    if (letters.isEmpty())
        icon(u"person"_s, IconTint::Muted).paint(painter, mirrored(disc).adjusted(8, 8, -8, -8));
    painter->drawText(mirrored(disc), Qt::AlignCenter, letters);
    room.setLeft(disc.right() + spacing(3));

    const QFont body = textFont(TextRole::Body);
    const QFont caption = textFont(TextRole::Caption);
    const int upper = QFontMetrics(body).height();
    const int lower = QFontMetrics(caption).height();
    const int top = room.top() + (room.height() - upper - lower - spacing() / 2) / 2;
    const auto numbers = numbersOf(entry.match);
    const QString number = text::isolated(text::shownNumber(numbers.value(0), m_model.look()), 60);
    const int numberWidth =
        std::min(QFontMetrics(caption).horizontalAdvance(number) + spacing(3), room.width() / 2);
    painter->setFont(body);
    painter->setPen(c.text);
    cardpaint::drawLine(*painter, mirrored(QRect(room.left(), top, room.width(), upper)),
                        nameOf(entry), option.direction);
    painter->setFont(caption);
    painter->setPen(entry.match.doNotCall ? c.danger : c.muted);
    const int below = top + upper + spacing() / 2;
    cardpaint::drawLine(*painter,
                        mirrored(QRect(room.left(), below, room.width() - numberWidth, lower)),
                        secondLine(entry), option.direction);
    painter->setPen(c.muted);
    painter->drawText(mirrored(QRect(room.right() - numberWidth, below, numberWidth, lower)),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignRight)
                          | Qt::AlignAbsolute | Qt::AlignVCenter)
                          | Qt::TextSingleLine,
                      QFontMetrics(caption).elidedText(number, Qt::ElideRight, numberWidth));
    painter->restore();
}

} // namespace companion
