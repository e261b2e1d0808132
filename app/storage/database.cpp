// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/database.h"

#include "app/core/logging.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
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
            {
                u"ALTER TABLE calls ADD COLUMN settled INTEGER NOT NULL DEFAULT 1"_s,
                u"ALTER TABLE calls ADD COLUMN undealt INTEGER NOT NULL DEFAULT 0"_s,
                u"ALTER TABLE calls ADD COLUMN number TEXT NOT NULL DEFAULT ''"_s,
                u"ALTER TABLE calls ADD COLUMN task TEXT NOT NULL DEFAULT ''"_s,
                u"ALTER TABLE calls ADD COLUMN detail TEXT NOT NULL DEFAULT ''"_s,
                u"UPDATE calls SET settled=result<>'', "
                "undealt=result='missed' AND coalesce(json_extract(body,'$.dealtWith'),0)=0, "
                "task=coalesce(json_extract(body,'$.task'),''), "
                "detail=coalesce(json_extract(body,'$.detail'),'') WHERE json_valid(body)"_s,
                u"CREATE INDEX calls_unsettled ON calls(started) WHERE settled=0"_s,
                u"CREATE INDEX calls_undealt ON calls(started) WHERE undealt=1"_s,
                u"CREATE INDEX calls_number ON calls(number, started)"_s,
                u"ALTER TABLE outbox ADD COLUMN started INTEGER NOT NULL DEFAULT 0"_s,
                u"ALTER TABLE outbox ADD COLUMN unchecked INTEGER NOT NULL DEFAULT 0"_s,
                u"ALTER TABLE outbox ADD COLUMN kind INTEGER NOT NULL DEFAULT 0"_s,
                u"UPDATE outbox SET started=id"_s, // before all later ones, in their own order
                u"DROP INDEX outbox_waiting"_s,
                u"CREATE INDEX outbox_due ON outbox(started, id) WHERE state IN(1,3) OR unchecked=1"_s,
                u"CREATE INDEX outbox_record ON outbox(record, started, id) WHERE state IN(1,2,3)"_s,
                u"CREATE INDEX outbox_unwritten ON outbox(id) WHERE state<>4"_s,
                u"CREATE INDEX people_name ON people(name, id)"_s,
                u"DELETE FROM people_numbers"_s, // the phonebook fills it again, in the new order
            },
            {
                u"CREATE TABLE recordings(token TEXT PRIMARY KEY, call TEXT NOT NULL, file TEXT "
                u"NOT NULL, UNIQUE(call, file)) WITHOUT ROWID"_s,
            },
            {
                u"DROP INDEX outbox_due"_s,
                u"CREATE INDEX outbox_waiting ON outbox(started, id, due) WHERE state IN(1,3)"_s,
                u"CREATE INDEX outbox_unchecked ON outbox(started, id, due) WHERE unchecked=1"_s,
                u"DROP INDEX outbox_unwritten"_s, // now with all that is asked of thousands
                u"CREATE INDEX outbox_unwritten ON outbox(kind, call) WHERE state<>4"_s,
            },
            {
                u"CREATE TABLE partly_kept(number TEXT PRIMARY KEY) WITHOUT ROWID"_s,
            },
        };
        return steps;
    }

    constexpr int sqliteCorrupt = 11;
    constexpr int sqliteFull = 13;
    constexpr int sqliteNotADatabase = 26;

    Error failure(const QSqlError& error)
    {
        // The extended codes carry the plain one in their low byte.
        const int code = error.nativeErrorCode().toInt() & 0xff;
        const QString native = QString::number(code);
        if (code == sqliteFull)
            return {Error::Kind::Storage, u"the disk is full"_s, native};
        return {Error::Kind::Storage, u"the database: "_s + error.text(), native};
    }

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString& path)
{
    std::unique_ptr<Database> database(new Database);
    auto opened = database->openFile(path);
    const int code = opened ? 0 : opened.error().code.toInt();
    const bool isDamaged = code == sqliteCorrupt || code == sqliteNotADatabase;
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
    // A log that is still there tells of a program that was cut short: then the whole file is
    // checked.
    const bool wasCutShort = QFileInfo(path + u"-wal"_s).size() > 0;
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
    if (wasCutShort)
        if (auto sound = check(); !sound)
            return sound;
    return migrate();
}

void Database::shrink()
{
    m_prepared.clear();
    (void)read(u"PRAGMA shrink_memory"_s, {}, [](const QSqlQuery&) { return false; });
    m_prepared.clear();
}

Result<Done> Database::check()
{
    QString verdict;
    auto asked = read(u"PRAGMA quick_check(1)"_s, {}, [&verdict](const QSqlQuery& row) {
        verdict = row.value(0).toString();
        return false;
    });
    if (!asked)
        return asked;
    if (verdict == "ok"_L1)
        return Done{};
    return Error{Error::Kind::Storage, u"the database is damaged"_s,
                 QString::number(sqliteCorrupt)};
}

Result<Done> Database::migrate()
{
    int from = 0;
    auto version = read(u"PRAGMA user_version"_s, {}, [&from](const QSqlQuery& row) {
        from = row.value(0).toInt();
        return false;
    });
    if (!version)
        return version;
    m_prepared.clear(); // or the statement stands in the way of the schema's change
    const auto& steps = migrations();
    if (from > steps.size())
        return Error{
            Error::Kind::Storage,
            u"The data of this profile was written by a newer version of the program. Install that version, or use another profile."_s};
    return transact([&]() -> Result<Done> {
        for (int step = from; step < steps.size(); ++step)
            for (const auto& statement : steps.at(step))
                if (auto done = change(statement); !done)
                    return done;
        return change(u"PRAGMA user_version=%1"_s.arg(steps.size()));
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

Result<Done> Database::change(const QString& sql, const QVariantList& values)
{
    const auto query = run(sql, values);
    if (!query)
        return query.error();
    (*query)->finish();
    return Done{};
}

Result<Done> Database::read(const QString& sql, const QVariantList& values,
                            const std::function<bool(const QSqlQuery&)>& take)
{
    const auto query = run(sql, values);
    if (!query)
        return query.error();
    while ((*query)->next() && take(**query)) {}
    const auto error = (*query)->lastError();
    (*query)->finish();
    return error.type() == QSqlError::NoError ? Result<Done>(Done{}) : Result<Done>(failure(error));
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
