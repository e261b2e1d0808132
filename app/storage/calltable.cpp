// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/rowjson.h"
#include "app/storage/tables.h"

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

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
    const auto saved = m_database.run(
        u"INSERT INTO calls(id,extension,started,result,journal,search,body) VALUES(?,?,?,?,?,?,?)"
        " ON CONFLICT(id,extension) DO UPDATE SET started=excluded.started,result=excluded.result,"
        "journal=excluded.journal,search=excluded.search,body=excluded.body"_s,
        {row.call.id, row.call.extension.isNull() ? u""_s : row.call.extension,
         row.call.startedAt.toMSecsSinceEpoch(), QString(toText(row.call.result)),
         QString(toText(row.journal)), searchText(row), toBody(row)});
    if (!saved)
        return saved.error();
    (*saved)->finish();
    return Done{};
}

std::optional<HistoryRow> CallTable::find(const CallId& call) const
{
    const auto found = m_database.run(u"SELECT body FROM calls WHERE id=? LIMIT 1"_s, {call});
    if (!found || !(*found)->next())
        return {};
    return historyRowFrom((*found)->value(0).toString());
}

QList<HistoryRow> CallTable::history(const HistoryQuery& query) const
{
    QString where = u"1"_s;
    QVariantList values;
    if (query.pendingOnly)
        where += u" AND journal NOT IN('none','written')"_s;
    if (query.missedOnly)
        where += u" AND result='missed'"_s;
    if (query.before.isValid()) {
        where += u" AND started<?"_s;
        values.append(query.before.toMSecsSinceEpoch());
    }
    if (!query.text.trimmed().isEmpty()) {
        where += u" AND search LIKE ? ESCAPE '\\'"_s;
        values.append(likePattern(query.text));
    }
    values.append(query.limit);
    const auto found = m_database.run(
        u"SELECT body FROM calls WHERE %1 ORDER BY started DESC LIMIT ?"_s.arg(where), values);
    QList<HistoryRow> rows;
    while (found && (*found)->next())
        rows.append(historyRowFrom((*found)->value(0).toString()));
    return rows;
}

int CallTable::pendingCount() const
{
    const auto found =
        m_database.run(u"SELECT count(*) FROM calls WHERE journal NOT IN('none','written')"_s);
    return found && (*found)->next() ? (*found)->value(0).toInt() : 0;
}

} // namespace companion::storage
