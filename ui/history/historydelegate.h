// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace companion {

class HistoryModel;

//! \brief Draws a call in two lines across the columns: who, how it came out, when, log entry.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HistoryDelegate(const HistoryModel& model, QObject* parent = nullptr);

    static int rowHeight();
    //! The room a column needs for its usual words; 0 for the one that takes what is left.
    static int columnWidth(int column);
    static int markWidth(); //!< of the log's column without its words
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    const HistoryModel& m_model;
};

} // namespace companion
