// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialbox.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace companion {

//! \brief The suggestions as rows; read out as “name, number, what it is”.
class DialSuggestionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void set(const QString& forText, const QList<DialSuggestion>& suggestions);
    [[nodiscard]] const DialSuggestion& at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const DialSuggestion& suggestion) const; //!< -1: not offered
    [[nodiscard]] const QString& forText() const { return m_forText; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QString m_forText;
    QList<DialSuggestion> m_rows;
};

//! Where \p typed is found in \p text: at the start of a word, else anywhere; length 0 if nowhere.
struct MatchPlace
{
    qsizetype start = -1;
    qsizetype length = 0;

    friend bool operator==(const MatchPlace&, const MatchPlace&) = default;
};
MatchPlace placeInName(const QString& typed, const QString& name);
//! The same among digits, whatever stands between them.
MatchPlace placeInNumber(const QString& typed, const QString& number);

//! \brief Draws a suggestion: name with what matched in bold, number, account and kind of record.
class DialSuggestionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit DialSuggestionDelegate(const DialSuggestionModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    const DialSuggestionModel& m_model;
};

} // namespace companion
