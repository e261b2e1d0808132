// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/historytext.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace companion {

//! \brief People of the phonebook as rows, a page at a time.
class PhonebookModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setLook(const text::NumberLook& look);
    [[nodiscard]] const text::NumberLook& look() const { return m_look; }
    void set(const QList<PhonebookEntry>& entries);
    void add(const QList<PhonebookEntry>& entries);
    void replace(const PhonebookEntry& entry); //!< by its record
    void remove(const RecordId& record);
    [[nodiscard]] const PhonebookEntry& at(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreRequested(int offset);

private:
    [[nodiscard]] int find(const RecordId& record) const;

    text::NumberLook m_look;
    QList<PhonebookEntry> m_rows;
    bool m_hasMore = false;
};

//! Every number of an entry, each once.
QStringList numbersOf(const CrmMatch& match);

//! \brief Draws a person: initials, name, account, number, and the label CRM.
class PhonebookDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PhonebookDelegate(const PhonebookModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    const PhonebookModel& m_model;
};

} // namespace companion
