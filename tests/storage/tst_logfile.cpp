// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/logging.h"
#include "app/storage/logfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace companion;
using namespace companion::storage;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qInstallMessageHandler(nullptr); }

    void secretsAndNumbersNeverReachTheFile_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char* name, const QString& text, const QString& secret) {
            QTest::newRow(name) << text << secret;
        };
        row("token in a query", u"GET /x?access_token=aBcDeF123&page=2"_s, u"aBcDeF123"_s);
        row("token in JSON", uR"({"refresh_token":"5Aep861xyz","a":1})"_s, u"5Aep861xyz"_s);
        row("bearer", u"Authorization: Bearer 00Dxx!AQ8.abc_DEF"_s, u"AQ8.abc_DEF"_s);
        row("session id", u"sid was 00D5g00000AbCdE!AQ8AQJ.x_y here"_s, u"AQ8AQJ"_s);
        row("password", u"password = hunter2horse"_s, u"hunter2horse"_s);
        row("client secret", u"client_secret=ABC123DEF&x"_s, u"ABC123DEF"_s);
        row("authorisation code", u"?code=aPrxSmIEeqM9.abc%3D%3D&state=zzz"_s, u"aPrxSmIEeqM9"_s);
        row("number", u"calling +1 (415) 555-1212 now"_s, u"555-1212"_s);
        row("bare number", u"calling 4155551212"_s, u"4155551212"_s);
        row("dotted number", u"415.555.1212"_s, u"1212"_s);
        row("number in full-width digits", u"４１５５５５１２１２"_s, u"５５１２"_s);
        row("mail", u"user jane.roe@acme.example"_s, u"jane.roe"_s);
        row("address", u"https://pbx.acme.example:8088/openapi/v1.0/x?y=z failed"_s,
            u"pbx.acme.example"_s);
        row("web socket", u"wss://pbx.acme.example/openapi/v1.0/subscribe"_s, u"acme"_s);
        row("address with a password", u"http://ari:hunter2@10.0.0.1/ari"_s, u"hunter2"_s);
    }

    void secretsAndNumbersNeverReachTheFile()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        QTemporaryDir folder;
        startLog({.folder = folder.path()});
        qCInfo(lcApp).noquote() << text;
        const auto log = QString::fromUtf8(contents(folder.filePath(u"companion.log"_s)));
        QVERIFY(log.contains(u"companion.app"_s));
        QVERIFY2(!log.contains(secret), qPrintable(log));
    }

    void ordinaryTextStaysReadable()
    {
        const QString text = u"reconnecting in 400 ms, try 3: state=2 of 4, error 70004 at 1050"_s;
        QCOMPARE(redactedLine(u"reconnecting in 400 ms, try 3"_s),
                 u"reconnecting in 400 ms, try 3"_s);
        QVERIFY(redactedLine(text).contains(u"1050"_s)); // an extension names nobody
        QCOMPARE(redactedNumber(u"+1 415 555 1212"), u"(11 digits …12)"_s);
        QCOMPARE(redactedNumber(u"1050"), u"(4 digits …)"_s);
    }

    void fileIsForTheUserAlone()
    {
        QTemporaryDir folder;
        startLog({.folder = folder.path()});
        QVERIFY(!(QFile::permissions(folder.filePath(u"companion.log"_s))
                  & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }

    void logIsRotatedAndOnlyTheNewestAreKept()
    {
        QTemporaryDir folder;
        startLog({.folder = folder.path()});
        const QString line = u"x"_s.repeated(64LL * 1024);
        for (int i = 0; i < 250; ++i) // 16 MB
            qCInfo(lcApp).noquote() << i << line;
        const auto files = QDir(folder.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 6);
        for (const auto& file : files)
            QVERIFY(file.size() < 3LL * 1024 * 1024);
        QVERIFY(contents(folder.filePath(u"companion.log"_s)).contains(" 249 "));
    }

    void levelDecidesWhatIsWritten_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("lines");
        QTest::newRow("debug") << u"debug"_s << 4;
        QTest::newRow("info") << u"info"_s << 3;
        QTest::newRow("default") << u""_s << 3;
        QTest::newRow("warning") << u"warning"_s << 2;
        QTest::newRow("critical") << u"critical"_s << 1;
    }

    void levelDecidesWhatIsWritten()
    {
        QFETCH(QString, level);
        QFETCH(int, lines);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"given.log"_s);
        startLog({.folder = folder.path(), .file = path, .level = level});
        qCDebug(lcApp) << "one";
        qCInfo(lcApp) << "two";
        qCWarning(lcApp) << "three";
        qCCritical(lcApp) << "four";
        QCOMPARE(contents(path).count('\n'), lines);
    }

    void threadsDoNotTearLines()
    {
        QTemporaryDir folder;
        startLog({.folder = folder.path()});
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([] {
                for (int n = 0; n < 200; ++n)
                    qCInfo(lcApp).noquote() << u"whole line"_s;
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads)
            QVERIFY(thread->wait(20000));
        const auto lines = contents(folder.filePath(u"companion.log"_s)).split('\n');
        QCOMPARE(lines.size(), 801);
        for (const auto& line : lines.mid(0, 800))
            QVERIFY(line.endsWith("whole line") && line.count("whole line") == 1);
    }

    void logThatCannotBeWrittenDoesNotStopTheProgram()
    {
        startLog({.folder = {}, .file = u"/nonexistent/folder/x.log"_s});
        qCInfo(lcApp) << "still here";
        QVERIFY(!QFile::exists(u"/nonexistent/folder/x.log"_s));
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
