// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/rowjson.h"
#include "app/storage/tables.h"

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    constexpr auto columns = "id,call,state,attempts,due,task,detail,entry"_L1;

    QVariant number(OutboxRow::State state)
    {
        return static_cast<int>(state);
    }

    //! An empty text: a null one would break the NOT NULL columns.
    QString some(const QString& text)
    {
        return text.isNull() ? u""_s : text;
    }

} // namespace

OutboxTable::OutboxTable(Database& database) : m_database(database) {}

Result<OutboxRow> OutboxTable::enqueue(const OutboxRow& row)
{
    const auto inserted = m_database.run(
        u"INSERT INTO outbox(call,object,record,state,attempts,due,task,detail,entry) "
        u"VALUES(?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT(object) DO NOTHING"_s,
        {row.call, row.entry.callObject, some(row.entry.record.id), number(row.state), row.attempts,
         row.notBefore.toMSecsSinceEpoch(), some(row.taskId), some(row.detail), toBody(row.entry)});
    if (!inserted)
        return inserted.error();
    (*inserted)->finish();
    const auto there = select(u"object=?"_s, {row.entry.callObject});
    if (there.isEmpty())
        return Error{Error::Kind::Storage, u"the entry was not kept"_s};
    return there.constFirst();
}

Result<Done> OutboxTable::update(const OutboxRow& row)
{
    const auto updated = m_database.run(
        u"UPDATE outbox SET record=?,state=?,attempts=?,due=?,task=?,detail=?,entry=? WHERE id=?"_s,
        {some(row.entry.record.id), number(row.state), row.attempts,
         row.notBefore.toMSecsSinceEpoch(), some(row.taskId), some(row.detail), toBody(row.entry),
         row.id});
    if (!updated)
        return updated.error();
    (*updated)->finish();
    return Done{};
}

QList<OutboxRow> OutboxTable::select(const QString& where, const QVariantList& values) const
{
    const auto found =
        m_database.run(u"SELECT %1 FROM outbox WHERE %2"_s.arg(columns, where), values);
    QList<OutboxRow> rows;
    while (found && (*found)->next()) {
        const auto& row = **found;
        rows.append({.id = row.value(0).toLongLong(),
                     .call = row.value(1).toString(),
                     .entry = entryFrom(row.value(7).toString()),
                     .state = static_cast<OutboxRow::State>(row.value(2).toInt()),
                     .attempts = row.value(3).toInt(),
                     .notBefore = QDateTime::fromMSecsSinceEpoch(row.value(4).toLongLong()),
                     .taskId = row.value(5).toString(),
                     .detail = row.value(6).toString()});
    }
    return rows;
}

std::optional<OutboxRow> OutboxTable::findByCall(const CallId& call) const
{
    const auto rows = select(u"call=? ORDER BY id DESC LIMIT 1"_s, {call});
    return rows.isEmpty() ? std::nullopt : std::optional(rows.constFirst());
}

QList<OutboxRow> OutboxTable::due(const QDateTime& now, int limit) const
{
    // Order is kept for a contact: an entry waits for the older ones of its record that can still
    // go.
    return select(
        u"state IN(1,3) AND due<=? AND NOT EXISTS(SELECT 1 FROM outbox older WHERE "
        u"older.record=outbox.record"
        " AND older.id<outbox.id AND older.state IN(1,2,3) AND (older.due>? OR older.state=2)) ORDER BY id LIMIT ?"_s,
        {now.toMSecsSinceEpoch(), now.toMSecsSinceEpoch(), limit});
}

QList<OutboxRow> OutboxTable::unwritten() const
{
    return select(u"state<>4 ORDER BY id"_s, {});
}

int OutboxTable::unwrittenCount() const
{
    const auto found = m_database.run(u"SELECT count(*) FROM outbox WHERE state<>4"_s);
    return found && (*found)->next() ? (*found)->value(0).toInt() : 0;
}

QDateTime OutboxTable::nextDue() const
{
    const auto found = m_database.run(u"SELECT min(due) FROM outbox WHERE state IN(1,3)"_s);
    if (!found || !(*found)->next() || (*found)->value(0).isNull())
        return {};
    return QDateTime::fromMSecsSinceEpoch((*found)->value(0).toLongLong());
}

Result<Done> OutboxTable::recoverAfterRestart()
{
    const auto done = m_database.run(u"UPDATE outbox SET state=3 WHERE state=2"_s);
    if (!done)
        return done.error();
    (*done)->finish();
    return Done{};
}

} // namespace companion::storage
