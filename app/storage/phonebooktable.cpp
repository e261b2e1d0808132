// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/folded.h"
#include "app/core/logging.h"
#include "app/storage/columns.h"
#include "app/storage/rowjson.h"
#include "app/storage/tables.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    constexpr int maxCandidates = 200; // of one number's end: a company's many lines
    constexpr int rankedNames = 200; // of a common beginning: as many as are put in order
    constexpr int maxWords = 6; // that are looked for at once

    QStringList wordsOf(const QString& text)
    {
        static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
        QStringList words = folded(text).split(between, Qt::SkipEmptyParts);
        words.removeDuplicates();
        return words.mid(0, 12);
    }

    constexpr int readOnly = 1;
    constexpr int edited = 2;

    PhonebookEntry entryOf(const QSqlQuery& row)
    {
        return {.match = matchFrom(row.value(0).toString()),
                .isReadOnly = row.value(1).toInt() == readOnly,
                .isEdited = row.value(1).toInt() == edited,
                .syncedAt = QDateTime::fromMSecsSinceEpoch(row.value(2).toLongLong())};
    }

    //! The first text that does not begin with \p prefix any more.
    QString endOfPrefix(const QString& prefix)
    {
        return prefix + QChar(0xFFFF);
    }

} // namespace

PhonebookTable::PhonebookTable(Database& database) : m_database(database)
{
    const bool hasNumbers = !isEmpty(u"people_numbers"_s);
    if (hasNumbers || isEmpty(u"people"_s))
        return;
    // A database of an older schema, or one whose people have no number at all.
    const auto filled = m_database.transact([this]() -> Result<Done> {
        QHash<qint64, CrmMatch> people;
        auto all =
            m_database.read(u"SELECT id,body FROM people"_s, {}, [&people](const QSqlQuery& row) {
                people.insert(row.value(0).toLongLong(), matchFrom(row.value(1).toString()));
                return true;
            });
        if (!all)
            return all;
        for (auto at = people.cbegin(); at != people.cend(); ++at)
            if (auto done = indexNumbers(at.key(), at.value()); !done)
                return done;
        return Done{};
    });
    if (!filled)
        qCWarning(lcStorage) << "phonebook not indexed:" << filled.error().detail;
}

bool PhonebookTable::isEmpty(const QString& table) const
{
    bool isThere = false;
    (void)m_database.read(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(table), {},
                          [&isThere](const QSqlQuery&) {
                              isThere = true;
                              return false;
                          });
    return !isThere;
}

Result<Done> PhonebookTable::put(const QList<PhonebookEntry>& entries)
{
    return m_database.transact([&]() -> Result<Done> {
        for (const auto& entry : entries)
            if (auto done = putOne(entry); !done)
                return done;
        return Done{};
    });
}

Result<Done> PhonebookTable::putOne(const PhonebookEntry& entry)
{
    const auto& match = entry.match;
    qint64 person = 0;
    auto written = m_database.read(
        u"INSERT INTO people(object,record,name,readonly,synced,body) VALUES(?,?,?,?,?,?) "
        "ON CONFLICT(object,record) DO UPDATE SET name=excluded.name,readonly=excluded.readonly,"
        "synced=excluded.synced,body=excluded.body RETURNING id"_s,
        {match.record.object, match.record.id, some(folded(match.name)),
         entry.isReadOnly     ? readOnly
             : entry.isEdited ? edited
                              : 0,
         entry.syncedAt.toMSecsSinceEpoch(), toBody(match)},
        [&person](const QSqlQuery& row) {
            person = row.value(0).toLongLong();
            return true;
        });
    if (!written)
        return written;
    if (auto removed = removeIndexed(person); !removed)
        return removed;
    for (const auto& word : wordsOf(match.name + u' ' + match.account))
        if (auto done = m_database.change(
                u"INSERT OR IGNORE INTO people_words(word,person) VALUES(?,?)"_s, {word, person});
            !done)
            return done;
    return indexNumbers(person, match);
}

Result<Done> PhonebookTable::indexNumbers(qint64 person, const CrmMatch& match)
{
    QSet<QString> numbers;
    for (const auto& phone : match.phones + QList<QString>{match.phone})
        for (const auto& digits : PhoneNumber::digitsIn(phone))
            numbers.insert(numberIndex(digits));
    numbers.remove(QString());
    for (const auto& number : std::as_const(numbers))
        if (auto done = m_database.change(
                u"INSERT OR IGNORE INTO people_numbers(number,person) VALUES(?,?)"_s,
                {number, person});
            !done)
            return done;
    return Done{};
}

Result<Done> PhonebookTable::removeIndexed(qint64 person)
{
    for (const auto& statement : {u"DELETE FROM people_numbers WHERE person=?"_s,
                                  u"DELETE FROM people_words WHERE person=?"_s})
        if (auto done = m_database.change(statement, {person}); !done)
            return done;
    return Done{};
}

Result<Done> PhonebookTable::remove(const RecordId& record)
{
    return m_database.transact([&]() -> Result<Done> {
        qint64 person = 0;
        auto found = m_database.read(u"SELECT id FROM people WHERE object=? AND record=?"_s,
                                     {record.object, record.id}, [&person](const QSqlQuery& row) {
                                         person = row.value(0).toLongLong();
                                         return false;
                                     });
        if (!found || person == 0)
            return found;
        if (auto removed = removeIndexed(person); !removed)
            return removed;
        return m_database.change(u"DELETE FROM people WHERE id=?"_s, {person});
    });
}

std::optional<PhonebookEntry> PhonebookTable::find(const RecordId& record) const
{
    std::optional<PhonebookEntry> found;
    (void)m_database.read(u"SELECT body,readonly,synced FROM people WHERE object=? AND record=?"_s,
                          {record.object, record.id}, [&found](const QSqlQuery& row) {
                              found = entryOf(row);
                              return false;
                          });
    return found;
}

Result<Done> PhonebookTable::makeEditable()
{
    return m_database.change(u"UPDATE people SET readonly=0 WHERE readonly=1"_s);
}

QList<PhonebookEntry> PhonebookTable::byNumber(const PhoneNumber& number,
                                               const NumberRules& rules) const
{
    QList<PhonebookEntry> entries;
    if (!number.isLookupWorthy())
        return entries;
    const auto range = numbersLike(number.lineEnd());
    (void)m_database.read(
        u"SELECT body,readonly,synced FROM people WHERE id IN"
        "(SELECT person FROM people_numbers WHERE number>=? AND number<? LIMIT ?)"_s,
        {range.from, range.to, maxCandidates}, [&](const QSqlQuery& row) {
            auto entry = entryOf(row);
            for (const auto& phone : entry.match.phones + QList<QString>{entry.match.phone})
                if (number.matches(phone, rules)) {
                    entry.match.phone = phone;
                    entries.append(entry);
                    break;
                }
            return true;
        });
    return entries;
}

QList<PhonebookEntry> PhonebookTable::byName(const QString& typed, int limit) const
{
    auto words = wordsOf(typed);
    QList<PhonebookEntry> entries;
    if (words.isEmpty())
        return entries;
    // The longest word tells most: the others are looked up among its hits.
    std::stable_sort(words.begin(), words.end(), [](const QString& one, const QString& other) {
        return one.size() > other.size();
    });
    words = words.mid(0, maxWords);
    QString where = u"word>=? AND word<?"_s;
    QVariantList values{words.constFirst(), endOfPrefix(words.constFirst())};
    for (const auto& word : words.mid(1)) {
        where += u" AND EXISTS(SELECT 1 FROM people_words other WHERE "
                 "other.person=leading.person AND other.word>=? AND other.word<?)"_s;
        values += {word, endOfPrefix(word)};
    }
    const QString whole = folded(typed.trimmed());
    values += {std::max(limit, rankedNames), whole, endOfPrefix(whole), limit};
    (void)m_database.read(
        u"SELECT body,readonly,synced FROM people WHERE id IN (SELECT DISTINCT person FROM "
        "people_words leading WHERE %1 LIMIT ?) ORDER BY NOT (name>=? AND name<?),name LIMIT ?"_s
            .arg(where),
        values, [&entries](const QSqlQuery& row) {
            entries.append(entryOf(row));
            return true;
        });
    return entries;
}

QList<PhonebookEntry> PhonebookTable::byDigits(const QString& digits, int limit) const
{
    QList<PhonebookEntry> entries;
    const QString wanted = numberIndex(digits);
    if (wanted.isEmpty())
        return entries;
    // The index runs from the last digit to the first: all of it is read, and nothing else.
    (void)m_database.read(u"SELECT body,readonly,synced FROM people WHERE id IN (SELECT DISTINCT "
                          "person FROM people_numbers WHERE instr(number,?)>0 LIMIT ?) "
                          "ORDER BY name,id"_s,
                          {wanted, limit}, [&entries](const QSqlQuery& row) {
                              entries.append(entryOf(row));
                              return true;
                          });
    return entries;
}

QList<PhonebookEntry> PhonebookTable::all(int limit, int offset) const
{
    QList<PhonebookEntry> entries;
    (void)m_database.read(
        u"SELECT body,readonly,synced FROM people ORDER BY name,id LIMIT ? OFFSET ?"_s,
        {limit, offset}, [&entries](const QSqlQuery& row) {
            entries.append(entryOf(row));
            return true;
        });
    return entries;
}

int PhonebookTable::count() const
{
    int count = 0;
    (void)m_database.read(u"SELECT count(*) FROM people"_s, {}, [&count](const QSqlQuery& row) {
        count = row.value(0).toInt();
        return false;
    });
    return count;
}

Phonebook::Coverage PhonebookTable::coverage(const QString& numberKey) const
{
    auto coverage = Coverage::Whole;
    (void)m_database.read(u"SELECT 1 FROM partly_kept WHERE number=?"_s, {numberKey},
                          [&coverage](const QSqlQuery&) {
                              coverage = Coverage::Part;
                              return false;
                          });
    return coverage;
}

Result<Done> PhonebookTable::noteCoverage(const QString& numberKey, Coverage coverage)
{
    return m_database.change(coverage == Coverage::Part
                                 ? u"INSERT OR IGNORE INTO partly_kept(number) VALUES(?)"_s
                                 : u"DELETE FROM partly_kept WHERE number=?"_s,
                             {numberKey});
}

} // namespace companion::storage
