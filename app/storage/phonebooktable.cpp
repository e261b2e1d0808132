// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/rowjson.h"
#include "app/storage/tables.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    constexpr int indexedDigits = 7; // of each number's end; the rest is compared by PhoneNumber

    //! Lower case without diacritics, so that "gonzalez" finds "González".
    QString folded(const QString& text)
    {
        QString out;
        const QString decomposed = text.normalized(QString::NormalizationForm_KD).toLower();
        for (const QChar c : decomposed)
            if (c.category() != QChar::Mark_NonSpacing)
                out += c;
        return out;
    }

    QStringList wordsOf(const QString& text)
    {
        static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
        QStringList words = folded(text).split(between, Qt::SkipEmptyParts);
        words.removeDuplicates();
        return words.mid(0, 12);
    }

    QString numberEnd(const QString& text)
    {
        QString digits;
        for (const QChar c : text) {
            if (c == u'x' || c == u'X' || c == u';' || c == u',')
                break; // an extension behind the number
            if (c.isDigit())
                digits += QChar(u'0' + c.digitValue());
        }
        return digits.right(indexedDigits);
    }

    PhonebookEntry entryOf(const QSqlQuery& row)
    {
        return {.match = matchFrom(row.value(0).toString()),
                .isReadOnly = row.value(1).toBool(),
                .syncedAt = QDateTime::fromMSecsSinceEpoch(row.value(2).toLongLong())};
    }

    //! The first text that does not begin with \p prefix any more.
    QString endOfPrefix(const QString& prefix)
    {
        return prefix + QChar(0xFFFF);
    }

} // namespace

PhonebookTable::PhonebookTable(Database& database) : m_database(database) {}

Result<Done> PhonebookTable::put(const QList<PhonebookEntry>& entries)
{
    return m_database.transact([&]() -> Result<Done> {
        for (const auto& entry : entries)
            if (const auto done = putOne(entry); !done)
                return done;
        return Done{};
    });
}

Result<Done> PhonebookTable::putOne(const PhonebookEntry& entry)
{
    const auto& match = entry.match;
    const auto written = m_database.run(
        u"INSERT INTO people(object,record,name,readonly,synced,body) VALUES(?,?,?,?,?,?) ON "
        u"CONFLICT(object,record)"
        " DO UPDATE SET name=excluded.name,readonly=excluded.readonly,synced=excluded.synced,body=excluded.body RETURNING id"_s,
        {match.record.object, match.record.id, folded(match.name), entry.isReadOnly,
         entry.syncedAt.toMSecsSinceEpoch(), toBody(match)});
    if (!written)
        return written.error();
    if (!(*written)->next())
        return Error{Error::Kind::Storage, u"the entry was not kept"_s};
    const auto person = (*written)->value(0).toLongLong();
    (*written)->finish();
    if (const auto removed = removeIndexed(person); !removed)
        return removed;
    QSet<QString> ends;
    for (const auto& phone : match.phones + QList<QString>{match.phone})
        ends.insert(numberEnd(phone));
    ends.remove(QString());
    for (const auto& end : std::as_const(ends))
        if (const auto done =
                m_database.run(u"INSERT OR IGNORE INTO people_numbers(number,person) VALUES(?,?)"_s,
                               {end, person});
            !done)
            return done.error();
    for (const auto& word : wordsOf(match.name + u' ' + match.account))
        if (const auto done = m_database.run(
                u"INSERT OR IGNORE INTO people_words(word,person) VALUES(?,?)"_s, {word, person});
            !done)
            return done.error();
    return Done{};
}

Result<Done> PhonebookTable::removeIndexed(qint64 person)
{
    for (const auto& statement : {u"DELETE FROM people_numbers WHERE person=?"_s,
                                  u"DELETE FROM people_words WHERE person=?"_s})
        if (const auto done = m_database.run(statement, {person}); !done)
            return done.error();
    return Done{};
}

Result<Done> PhonebookTable::remove(const RecordId& record)
{
    return m_database.transact([&]() -> Result<Done> {
        const auto found = m_database.run(u"SELECT id FROM people WHERE object=? AND record=?"_s,
                                          {record.object, record.id});
        if (!found)
            return found.error();
        if (!(*found)->next())
            return Done{};
        const auto person = (*found)->value(0).toLongLong();
        (*found)->finish();
        if (const auto removed = removeIndexed(person); !removed)
            return removed;
        const auto done = m_database.run(u"DELETE FROM people WHERE id=?"_s, {person});
        return done ? Result<Done>(Done{}) : Result<Done>(done.error());
    });
}

Result<Done> PhonebookTable::makeEditable()
{
    const auto done = m_database.run(u"UPDATE people SET readonly=0"_s);
    return done ? Result<Done>(Done{}) : Result<Done>(done.error());
}

QList<PhonebookEntry> PhonebookTable::byNumber(const PhoneNumber& number,
                                               const NumberRules& rules) const
{
    QList<PhonebookEntry> entries;
    if (!number.isLookupWorthy())
        return entries;
    const auto found =
        m_database.run(u"SELECT body,readonly,synced FROM people WHERE id IN"
                       "(SELECT person FROM people_numbers WHERE number=?) LIMIT 200"_s,
                       {number.digits().right(indexedDigits)});
    while (found && (*found)->next()) {
        auto entry = entryOf(**found);
        for (const auto& phone : entry.match.phones + QList<QString>{entry.match.phone})
            if (number.matches(phone, rules)) {
                entry.match.phone = phone;
                entries.append(entry);
                break;
            }
    }
    return entries;
}

QList<PhonebookEntry> PhonebookTable::byName(const QString& typed, int limit) const
{
    const auto words = wordsOf(typed);
    QList<PhonebookEntry> entries;
    if (words.isEmpty())
        return entries;
    // The longest word tells most; the others are checked in its hits.
    QString leading = words.constFirst();
    for (const auto& word : words)
        if (word.size() > leading.size())
            leading = word;
    const auto found = m_database.run(
        u"SELECT body,readonly,synced,name FROM people WHERE id IN"
        "(SELECT person FROM people_words WHERE word>=? AND word<? LIMIT 400) LIMIT 400"_s,
        {leading, endOfPrefix(leading)});
    while (found && (*found)->next() && entries.size() < limit) {
        const auto entry = entryOf(**found);
        const auto theirs = wordsOf(entry.match.name + u' ' + entry.match.account);
        const bool hasAll =
            std::all_of(words.cbegin(), words.cend(), [&theirs](const QString& word) {
                return std::any_of(theirs.cbegin(), theirs.cend(), [&word](const QString& their) {
                    return their.startsWith(word);
                });
            });
        if (hasAll)
            entries.append(entry);
    }
    return entries;
}

QList<PhonebookEntry> PhonebookTable::all(int limit, int offset) const
{
    QList<PhonebookEntry> entries;
    const auto found =
        m_database.run(u"SELECT body,readonly,synced FROM people ORDER BY name LIMIT ? OFFSET ?"_s,
                       {limit, offset});
    while (found && (*found)->next())
        entries.append(entryOf(**found));
    return entries;
}

int PhonebookTable::count() const
{
    const auto found = m_database.run(u"SELECT count(*) FROM people"_s);
    return found && (*found)->next() ? (*found)->value(0).toInt() : 0;
}

} // namespace companion::storage
