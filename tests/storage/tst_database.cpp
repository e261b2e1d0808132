// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/realstores.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace companion;
using namespace companion::storage;
using namespace companion::test;
using namespace Qt::StringLiterals;

namespace {

//! The first schema, as its program wrote it.
const QStringList& firstSchema()
{
    static const QStringList statements{
        u"CREATE TABLE calls(id TEXT NOT NULL, extension TEXT NOT NULL, started INTEGER NOT NULL, "
        "result TEXT NOT NULL, journal TEXT NOT NULL, search TEXT NOT NULL, body TEXT NOT NULL, "
        "PRIMARY KEY(id, extension)) WITHOUT ROWID"_s,
        u"CREATE INDEX calls_started ON calls(started DESC)"_s,
        u"CREATE INDEX calls_journal ON calls(journal) WHERE journal NOT IN('none','written')"_s,
        u"CREATE TABLE outbox(id INTEGER PRIMARY KEY, call TEXT NOT NULL, object TEXT NOT NULL "
        "UNIQUE, record TEXT NOT NULL, state INTEGER NOT NULL, attempts INTEGER NOT NULL, due "
        "INTEGER NOT NULL, task TEXT NOT NULL, detail TEXT NOT NULL, entry TEXT NOT NULL)"_s,
        u"CREATE INDEX outbox_call ON outbox(call)"_s,
        u"CREATE INDEX outbox_waiting ON outbox(state, due) WHERE state<>4"_s,
        u"CREATE TABLE choices(number TEXT PRIMARY KEY, object TEXT NOT NULL, record TEXT NOT "
        "NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE creations(number TEXT PRIMARY KEY, begun INTEGER NOT NULL, record TEXT NOT "
        "NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE people(id INTEGER PRIMARY KEY, object TEXT NOT NULL, record TEXT NOT NULL, "
        "name TEXT NOT NULL, readonly INTEGER NOT NULL, synced INTEGER NOT NULL, body TEXT NOT "
        "NULL, UNIQUE(object, record))"_s,
        u"CREATE TABLE people_numbers(number TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY "
        "KEY(number, person)) WITHOUT ROWID"_s,
        u"CREATE INDEX people_numbers_person ON people_numbers(person)"_s,
        u"CREATE TABLE people_words(word TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY "
        "KEY(word, person)) WITHOUT ROWID"_s,
        u"CREATE INDEX people_words_person ON people_words(person)"_s,
        u"CREATE TABLE memos(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
        u"INSERT INTO calls VALUES('c1','1050',1000,'missed','failed','x',"
        "'{\"call\":{\"id\":\"c1\",\"result\":2},\"note\":\"kept\",\"task\":\"00T1\","
        "\"detail\":\"The org says no.\"}')"_s,
        u"INSERT INTO calls VALUES('c2','1050',2000,'','none','x','{\"call\":{\"id\":\"c2\"}}')"_s,
        u"INSERT INTO outbox(call,object,record,state,attempts,due,task,detail,entry) "
        "VALUES('c9','k9','003A',1,0,0,'','','{\"callObject\":\"k9\"}'),"
        "('c1','k1','003A',1,0,0,'','','{\"callObject\":\"k1\"}')"_s,
        u"INSERT INTO people VALUES(1,'Contact','003A','ann lee',1,0,"
        "'{\"object\":\"Contact\",\"id\":\"003A\",\"name\":\"Ann Lee\","
        "\"phone\":\"(415) 555-1212\"}')"_s,
        u"INSERT INTO people_numbers VALUES('5551212',1)"_s,
        u"INSERT INTO people_words VALUES('ann',1),('lee',1)"_s,
        u"INSERT INTO memos VALUES('m','v')"_s,
        u"PRAGMA user_version=1"_s,
    };
    return statements;
}

bool execute(const QString& path, const QStringList& statements)
{
    bool isGood = true;
    {
        auto raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        raw.setDatabaseName(path);
        isGood = raw.open();
        QSqlQuery query(raw);
        for (const auto& statement : statements)
            isGood = isGood && query.exec(statement);
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
    return isGood;
}

HistoryRow row(const QString& id, const QString& number = u"4155551212"_s)
{
    HistoryRow made;
    made.call.id = id;
    made.call.extension = u"1050"_s;
    made.call.remoteNumber = number;
    made.call.startedAt = QDateTime::fromMSecsSinceEpoch(1767600000123);
    return made;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shrunkDatabaseAnswersAsBefore()
    {
        RealStores stores;
        HistoryRow row;
        row.call.id = u"c1"_s;
        row.note = u"kept"_s;
        QVERIFY(stores.calls().save(row));
        stores.database().shrink();
        QCOMPARE(stores.calls().find(u"c1"_s)->note, u"kept"_s);
        QVERIFY(stores.database().transact([&]() -> Result<Done> {
            stores.database().shrink();
            row.note = u"changed"_s;
            return stores.calls().save(row);
        }));
        QCOMPARE(stores.calls().find(u"c1"_s)->note, u"changed"_s);
    }

    void freshFileHasTheNewestSchemaAndIsForTheUserAlone()
    {
        RealStores stores;
        int version = 0;
        QVERIFY(stores.database().read(u"PRAGMA user_version"_s, {}, [&](const QSqlQuery& it) {
            version = it.value(0).toInt();
            return false;
        }));
        QVERIFY(version >= 2);
        QVERIFY(stores.calls().save(row(u"c1"_s)));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther;
        for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QVERIFY2(!(QFile::permissions(stores.path() + suffix) & others), qPrintable(suffix));
        stores.reopen();
        QVERIFY(stores.calls().find(u"c1"_s));
    }

    void olderSchemaIsBroughtUpWithEverythingInIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"old.db"_s);
        QVERIFY(execute(path, firstSchema()));
        auto database = Database::open(path);
        QVERIFY(database);
        const CallTable calls(**database);
        const auto missed = calls.find(u"c1"_s);
        QVERIFY(missed);
        QCOMPARE(missed->note, u"kept"_s);
        QCOMPARE(missed->journal, JournalState::Failed);
        QCOMPARE(missed->taskId, u"00T1"_s);
        QCOMPARE(missed->journalDetail, u"The org says no."_s);
        QVERIFY(missed->isSettled);
        QCOMPARE(calls.history({.unsettledOnly = true}).size(), 1);
        QCOMPARE(calls.history({.unsettledOnly = true}).constFirst().call.id, u"c2"_s);
        QCOMPARE(calls.history({.undealtOnly = true}).constFirst().call.id, u"c1"_s);
        const OutboxTable outbox(**database);
        const auto due = outbox.due(QDateTime::currentDateTimeUtc(), 10);
        QCOMPARE(due.size(), 2);
        QCOMPARE(due.constFirst().call, u"c9"_s); // in the order they were put in
        const PhonebookTable people(**database);
        const auto number = PhoneNumber::read(u"+14155551212"_s, {});
        QCOMPARE(people.byNumber(number, {}).constFirst().match.name, u"Ann Lee"_s);
        QCOMPARE(people.byName(u"lee"_s, 5).size(), 1);
        QCOMPARE(MemoTable(**database).memo(u"m"_s), u"v"_s);
    }

    void newerSchemaIsRefusedAndLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"new.db"_s);
        QVERIFY(execute(path, {u"CREATE TABLE future(x)"_s, u"PRAGMA user_version=99"_s}));
        const auto database = Database::open(path);
        QVERIFY(!database);
        QVERIFY(database.error().detail.contains(u"newer version"_s));
        QVERIFY(execute(path, {u"SELECT x FROM future"_s}));
    }

    void damagedFileIsSetAsideAndANewOneBegun_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("no database at all") << 0;
        QTest::newRow("header overwritten") << 1;
        QTest::newRow("pages overwritten, cut short") << 2;
    }

    void damagedFileIsSetAsideAndANewOneBegun()
    {
        QFETCH(int, kind);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"companion.db"_s);
        if (kind > 0) {
            auto made = Database::open(path);
            CallTable calls(**made);
            for (int i = 0; i < 200; ++i)
                QVERIFY(calls.save(row(u"c%1"_s.arg(i))));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(kind == 2 ? 8192 : 0);
        file.write(QByteArray(kind == 2 ? 40000 : 4096, 'x'));
        file.close();
        if (kind == 2) { // as a program that was killed leaves it
            QFile wal(path + u"-wal"_s);
            QVERIFY(wal.open(QIODevice::WriteOnly));
            wal.write("unfinished");
        }
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"damaged"_s));
        auto database = Database::open(path);
        QVERIFY(database);
        QVERIFY(QFile::exists((*database)->setAside()));
        CallTable calls(**database);
        QVERIFY(calls.save(row(u"new"_s)));
        QCOMPARE(calls.history({}).size(), 1);
    }

    void folderThatCannotBeWrittenIsAnError()
    {
        const auto database = Database::open(u"/nonexistent/folder/companion.db"_s);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Error::Kind::Storage);
    }

    void whatWasSaidToBeWrittenIsThereAfterAKill()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"companion.db"_s);
        int last = -1;
        for (int round = 0; round < 8; ++round) {
            QProcess writer;
            writer.start(QStringLiteral(STORAGE_WRITER), {path});
            QVERIFY(writer.waitForStarted());
            int lines = 0;
            while (lines < 5 + 7 * round) {
                QVERIFY(writer.waitForReadyRead(20000));
                while (writer.canReadLine()) {
                    last = writer.readLine().trimmed().toInt();
                    ++lines;
                }
            }
            writer.kill(); // SIGKILL, in the middle of some write
            QVERIFY(writer.waitForFinished());
            while (writer.canReadLine())
                last = writer.readLine().trimmed().toInt();
            auto database = Database::open(path);
            QVERIFY(database);
            QVERIFY((*database)->setAside().isEmpty());
            const CallTable calls(**database);
            const OutboxTable outbox(**database);
            for (int i = 0; i <= last; ++i)
                QVERIFY2(calls.find(u"c%1"_s.arg(i)) && outbox.findByCall(u"c%1"_s.arg(i)),
                         qPrintable(u"%1 of %2"_s.arg(i).arg(last)));
        }
        QVERIFY(last > 100);
    }

    void failedTransactionLeavesNothing()
    {
        RealStores stores;
        const auto done = stores.database().transact([&]() -> Result<Done> {
            if (auto saved = stores.calls().save(row(u"c1"_s)); !saved)
                return saved;
            return Error{Error::Kind::Storage, u"as the test wishes"_s};
        });
        QVERIFY(!done);
        QVERIFY(!stores.calls().find(u"c1"_s));
    }

    void writeAheadLogIsEmptiedInSpiteOfReading()
    {
        // Regression: a statement that was read only in part kept the log from being emptied.
        RealStores stores;
        for (int i = 0; i < 3000; ++i) {
            auto call = row(u"c%1"_s.arg(i % 10));
            call.note = u"n"_s.repeated(4000);
            QVERIFY(stores.calls().save(call));
            (void)stores.calls().find(call.call.id);
            (void)stores.phonebook().count();
            (void)stores.outbox().nextDue(call.call.startedAt);
            (void)stores.memo().memo(u"x"_s);
        }
        QVERIFY(QFileInfo(stores.path() + u"-wal"_s).size() < 8LL * 1024 * 1024);
    }

    // The tables

    void historyRowComesBackAsItWas()
    {
        RealStores stores;
        auto saved = row(u"c1"_s);
        saved.call.direction = CallDirection::Outbound;
        saved.call.origin = CallOrigin::Own;
        saved.call.phase = CallPhase::Ended;
        saved.call.result = CallResult::Answered;
        saved.call.remoteName = u"Ann “Lee” Ünal \U0001F600"_s;
        saved.call.queue = u"6400"_s;
        saved.call.did = u"15550100"_s;
        saved.call.answeredAt = saved.call.startedAt.addSecs(3);
        saved.call.endedAt = saved.call.startedAt.addSecs(30);
        saved.call.talkSeconds = 27;
        saved.call.recording = u"a.wav"_s;
        saved.call.serial = u"SN1"_s;
        saved.call.placedHere = true;
        saved.call.hasRecord = true;
        saved.crm = CrmState::Several;
        saved.matches = {{.record = {u"Contact"_s, u"003A"_s},
                          .name = u"Ann"_s,
                          .phones = {u"1"_s, u"2"_s},
                          .url = QUrl(u"https://a.example/1"_s),
                          .doNotCall = true},
                         {.record = {u"Lead"_s, u"00QA"_s}}};
        saved.chosen = saved.matches.constFirst().record;
        saved.recordOpenedAt = saved.call.startedAt;
        saved.why = Reason::Popped;
        saved.note = u"two\nlines"_s;
        saved.outcome = u"Call back"_s;
        saved.doNotLog = true;
        saved.isDealtWith = true;
        saved.journal = JournalState::Failed;
        saved.taskId = u"00T1"_s;
        saved.journalDetail = u"why"_s;
        saved.isSettled = false;
        QVERIFY(stores.calls().save(saved));
        stores.reopen();
        QCOMPARE(*stores.calls().find(u"c1"_s), saved);
    }

    void laterOfTheSameSecondComesFirst()
    {
        RealStores stores;
        for (const auto& id : {u"1795.9"_s, u"1795.11"_s, u"1795.10"_s})
            QVERIFY(stores.calls().save(row(id)));
        const auto rows = stores.calls().history({});
        QCOMPARE(rows.at(0).call.id, u"1795.11"_s);
        QCOMPARE(rows.at(1).call.id, u"1795.10"_s);
        QCOMPARE(rows.at(2).call.id, u"1795.9"_s);
    }

    void marksOfManyCallsAreOneWrite()
    {
        RealStores stores;
        QList<JournalMark> marks;
        for (int i = 0; i < 300; ++i) {
            QVERIFY(stores.calls().save(row(u"c%1"_s.arg(i))));
            marks.append({.call = u"c%1"_s.arg(i), .state = JournalState::Queued});
        }
        QVERIFY(stores.calls().mark(marks));
        QCOMPARE(stores.calls().pendingCount(), 300);
        QCOMPARE(stores.calls().history({.limit = 1000, .pendingOnly = true}).size(), 300);
        // Regression: --pending showed a hundred of them.
        QCOMPARE(stores.calls().history({.limit = -1, .pendingOnly = true}).size(), 300);
    }

    void historyIsFiltered()
    {
        RealStores stores;
        auto missed = row(u"m"_s, u"+1 (415) 555-1212"_s);
        missed.call.result = CallResult::Missed;
        missed.note = u"100% sure_thing"_s;
        auto answered = row(u"a"_s, u"2125551212"_s);
        answered.call.result = CallResult::Answered;
        answered.call.startedAt = missed.call.startedAt.addSecs(60);
        QVERIFY(stores.calls().save(missed));
        QVERIFY(stores.calls().save(answered));
        const auto idsOf = [&stores](const HistoryQuery& query) {
            QStringList ids;
            for (const auto& found : stores.calls().history(query))
                ids.append(found.call.id);
            return ids;
        };
        QCOMPARE(idsOf({}), (QStringList{u"a"_s, u"m"_s}));
        QCOMPARE(idsOf({.limit = 1}), QStringList{u"a"_s});
        QCOMPARE(idsOf({.missedOnly = true}), QStringList{u"m"_s});
        QCOMPARE(idsOf({.undealtOnly = true}), QStringList{u"m"_s});
        QCOMPARE(idsOf({.number = u"4155551212"_s}), (QStringList{u"a"_s, u"m"_s})); // ends alike
        QCOMPARE(idsOf({.number = u"4155559999"_s}), QStringList{});
        QCOMPARE(idsOf({.number = u"nobody"_s}), QStringList{});
        QCOMPARE(idsOf({.text = u"100% SURE_"_s}), QStringList{u"m"_s});
        QCOMPARE(idsOf({.text = u"100_ sure"_s}), QStringList{});
        QCOMPARE(idsOf({.after = HistoryPlace::of(answered.call)}), QStringList{u"m"_s});
        missed.isDealtWith = true;
        QVERIFY(stores.calls().save(missed));
        QCOMPARE(idsOf({.undealtOnly = true}), QStringList{});
        QVERIFY(stores.calls().save(row(u"on"_s)));
        QCOMPARE(idsOf({.endedOnly = true}), (QStringList{u"a"_s, u"m"_s}));
        QVERIFY(idsOf({}).contains(u"on"_s));
    }

    void historyIsReadPageByPage()
    {
        RealStores stores;
        QStringList all; // newest first; of a moment the one that the PBX numbers higher
        for (int number = 11; number > 7; --number)
            all.append(u"1700000000.%1"_s.arg(number));
        for (const auto& id : all)
            QVERIFY(stores.calls().save(row(id)));
        auto twin = row(all.constLast()); // the same call on another extension of this person
        twin.call.extension.clear();
        QVERIFY(stores.calls().save(twin));
        all.append(twin.call.id);
        for (const int limit : {1, 2, 3, 10}) {
            QStringList read;
            HistoryQuery page{.limit = limit};
            for (auto rows = stores.calls().history(page);
                 !rows.isEmpty() && read.size() <= all.size();
                 rows = stores.calls().history(page)) {
                for (const auto& one : std::as_const(rows))
                    read.append(one.call.id);
                page.after = HistoryPlace::of(rows.constLast().call);
            }
            QCOMPARE(read, all);
        }
    }

    void outboxKeepsOneRowForEachKey()
    {
        RealStores stores;
        OutboxRow entry{.call = u"c1"_s};
        entry.entry.callObject = u"k"_s;
        entry.entry.subject = u"first"_s;
        const auto first = stores.outbox().enqueue(entry);
        entry.entry.subject = u"second"_s;
        const auto second = stores.outbox().enqueue(entry);
        QVERIFY(first && second);
        QCOMPARE(second->id, first->id);
        QCOMPARE(second->entry.subject, u"first"_s);
    }

    void outboxRowComesBackAsItWas()
    {
        RealStores stores;
        OutboxRow kept{.call = u"c1"_s};
        kept.entry = {.callObject = u"k"_s,
                      .subject = u"s"_s,
                      .description = u"d\n"_s,
                      .callType = u"Inbound"_s,
                      .disposition = u"Answered"_s,
                      .talkSeconds = 5,
                      .activityDate = QDate(2026, 1, 5),
                      .record = {u"Contact"_s, u"003A"_s},
                      .ownerId = u"005A"_s,
                      .note = u"n"_s,
                      .outcome = u"o"_s,
                      .recording = u"r"_s,
                      .kind = JournalEntry::Kind::PbxNote,
                      .startedAt = QDateTime::fromMSecsSinceEpoch(1767600000123),
                      .endedAt = QDateTime::fromMSecsSinceEpoch(1767600050123),
                      .organizationId = u"00D1"_s,
                      .remoteNumber = u"4155551212"_s,
                      .writtenNote = u"w"_s,
                      .writtenRecording = u"x"_s,
                      .hasMoved = true};
        kept.state = OutboxRow::State::Unknown;
        kept.attempts = 3;
        kept.notBefore = QDateTime::fromMSecsSinceEpoch(1767600000123);
        kept.taskId = u"00T1"_s;
        kept.detail = u"why"_s;
        kept.isUnchecked = true;
        const auto put = stores.outbox().enqueue(kept);
        QVERIFY(put);
        kept.id = put->id;
        stores.reopen();
        QCOMPARE(*stores.outbox().findByCall(u"c1"_s), kept);
        QVERIFY(stores.outbox().remove(kept.id));
        QVERIFY(!stores.outbox().findByCall(u"c1"_s));
    }

    void whatWasBeingSentIsUnknownAfterARestart()
    {
        RealStores stores;
        OutboxRow sent{.call = u"c1"_s};
        sent.entry.callObject = u"k"_s;
        sent.state = OutboxRow::State::Sending;
        QVERIFY(stores.outbox().enqueue(sent));
        QVERIFY(stores.outbox().due(QDateTime::currentDateTimeUtc(), 10).isEmpty());
        QVERIFY(stores.outbox().recoverAfterRestart());
        QCOMPARE(stores.outbox().findByCall(u"c1"_s)->state, OutboxRow::State::Unknown);
        QCOMPARE(stores.outbox().due(QDateTime::currentDateTimeUtc(), 10).size(), 1);
    }

    void nextDueLooksPastWhatIsHeldUp()
    {
        // Regression: an entry held up by an older one made the program look twenty times a second.
        RealStores stores;
        const auto now = QDateTime::currentDateTimeUtc();
        OutboxRow older{.call = u"c1"_s};
        older.entry.callObject = u"k1"_s;
        older.entry.record = {u"Contact"_s, u"003A"_s};
        older.entry.startedAt = now.addSecs(-100);
        older.notBefore = now.addSecs(60);
        OutboxRow younger = older;
        younger.call = u"c2"_s;
        younger.entry.callObject = u"k2"_s;
        younger.entry.startedAt = now.addSecs(-50);
        younger.notBefore = now.addSecs(-10);
        QVERIFY(stores.outbox().enqueue(older));
        QVERIFY(stores.outbox().enqueue(younger));
        QVERIFY(stores.outbox().due(now, 10).isEmpty());
        QCOMPARE(stores.outbox().nextDue(now).toMSecsSinceEpoch(),
                 older.notBefore.toMSecsSinceEpoch());
        QCOMPARE(stores.outbox().due(now.addSecs(61), 10).size(), 2);
    }

    void choicesAndCreationsAreKept()
    {
        RealStores stores;
        const RecordId record{u"Contact"_s, u"003A"_s};
        QVERIFY(stores.numbers().remember(u"+1415"_s, record));
        QVERIFY(stores.numbers().remember({}, record));
        QVERIFY(stores.numbers().noteCreation(
            {.numberKey = u"+1415"_s, .begunAt = QDateTime::fromSecsSinceEpoch(1000)}));
        stores.reopen();
        QCOMPARE(stores.numbers().chosenFor(u"+1415"_s), record);
        QVERIFY(!stores.numbers().chosenFor({}));
        QVERIFY(!stores.numbers().creationFor(u"+1415"_s)->record);
        QVERIFY(stores.numbers().forget(u"+1415"_s));
        QVERIFY(!stores.numbers().chosenFor(u"+1415"_s));
        QVERIFY(stores.numbers().dropCreation(u"+1415"_s));
        QVERIFY(!stores.numbers().creationFor(u"+1415"_s));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
