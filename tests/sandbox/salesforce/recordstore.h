// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace companion::sandbox {

struct Record
{
    QString id;
    QString object;
    QJsonObject values;
    bool deleted = false;
    QDateTime deletedAt;
    //! Part of a person account, so seen only where those are enabled.
    bool personAccountPart = false;

    //! One state of the record as the search index will take it up, oldest first.
    struct IndexState
    {
        QDateTime since;
        QJsonObject values;
    };
    QList<IndexState> indexStates;

    //! \brief What a search sees at a time, when rows reach the index with this delay.
    [[nodiscard]] const QJsonObject* searchable(const QDateTime& now,
                                                std::chrono::milliseconds delay) const;
    [[nodiscard]] QString text(const QString& field) const
    {
        return values.value(field).toString();
    }
};

//! \brief Keeps the rows of the org. Knows identifiers and time stamps, but no rules: those are in
//! RecordWrites.
class RecordStore
{
public:
    //! \brief A stored row, deleted ones too; takes identifiers of 15 and 18 characters.
    [[nodiscard]] const Record* find(const QString& id) const;
    //! \brief All rows of an object, oldest first.
    [[nodiscard]] QList<const Record*> rows(const QString& object) const;
    [[nodiscard]] qsizetype count(const QString& object) const
    {
        return m_order.value(object).size();
    }

    void setPersonAccounts(bool enabled) { m_personAccounts = enabled; }

    QString insert(const QString& object, const QString& keyPrefix, QJsonObject values,
                   const QDateTime& now, const QString& userId);
    void update(const QString& id, const QJsonObject& values, const QDateTime& now,
                const QString& userId);
    void remove(const QString& id, const QDateTime& now);
    void markPersonAccountPart(const QString& id);
    void clear();

private:
    [[nodiscard]] bool isVisible(const Record& record) const
    {
        return m_personAccounts || !record.personAccountPart;
    }

    QHash<QString, Record> m_records;
    QHash<QString, QStringList> m_order;
    QHash<QString, quint64> m_lastNumber;
    bool m_personAccounts = false;
};

//! \brief The 18-character form of an identifier, safe where case is lost.
[[nodiscard]] QString toLongId(const QString& shortId);
[[nodiscard]] bool looksLikeId(QStringView text);
//! \brief `2026-01-31T08:15:30.000+0000` (salesforce-api.md 2).
[[nodiscard]] QString toApiTime(const QDateTime& time);
[[nodiscard]] QDateTime fromApiTime(const QString& text);

} // namespace companion::sandbox
