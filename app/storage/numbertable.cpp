// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/rowjson.h"
#include "app/storage/tables.h"

namespace companion::storage {

using namespace Qt::StringLiterals;

NumberTable::NumberTable(Database& database) : m_database(database) {}

std::optional<RecordId> NumberTable::chosenFor(const QString& numberKey) const
{
    std::optional<RecordId> chosen;
    (void)m_database.read(u"SELECT object,record FROM choices WHERE number=?"_s, {numberKey},
                          [&chosen](const QSqlQuery& row) {
                              chosen = RecordId{row.value(0).toString(), row.value(1).toString()};
                              return false;
                          });
    return chosen;
}

Result<Done> NumberTable::remember(const QString& numberKey, const RecordId& record)
{
    if (numberKey.isEmpty())
        return Done{};
    return m_database.change(
        u"INSERT INTO choices(number,object,record) VALUES(?,?,?)"
        " ON CONFLICT(number) DO UPDATE SET object=excluded.object,record=excluded.record"_s,
        {numberKey, record.object, record.id});
}

Result<Done> NumberTable::forget(const QString& numberKey)
{
    return m_database.change(u"DELETE FROM choices WHERE number=?"_s, {numberKey});
}

std::optional<NumberMemory::Creation> NumberTable::creationFor(const QString& numberKey) const
{
    std::optional<Creation> found;
    (void)m_database.read(
        u"SELECT begun,record FROM creations WHERE number=?"_s, {numberKey},
        [&](const QSqlQuery& row) {
            found = Creation{.numberKey = numberKey,
                             .begunAt = QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong())};
            if (const QString body = row.value(1).toString(); !body.isEmpty())
                found->record = matchFrom(body);
            return false;
        });
    return found;
}

Result<Done> NumberTable::noteCreation(const Creation& creation)
{
    return m_database.change(
        u"INSERT INTO creations(number,begun,record) VALUES(?,?,?)"
        " ON CONFLICT(number) DO UPDATE SET begun=excluded.begun,record=excluded.record"_s,
        {creation.numberKey, creation.begunAt.toMSecsSinceEpoch(),
         creation.record ? toBody(*creation.record) : u""_s});
}

Result<Done> NumberTable::dropCreation(const QString& numberKey)
{
    return m_database.change(u"DELETE FROM creations WHERE number=?"_s, {numberKey});
}

MemoTable::MemoTable(Database& database) : m_database(database) {}

QString MemoTable::memo(const QString& name) const
{
    QString value;
    (void)m_database.read(u"SELECT value FROM memos WHERE name=?"_s, {name},
                          [&value](const QSqlQuery& row) {
                              value = row.value(0).toString();
                              return false;
                          });
    return value;
}

Result<Done> MemoTable::setMemo(const QString& name, const QString& value)
{
    return m_database.change(
        u"INSERT INTO memos(name,value) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value"_s,
        {name, value.isNull() ? u""_s : value});
}

} // namespace companion::storage
