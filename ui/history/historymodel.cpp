// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historymodel.h"

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

bool isAskedFor(const HistoryRow& row, const HistoryQuery& query)
{
    if (query.pendingOnly
        && (row.journal == JournalState::None || row.journal == JournalState::Written))
        return false;
    if (query.missedOnly && row.call.result != CallResult::Missed)
        return false;
    const QString wanted = query.text.trimmed();
    if (wanted.isEmpty())
        return true;
    const auto has = [&wanted](const QString& text) {
        return text.contains(wanted, Qt::CaseInsensitive);
    };
    return has(row.call.remoteNumber) || has(row.call.remoteName) || has(row.note)
        || std::any_of(row.matches.cbegin(), row.matches.cend(), [&has](const CrmMatch& match) {
               return has(match.name) || has(match.account);
           });
}

QString HistoryModel::keyOf(const HistoryRow& row)
{
    return row.call.id + u'\n' + row.call.extension;
}

void HistoryModel::setLook(const text::NumberLook& look)
{
    if (look == m_look)
        return;
    m_look = look;
    refreshDays();
}

void HistoryModel::setLogColumn(LogColumn shown)
{
    if (std::exchange(m_logColumn, shown) != shown)
        Q_EMIT headerDataChanged(Qt::Horizontal, Log, Log);
}

void HistoryModel::refreshDays()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columns - 1));
}

void HistoryModel::ask(const HistoryQuery& query)
{
    const int limit = m_query.limit;
    m_query = query;
    m_query.limit = limit;
    m_query.after = {};
    set({});
    Q_EMIT moreRequested(m_query);
}

void HistoryModel::set(const QList<HistoryRow>& rows)
{
    beginResetModel();
    m_rows = rows;
    m_known.clear();
    for (const auto& row : rows)
        m_known.insert(keyOf(row));
    m_hasMore = rows.size() >= m_query.limit;
    endResetModel();
}

void HistoryModel::add(const QList<HistoryRow>& rows)
{
    QList<HistoryRow> fresh;
    for (const auto& row : rows)
        if (!m_known.contains(keyOf(row)) && isAskedFor(row, m_query)) {
            m_known.insert(keyOf(row));
            fresh.append(row);
        }
    m_hasMore = rows.size() >= m_query.limit && !fresh.isEmpty();
    if (fresh.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_rows.append(fresh);
    endInsertRows();
}

void HistoryModel::update(const HistoryRow& row)
{
    const bool isWanted = isAskedFor(row, m_query);
    if (m_known.contains(keyOf(row))) {
        const auto place = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const auto& other) {
            return other.call.id == row.call.id && other.call.extension == row.call.extension;
        });
        const int at = int(place - m_rows.cbegin());
        if (isWanted) {
            m_rows[at] = row;
            Q_EMIT dataChanged(index(at, 0), index(at, columns - 1));
            return;
        }
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        m_known.remove(keyOf(row));
        endRemoveRows();
        return;
    }
    if (!isWanted)
        return;
    const auto place = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const auto& other) {
        return other.call.startedAt <= row.call.startedAt;
    });
    if (place == m_rows.cend() && m_hasMore)
        return; // older than what is loaded: comes with its page
    const int at = int(place - m_rows.cbegin());
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    m_known.insert(keyOf(row));
    endInsertRows();
}

int HistoryModel::find(const CallId& call) const
{
    const auto place = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [&](const auto& row) { return row.call.id == call; });
    return place == m_rows.cend() ? -1 : int(place - m_rows.cbegin());
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString HistoryModel::cellText(const HistoryRow& row, int column) const
{
    switch (Column(column)) {
    case Who:
        return text::rowParty(row, m_look);
    case Result:
        return text::rowResult(row);
    case When:
        return text::rowTime(row);
    case Log:
        break;
    }
    return text::rowLog(row);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto& row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return cellText(row, index.column());
    // The whole row where reading starts, so that one key press tells everything.
    if (role == Qt::AccessibleTextRole)
        return index.column() == Who ? text::rowSpoken(row, m_look, QDateTime::currentDateTime())
                                     : cellText(row, index.column());
    if (role == Qt::ToolTipRole && index.column() == Log && m_logColumn == LogColumn::Mark)
        return cellText(row, Log);
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Who:
        //: Heading over the people called
        return tr("Who");
    case Result:
        return tr("Result");
    case When:
        return tr("When");
    case Log:
        break;
    }
    if (m_logColumn == LogColumn::Mark)
        return {};
    //: Heading over “Logged”, “Waiting”, …
    return tr("Salesforce log");
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore && !m_rows.isEmpty();
}

void HistoryModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_hasMore = false; // until the answer says so
    auto next = m_query;
    next.after = HistoryPlace::of(m_rows.constLast().call);
    Q_EMIT moreRequested(next);
}

} // namespace companion
