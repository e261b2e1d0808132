// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/callstore.h"
#include "ui/text/historytext.h"

#include <QAbstractTableModel>
#include <QSet>

namespace companion {

//! Whether \p row belongs to what \p query asks for; its page (limit, after) is not looked at.
bool isAskedFor(const HistoryRow& row, const HistoryQuery& query);

//! \brief Calls as rows, newest first, a page at a time: asks for more when the view nears its end.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Who, Result, When, Log };
    static constexpr int columns = 4;

    using QAbstractTableModel::QAbstractTableModel;

    void setLook(const text::NumberLook& look);
    //! Where there is little room the log's column shows its mark alone.
    enum class LogColumn { Words, Mark };
    void setLogColumn(LogColumn shown);
    [[nodiscard]] const text::NumberLook& look() const { return m_look; }
    //! Forgets what it has and asks for the first page.
    void ask(const HistoryQuery& query);
    [[nodiscard]] const HistoryQuery& query() const { return m_query; }
    void set(const QList<HistoryRow>& rows); //!< the first page, without asking
    void add(const QList<HistoryRow>& rows);
    //! A call that is new or has changed; goes when the query does not ask for it any more.
    void update(const HistoryRow& row);
    [[nodiscard]] const HistoryRow& at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int find(const CallId& call) const; //!< -1: not among those loaded
    void refreshDays(); //!< midnight has passed

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreRequested(const companion::HistoryQuery& query);

private:
    [[nodiscard]] QString cellText(const HistoryRow& row, int column) const;
    [[nodiscard]] static QString keyOf(const HistoryRow& row);

    text::NumberLook m_look;
    HistoryQuery m_query{.limit = 200};
    QList<HistoryRow> m_rows;
    QSet<QString> m_known;
    bool m_hasMore = false;
    LogColumn m_logColumn = LogColumn::Words;
};

} // namespace companion
