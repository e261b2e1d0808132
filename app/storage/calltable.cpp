// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/columns.h"
#include "app/storage/rowjson.h"
#include "app/storage/tables.h"

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    constexpr auto columns = "body,journal,task,detail,settled"_L1;

    JournalState journalStateOf(const QString& text)
    {
        using enum JournalState;
        for (const auto state : {Waiting, Queued, Sending, Written, NeedsChoice, Failed})
            if (text == toText(state))
                return state;
        return None;
    }

    //! The journal's place stands in columns of its own: it changes for hundreds of calls at once.
    HistoryRow rowOf(const QSqlQuery& row)
    {
        auto call = historyRowFrom(row.value(0).toString());
        call.journal = journalStateOf(row.value(1).toString());
        call.taskId = row.value(2).toString();
        call.journalDetail = row.value(3).toString();
        call.isSettled = row.value(4).toBool();
        return call;
    }

    //! What the history's search box looks through.
    QString searchText(const HistoryRow& row)
    {
        QStringList parts{row.call.remoteNumber, row.call.remoteName, row.note};
        for (const auto& match : row.matches)
            parts += {match.name, match.account};
        return parts.join(u'\n').toLower();
    }

    QString likePattern(const QString& typed)
    {
        QString pattern = typed.trimmed().toLower();
        pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
        return u'%' + pattern + u'%';
    }

} // namespace

CallTable::CallTable(Database& database) : m_database(database) {}

Result<Done> CallTable::save(const HistoryRow& row)
{
    const bool isUndealt = row.call.result == CallResult::Missed && !row.isDealtWith;
    return m_database.change(
        u"INSERT INTO "
        "calls(id,extension,started,result,journal,search,body,settled,undealt,number,task,detail)"
        " VALUES(?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id,extension) DO UPDATE SET "
        "started=excluded.started,result=excluded.result,journal=excluded.journal,"
        "search=excluded.search,body=excluded.body,settled=excluded.settled,"
        "undealt=excluded.undealt,number=excluded.number,task=excluded.task,"
        "detail=excluded.detail"_s,
        {row.call.id, some(row.call.extension), row.call.startedAt.toMSecsSinceEpoch(),
         QString(toText(row.call.result)), QString(toText(row.journal)), some(searchText(row)),
         toBody(row), row.isSettled, isUndealt, some(numberIndex(row.call.remoteNumber)),
         some(row.taskId), some(row.journalDetail)});
}

Result<Done> CallTable::mark(const QList<JournalMark>& marks)
{
    return m_database.transact([&]() -> Result<Done> {
        for (const auto& mark : marks)
            if (auto done = m_database.change(
                    u"UPDATE calls SET journal=?,task=?,detail=? WHERE id=?"_s,
                    {QString(toText(mark.state)), some(mark.taskId), some(mark.detail), mark.call});
                !done)
                return done;
        return Done{};
    });
}

std::optional<HistoryRow> CallTable::find(const CallId& call) const
{
    std::optional<HistoryRow> found;
    (void)m_database.read(u"SELECT %1 FROM calls WHERE id=? LIMIT 1"_s.arg(columns), {call},
                          [&found](const QSqlQuery& row) {
                              found = rowOf(row);
                              return false;
                          });
    return found;
}

QList<HistoryRow> CallTable::history(const HistoryQuery& query) const
{
    QString where = u"1"_s;
    QVariantList values;
    if (query.pendingOnly)
        where += u" AND journal NOT IN('none','written')"_s;
    if (query.missedOnly)
        where += u" AND result='missed'"_s;
    if (query.unsettledOnly)
        where += u" AND settled=0"_s;
    if (query.endedOnly)
        where += u" AND result<>''"_s;
    if (query.undealtOnly)
        where += u" AND undealt=1"_s;
    if (!query.number.isEmpty()) {
        const auto range = numbersLike(query.number);
        if (range.from.isEmpty())
            return {}; // not a number: nobody's
        where += u" AND number>=? AND number<?"_s;
        values += {some(range.from), range.to};
    }
    if (query.after) {
        const auto started = query.after->startedAt.toMSecsSinceEpoch();
        where += u" AND started<=? AND (started,length(id),id,extension)<(?,?,?,?)"_s;
        values += {started, started, query.after->call.size(), query.after->call,
                   some(query.after->extension)};
    }
    if (!query.text.trimmed().isEmpty()) {
        where += u" AND search LIKE ? ESCAPE '\\'"_s;
        values.append(likePattern(query.text));
    }
    values.append(query.limit);
    QList<HistoryRow> rows;
    (void)m_database.read(
        u"SELECT %1 FROM calls WHERE %2 ORDER BY started DESC,length(id) DESC,id DESC,extension "
        u"DESC LIMIT ?"_s.arg(columns, where),
        values, [&rows](const QSqlQuery& row) {
            rows.append(rowOf(row));
            return true;
        });
    return rows;
}

QList<CallId> CallTable::pending() const
{
    QList<CallId> calls;
    (void)m_database.read(u"SELECT id FROM calls WHERE journal NOT IN('none','written')"_s, {},
                          [&calls](const QSqlQuery& row) {
                              calls.append(row.value(0).toString());
                              return true;
                          });
    return calls;
}

int CallTable::pendingCount() const
{
    int count = 0;
    (void)m_database.read(u"SELECT count(*) FROM calls WHERE journal NOT IN('none','written')"_s,
                          {}, [&count](const QSqlQuery& row) {
                              count = row.value(0).toInt();
                              return false;
                          });
    return count;
}

} // namespace companion::storage
