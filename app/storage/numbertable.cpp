// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/rowjson.h"
#include "app/storage/tables.h"

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    Result<Done> done(const Result<QSqlQuery*>& query)
    {
        if (!query)
            return query.error();
        (*query)->finish();
        return Done{};
    }

} // namespace

NumberTable::NumberTable(Database& database) : m_database(database) {}

std::optional<RecordId> NumberTable::chosenFor(const QString& numberKey) const
{
    const auto found =
        m_database.run(u"SELECT object,record FROM choices WHERE number=?"_s, {numberKey});
    if (numberKey.isEmpty() || !found || !(*found)->next())
        return {};
    return RecordId{(*found)->value(0).toString(), (*found)->value(1).toString()};
}

Result<Done> NumberTable::remember(const QString& numberKey, const RecordId& record)
{
    return done(m_database.run(
        u"INSERT INTO choices(number,object,record) VALUES(?,?,?)"
        " ON CONFLICT(number) DO UPDATE SET object=excluded.object,record=excluded.record"_s,
        {numberKey, record.object, record.id}));
}

Result<Done> NumberTable::forget(const QString& numberKey)
{
    return done(m_database.run(u"DELETE FROM choices WHERE number=?"_s, {numberKey}));
}

std::optional<NumberMemory::Creation> NumberTable::creationFor(const QString& numberKey) const
{
    const auto found =
        m_database.run(u"SELECT begun,record FROM creations WHERE number=?"_s, {numberKey});
    if (numberKey.isEmpty() || !found || !(*found)->next())
        return {};
    Creation creation{.numberKey = numberKey,
                      .begunAt = QDateTime::fromMSecsSinceEpoch((*found)->value(0).toLongLong())};
    if (const QString body = (*found)->value(1).toString(); !body.isEmpty())
        creation.record = matchFrom(body);
    return creation;
}

Result<Done> NumberTable::noteCreation(const Creation& creation)
{
    return done(m_database.run(
        u"INSERT INTO creations(number,begun,record) VALUES(?,?,?)"
        " ON CONFLICT(number) DO UPDATE SET begun=excluded.begun,record=excluded.record"_s,
        {creation.numberKey, creation.begunAt.toMSecsSinceEpoch(),
         creation.record ? toBody(*creation.record) : u""_s}));
}

Result<Done> NumberTable::dropCreation(const QString& numberKey)
{
    return done(m_database.run(u"DELETE FROM creations WHERE number=?"_s, {numberKey}));
}

MemoTable::MemoTable(Database& database) : m_database(database) {}

QString MemoTable::memo(const QString& name) const
{
    const auto found = m_database.run(u"SELECT value FROM memos WHERE name=?"_s, {name});
    return found && (*found)->next() ? (*found)->value(0).toString() : QString();
}

Result<Done> MemoTable::setMemo(const QString& name, const QString& value)
{
    return done(m_database.run(
        u"INSERT INTO memos(name,value) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value"_s,
        {name, value.isNull() ? u""_s : value}));
}

} // namespace companion::storage
