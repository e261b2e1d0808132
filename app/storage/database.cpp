// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/database.h"

#include "app/core/logging.h"

#include <QDateTime>
#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <utility>

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    //! One entry a schema version: what brings a database from the version before to this one.
    const QList<QStringList>& migrations()
    {
        static const QList<QStringList> steps{
            {
                u"CREATE TABLE calls(id TEXT NOT NULL, extension TEXT NOT NULL, started INTEGER "
                u"NOT NULL, result TEXT NOT NULL,"
                " journal TEXT NOT NULL, search TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY(id, extension)) WITHOUT ROWID"_s,
                u"CREATE INDEX calls_started ON calls(started DESC)"_s,
                u"CREATE INDEX calls_journal ON calls(journal) WHERE journal NOT IN('none','written')"_s,
                u"CREATE TABLE outbox(id INTEGER PRIMARY KEY, call TEXT NOT NULL, object TEXT NOT "
                u"NULL UNIQUE, record TEXT NOT NULL,"
                " state INTEGER NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL, task "
                "TEXT NOT NULL, detail TEXT NOT NULL,"
                " entry TEXT NOT NULL)"_s,
                u"CREATE INDEX outbox_call ON outbox(call)"_s,
                u"CREATE INDEX outbox_waiting ON outbox(state, due) WHERE state<>4"_s,
                u"CREATE TABLE choices(number TEXT PRIMARY KEY, object TEXT NOT NULL, record TEXT NOT NULL) WITHOUT ROWID"_s,
                u"CREATE TABLE creations(number TEXT PRIMARY KEY, begun INTEGER NOT NULL, record TEXT NOT NULL) WITHOUT ROWID"_s,
                u"CREATE TABLE people(id INTEGER PRIMARY KEY, object TEXT NOT NULL, record TEXT "
                u"NOT NULL, name TEXT NOT NULL,"
                " readonly INTEGER NOT NULL, synced INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE(object, record))"_s,
                u"CREATE TABLE people_numbers(number TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY(number, person)) WITHOUT ROWID"_s,
                u"CREATE INDEX people_numbers_person ON people_numbers(person)"_s,
                u"CREATE TABLE people_words(word TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY(word, person)) WITHOUT ROWID"_s,
                u"CREATE INDEX people_words_person ON people_words(person)"_s,
                u"CREATE TABLE memos(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
            },
        };
        return steps;
    }

    Error failure(const QSqlError& error)
    {
        const QString native = error.nativeErrorCode();
        if (native == "13"_L1) // SQLITE_FULL
            return {Error::Kind::Storage, u"the disk is full"_s, native};
        return {Error::Kind::Storage, u"the database: "_s + error.text(), native};
    }

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString& path)
{
    std::unique_ptr<Database> database(new Database);
    auto opened = database->openFile(path);
    const bool isDamaged = !opened
        && (opened.error().code == "11"_L1
            || opened.error().code == "26"_L1); // SQLITE_CORRUPT, SQLITE_NOTADB
    if (isDamaged) {
        const QString aside =
            path + u".damaged-"_s + QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
        database = std::unique_ptr<Database>(new Database);
        for (const auto& suffix : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::rename(path + suffix, aside + suffix);
        qCCritical(lcStorage)
            << "the database was damaged and has been set aside; a new one is begun";
        opened = database->openFile(path);
        database->m_setAside = aside;
    }
    if (!opened)
        return opened.error();
    return database;
}

Database::~Database()
{
    m_prepared.clear();
    m_database = {};
    if (!m_connection.isEmpty())
        QSqlDatabase::removeDatabase(m_connection);
}

Result<Done> Database::openFile(const QString& path)
{
    m_connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=3000"_s);
    if (!m_database.open())
        return failure(m_database.lastError());
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // cache_size in KiB: the phonebook is read by index, a small cache is enough for its budgets.
    for (const auto& pragma :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA foreign_keys=ON"_s,
          u"PRAGMA cache_size=-1024"_s, u"PRAGMA temp_store=MEMORY"_s,
          u"PRAGMA journal_size_limit=4194304"_s}) {
        QSqlQuery query(m_database);
        if (!query.exec(pragma))
            return failure(query.lastError());
    }
    return migrate();
}

Result<Done> Database::migrate()
{
    const auto version = run(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    const int from = (*version)->next() ? (*version)->value(0).toInt() : 0;
    (*version)->finish();
    m_prepared.clear(); // or the statement stands in the way of the schema's change
    const auto& steps = migrations();
    if (from > steps.size())
        return Error{
            Error::Kind::Storage,
            u"The data of this profile was written by a newer version of the program. Install that version, or use another profile."_s};
    return transact([&]() -> Result<Done> {
        for (int step = from; step < steps.size(); ++step)
            for (const auto& statement : steps.at(step))
                if (const auto done = run(statement); !done)
                    return done.error();
        if (const auto done = run(u"PRAGMA user_version=%1"_s.arg(steps.size())); !done)
            return done.error();
        return Done{};
    });
}

Result<QSqlQuery*> Database::run(const QString& sql, const QVariantList& values)
{
    auto& query = m_prepared[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            const auto error = failure(query->lastError());
            m_prepared.remove(sql);
            return error;
        }
    }
    query->finish();
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values.at(i));
    if (!query->exec())
        return failure(query->lastError());
    return query.get();
}

Result<Done> Database::transact(const std::function<Result<Done>()>& work)
{
    if (m_depth > 0)
        return work();
    if (!m_database.transaction())
        return failure(m_database.lastError());
    ++m_depth;
    auto done = work();
    --m_depth;
    if (done && !m_database.commit())
        done = failure(m_database.lastError());
    if (!done)
        m_database.rollback();
    return done;
}

} // namespace companion::storage
