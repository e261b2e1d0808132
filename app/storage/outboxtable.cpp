// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/columns.h"
#include "app/storage/rowjson.h"
#include "app/storage/tables.h"

#include <limits>

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    constexpr auto columns = "id,call,state,attempts,due,task,detail,entry,unchecked"_L1;

    QVariant number(OutboxRow::State state)
    {
        return static_cast<int>(state);
    }

    QVariant number(JournalEntry::Kind kind)
    {
        return static_cast<int>(kind);
    }

    OutboxRow rowOf(const QSqlQuery& row)
    {
        return {.id = row.value(0).toLongLong(),
                .call = row.value(1).toString(),
                .entry = entryFrom(row.value(7).toString()),
                .state = static_cast<OutboxRow::State>(row.value(2).toInt()),
                .attempts = row.value(3).toInt(),
                .notBefore = QDateTime::fromMSecsSinceEpoch(row.value(4).toLongLong()),
                .taskId = row.value(5).toString(),
                .detail = row.value(6).toString(),
                .isUnchecked = row.value(8).toBool()};
    }

    qint64 startOf(const std::optional<OutboxRow>& row)
    {
        return row ? row->entry.startedAt.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
    }

} // namespace

OutboxTable::OutboxTable(Database& database) : m_database(database) {}

Result<OutboxRow> OutboxTable::enqueue(const OutboxRow& row)
{
    const auto& entry = row.entry;
    const auto inserted = m_database.change(
        u"INSERT INTO "
        "outbox(call,object,record,state,attempts,due,task,detail,entry,started,unchecked,kind) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(object) DO NOTHING"_s,
        {row.call, entry.callObject, some(entry.record.id), number(row.state), row.attempts,
         row.notBefore.toMSecsSinceEpoch(), some(row.taskId), some(row.detail), toBody(entry),
         entry.startedAt.toMSecsSinceEpoch(), row.isUnchecked, number(entry.kind)});
    if (!inserted)
        return inserted.error();
    const auto there = select(u"object=?"_s, {entry.callObject});
    if (there.isEmpty())
        return Error{Error::Kind::Storage, u"the entry was not kept"_s};
    return there.constFirst();
}

Result<Done> OutboxTable::update(const QList<OutboxRow>& rows)
{
    return m_database.transact([&]() -> Result<Done> {
        for (const auto& row : rows)
            if (auto done = m_database.change(
                    u"UPDATE outbox SET record=?,state=?,attempts=?,due=?,task=?,detail=?,entry=?,"
                    "started=?,unchecked=? WHERE id=?"_s,
                    {some(row.entry.record.id), number(row.state), row.attempts,
                     row.notBefore.toMSecsSinceEpoch(), some(row.taskId), some(row.detail),
                     toBody(row.entry), row.entry.startedAt.toMSecsSinceEpoch(), row.isUnchecked,
                     row.id});
                !done)
                return done;
        return Done{};
    });
}

Result<Done> OutboxTable::remove(qint64 id)
{
    return m_database.change(u"DELETE FROM outbox WHERE id=?"_s, {id});
}

QList<OutboxRow> OutboxTable::select(const QString& where, const QVariantList& values) const
{
    QList<OutboxRow> rows;
    (void)m_database.read(u"SELECT %1 FROM outbox WHERE %2"_s.arg(columns, where), values,
                          [&rows](const QSqlQuery& row) {
                              rows.append(rowOf(row));
                              return true;
                          });
    return rows;
}

std::optional<OutboxRow> OutboxTable::findByCall(const CallId& call) const
{
    const auto rows = select(u"call=? AND kind<>? ORDER BY id DESC LIMIT 1"_s,
                             {call, number(JournalEntry::Kind::FollowUp)});
    return rows.isEmpty() ? std::nullopt : std::optional(rows.constFirst());
}

QList<OutboxRow> OutboxTable::due(const QDateTime& now, int limit,
                                  const std::optional<OutboxRow>& after) const
{
    const auto at = now.toMSecsSinceEpoch();
    // Order is kept for a contact: an entry waits for the older ones of its record that can still
    // go. What is only to be added to a Task holds nobody up.
    return select(u"state IN(1,3) AND due<=? AND (started,id)>(?,?) AND (task<>'' OR NOT EXISTS("
                  "SELECT 1 FROM outbox older WHERE older.record=outbox.record AND older.state "
                  "IN(1,2,3) AND older.task='' AND (older.started,older.id)<(outbox.started,"
                  "outbox.id) AND (older.due>? OR older.state=2))) ORDER BY started,id LIMIT ?"_s,
                  {at, startOf(after), after ? after->id : 0, at, limit});
}

QList<OutboxRow> OutboxTable::uncheckedDue(const QDateTime& now, int limit,
                                           const std::optional<OutboxRow>& after) const
{
    return select(u"unchecked=1 AND state=4 AND due<=? AND (started,id)>(?,?) "
                  "ORDER BY started,id LIMIT ?"_s,
                  {now.toMSecsSinceEpoch(), startOf(after), after ? after->id : 0, limit});
}

std::optional<OutboxRow> OutboxTable::find(qint64 id) const
{
    const auto rows = select(u"id=?"_s, {id});
    return rows.isEmpty() ? std::nullopt : std::optional(rows.constFirst());
}

QList<OutboxRow> OutboxTable::unwrittenOf(const CallId& call) const
{
    return select(u"call=? AND state<>4 ORDER BY id"_s, {call});
}

QList<CallId> OutboxTable::unwrittenCalls() const
{
    QList<CallId> calls;
    (void)m_database.read(u"SELECT call FROM outbox WHERE state<>4 AND kind<>?"_s,
                          {number(JournalEntry::Kind::FollowUp)}, [&calls](const QSqlQuery& row) {
                              calls.append(row.value(0).toString());
                              return true;
                          });
    return calls;
}

QList<OutboxRow> OutboxTable::refusedFollowUps() const
{
    return select(u"state<>4 AND state=? AND kind=?"_s,
                  {number(OutboxRow::State::Failed), number(JournalEntry::Kind::FollowUp)});
}

int OutboxTable::count(const QString& where, const QVariantList& values) const
{
    int count = 0;
    (void)m_database.read(u"SELECT count(*) FROM outbox WHERE "_s + where, values,
                          [&count](const QSqlQuery& row) {
                              count = row.value(0).toInt();
                              return false;
                          });
    return count;
}

int OutboxTable::unwrittenCount() const
{
    return count(u"state<>4"_s, {});
}

int OutboxTable::waitingFollowUpCount() const
{
    return count(u"state<>4 AND state<>? AND kind=?"_s,
                 {number(OutboxRow::State::Failed), number(JournalEntry::Kind::FollowUp)});
}

QDateTime OutboxTable::nextDue(const QDateTime& now) const
{
    QDateTime earliest;
    const auto at = now.toMSecsSinceEpoch();
    for (const auto& which :
         {u"INDEXED BY outbox_waiting WHERE state IN(1,3)"_s,
          u"INDEXED BY outbox_unchecked WHERE unchecked=1 AND state NOT IN(1,3)"_s})
        (void)m_database.read(
            u"SELECT min(due) FROM outbox "_s + which + u" AND due>?"_s, {at},
            [&earliest](const QSqlQuery& row) {
                const auto its = QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong());
                if (!row.value(0).isNull() && (!earliest.isValid() || its < earliest))
                    earliest = its;
                return false;
            });
    return earliest;
}

Result<Done> OutboxTable::hurry(const QDateTime& now)
{
    const auto at = now.toMSecsSinceEpoch();
    // By name: of its own it goes through all entries that ever were.
    return m_database.change(u"UPDATE outbox INDEXED BY outbox_waiting SET due=? WHERE state "
                             "IN(1,3) AND attempts>0 AND due>?"_s,
                             {at, at});
}

Result<Done> OutboxTable::recoverAfterRestart()
{
    return m_database.change(u"UPDATE outbox SET state=3 WHERE state=2"_s);
}

} // namespace companion::storage
