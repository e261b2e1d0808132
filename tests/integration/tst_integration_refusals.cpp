// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes wrong is said in a sentence, on the command line, and the rest goes on.
#include "tests/integration/refusal.h"
#include "tests/integration/workplace.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString kMaria = u"+14155551212"_s;
constexpr int kSignOutMs = 4000; // 2 s, and the time that one more start of the program takes

} // namespace

class TestIntegrationRefusals : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Workplace> m_work;

    void open(const QStringList& sandboxOptions = {})
    {
        m_work = std::make_unique<Workplace>();
        QVERIFY(m_work->openSandbox(sandboxOptions));
        QVERIFY2(m_work->startCompanion(), m_work->companionLog().constData());
    }

    void verifyRefused(const Workplace::Said& said, const QString& word)
    {
        QCOMPARE(said.exit, 1);
        QCOMPARE(companion::test::complaintAbout(said.err), QString());
        QVERIFY2(said.err.contains(word, Qt::CaseInsensitive), qPrintable(said.err));
        qInfo().noquote() << said.err;
    }

    void verifyStillUseful()
    {
        QCOMPARE(m_work->signInToPbx().exit, 0);
        m_work->ring(kMaria);
        QTRY_COMPARE(m_work->calls().size(), 1);
    }

private Q_SLOTS:
    void cleanup()
    {
        if (QTest::currentTestFailed() && m_work)
            qInfo().noquote() << m_work->companionLog().right(3000);
        m_work.reset();
    }

    void wrongAddressOfThePbx_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("word");
        QTest::newRow("nobody listens") << u"http://127.0.0.1:1"_s << u"PBX"_s;
        QTest::newRow("no such host") << u"https://pbx.acme.invalid"_s << u"PBX"_s;
        QTest::newRow("plain HTTP to another machine") << u"http://192.0.2.1"_s << u"https"_s;
        QTest::newRow("no address at all") << u"call me"_s << u"address"_s;
        QTest::newRow("another server") << u"SALESFORCE"_s << u"PBX"_s;
    }

    void wrongAddressOfThePbx()
    {
        QFETCH(QString, url);
        QFETCH(const QString, word);
        open();
        if (url == "SALESFORCE"_L1)
            url = m_work->salesforceUrl();
        verifyRefused(m_work->signInToPbx({u"--url"_s, url}), word);
        verifyStillUseful();
    }

    void certificateThatNobodyKnows()
    {
        open({u"--tls"_s});
        verifyRefused(m_work->signInToPbx(), u"certificate"_s);
        const auto authority = m_work->addresses()["pbx"_L1]["caFile"_L1].toString();
        QCOMPARE(m_work->say({u"settings"_s, u"set"_s, u"pbx.caFile"_s, authority}).exit, 0);
        verifyStillUseful();
    }

    void wrongSecretOfThePbx()
    {
        open();
        verifyRefused(m_work->signInToPbx({}, u"wrong"_s), u"Client Secret"_s);
        QCOMPARE(m_work->look(u"pbx/state"_s)["requests"_L1]["get_token"_L1].toInt(), 1);
        verifyStillUseful();
    }

    void wrongSecretDoesNotTakeTheRightOnesPlace() // Regression: was accepted, for the tokens were
    {
        open();
        QCOMPARE(m_work->signInToPbx().exit, 0);
        verifyRefused(m_work->signInToPbx({}, u"wrong"_s), u"Client Secret"_s);
        QTRY_COMPARE(m_work->status()["pbx"_L1]["state"_L1].toString(), u"connected"_s);
        QCOMPARE(m_work->say({u"sign-in"_s, u"pbx"_s}).exit, 0); // with the one that was accepted
        verifyRefused(m_work->say({u"sign-in"_s, u"pbx"_s, u"--url"_s, u"https://other.invalid"_s}),
                      u"--secret-stdin"_s); // which is for that PBX alone
        verifyStillUseful();
    }

    void signInIsNotRefusedForTokensThatThePbxHasForgotten() // Regression: was, the first time
    {
        open();
        QCOMPARE(m_work->signInToPbx().exit, 0);
        m_work->control(u"pbx/expire-tokens"_s, {{u"refreshTokensToo"_s, true}});
        verifyStillUseful();
    }

    void faultOfThePbx_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("word");
        QTest::newRow("blocked address") << u"blocked"_s << u"block"_s;
        QTest::newRow("address not allowed") << u"ip-forbidden"_s << u"address"_s;
        QTest::newRow("API switched off") << u"api-off"_s << u"API"_s;
        QTest::newRow("eight tokens in use") << u"tokens-used-up"_s << u"eight"_s;
        QTest::newRow("a page instead of JSON") << u"html"_s << u"PBX"_s;
        QTest::newRow("half an answer") << u"bad-json"_s << u"PBX"_s;
        QTest::newRow("internal error") << u"internal-error"_s << u"PBX"_s;
    }

    void faultOfThePbx()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, word);
        open();
        m_work->control(u"pbx/fault"_s, {{u"name"_s, fault}});
        verifyRefused(m_work->signInToPbx(), word);
        QCOMPARE(m_work->look(u"pbx/state"_s)["requests"_L1]["get_token"_L1].toInt(), 1);
        m_work->control(u"pbx/reset"_s);
        verifyStillUseful();
    }

    void extensionThatThePbxDoesNotHave()
    {
        open();
        verifyRefused(m_work->signInToPbx({u"--extension"_s, u"4711"_s}), u"no such extension"_s);
        verifyStillUseful();
    }

    void secretThatWasNotGiven()
    {
        open();
        const auto said = m_work->say({u"sign-in"_s, u"pbx"_s, u"--url"_s, m_work->pbxUrl()});
        verifyRefused(said, u"--secret-stdin"_s);
    }

    void wrongLoginAddressOfSalesforce()
    {
        open();
        verifyRefused(m_work->signInToSalesforce({u"--login-url"_s, u"http://192.0.2.1"_s}),
                      u"https"_s);
        verifyRefused(m_work->signInToSalesforce({u"--login-url"_s, u"https://"_s}), u"address"_s);
        verifyStillUseful();
    }

    void deniedConsent()
    {
        open();
        m_work->control(u"salesforce/fault"_s, {{u"name"_s, u"deny"_s}});
        verifyRefused(m_work->signInToSalesforce(), u"Allow"_s);
        QCOMPARE(m_work->salesforceState(), u"signedOut"_s);
        QCOMPARE(m_work->signInToSalesforce().exit, 0);
        verifyStillUseful();
    }

    void faultOfSalesforceWhileSigningIn_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("word");
        QTest::newRow("user locked out")
            << u"login-error"_s << u"inactive_user"_s << u"Salesforce"_s;
        QTest::newRow("a page from the token endpoint")
            << u"html-500"_s << QString() << u"Salesforce"_s;
        QTest::newRow("refused at the page")
            << u"authorize-error"_s << u"access_denied"_s << u"Allow"_s;
        QTest::newRow("edition without API") << u"api-disabled"_s << QString() << u"API"_s;
    }

    void faultOfSalesforceWhileSigningIn()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, value);
        QFETCH(const QString, word);
        open();
        m_work->control(u"salesforce/fault"_s,
                        {{u"name"_s, fault}, {u"value"_s, value}, {u"times"_s, 1}});
        verifyRefused(m_work->signInToSalesforce(), word);
        m_work->control(u"salesforce/fault"_s, {{u"name"_s, fault}, {u"times"_s, 0}});
        QCOMPARE(m_work->signInToSalesforce().exit, 0);
        verifyStillUseful();
    }

    void recordDeletedDuringTheCall()
    {
        open();
        QVERIFY(m_work->signIn());
        const auto call = m_work->ring(kMaria);
        QTRY_COMPARE(m_work->opened().size(), 1);
        const auto record = m_work->calls().at(0)["chosen"_L1].toString();
        m_work->control(u"salesforce/fault"_s,
                        {{u"name"_s, u"delete-record"_s}, {u"value"_s, record}});
        m_work->control(u"pbx/answer"_s);
        m_work->control(u"pbx/hangup"_s);
        const auto journal = [&] {
            return m_work->history().at(0)["journal"_L1].toObject();
        };
        QTRY_VERIFY(QStringList({u"needsChoice"_s, u"failed"_s})
                        .contains(journal()["state"_L1].toString()));
        QVERIFY(!journal()["detail"_L1].toString().isEmpty());
        QVERIFY(m_work->tasksOf(call).isEmpty());
        const auto next = m_work->ring(u"+14155551300"_s);
        QTRY_COMPARE(m_work->opened().size(), 2);
        QVERIFY(!next.isEmpty());
    }

    void strangeFramesBreakNothing_data()
    {
        QTest::addColumn<QString>("story");
        for (const auto* story :
             {"garbage-frame", "half-frame", "bad-message", "wrong-types", "other-list",
              "refusal-frames", "binary-frame", "huge-frame", "deep-lists", "deep-objects"})
            QTest::newRow(story) << QString::fromLatin1(story);
    }

    void strangeFramesBreakNothing()
    {
        QFETCH(const QString, story);
        open();
        QVERIFY(m_work->signIn());
        m_work->control(u"pbx/story"_s, {{u"name"_s, story}, {u"stepMs"_s, 100}});
        QTRY_COMPARE_WITH_TIMEOUT(m_work->history().size(), 1, 20000);
        QTRY_COMPARE(m_work->history().at(0)["talkSeconds"_L1].toInt(), 21);
        QCOMPARE(m_work->opened().size(), 1);
        QCOMPARE(m_work->look(u"pbx/state"_s)["sockets"_L1]["accepted"_L1].toInt(), 1);
    }

    void wrongWordsAreRefusedWithTheRightStatus_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::newRow("no such command") << QStringList{u"dance"_s} << 2;
        QTest::newRow("no such option") << QStringList{u"status"_s, u"--loud"_s, u"1"_s} << 2;
        QTest::newRow("too few words") << QStringList{u"dial"_s} << 2;
        QTest::newRow("no such setting")
            << QStringList{u"settings"_s, u"set"_s, u"popup.noise"_s, u"loud"_s} << 1;
        QTest::newRow("no such value")
            << QStringList{u"settings"_s, u"set"_s, u"popup.trigger"_s, u"never"_s} << 1;
        QTest::newRow("no call to hang up") << QStringList{u"hangup"_s} << 1;
        QTest::newRow("no such call") << QStringList{u"hangup"_s, u"--call"_s, u"1.1"_s} << 1;
        QTest::newRow("a link without a number") << QStringList{u"tel:"_s} << 1;
        QTest::newRow("nothing to dial") << QStringList{u"dial"_s, u"(-)"_s} << 1;
        QTest::newRow("dialling while signed out") << QStringList{u"dial"_s, u"5503301"_s} << 1;
        QTest::newRow("looking up while signed out") << QStringList{u"lookup"_s, kMaria} << 1;
    }

    void wrongWordsAreRefusedWithTheRightStatus()
    {
        QFETCH(const QStringList, words);
        open();
        const auto said = m_work->say(words);
        QTEST(said.exit, "exit");
        QCOMPARE(companion::test::complaintAbout(said.err), QString());
    }

    void howANumberIsReadIsSaidWithoutSalesforceToo()
    {
        open();
        const auto said = m_work->say({u"lookup"_s, u"+1 (415) 555-0101"_s, u"--json"_s});
        QCOMPARE(said.exit, 1);
        QCOMPARE(said.err, u"You are not signed in to Salesforce. Sign in first."_s);
        QCOMPARE(said.object()["e164"_L1].toString(), u"+14155550101"_s);
    }

    void signInThatFailsLeavesTheOneThatWorks()
    {
        open();
        QCOMPARE(m_work->signInToPbx().exit, 0);
        const auto url = m_work->say({u"settings"_s, u"get"_s, u"pbx.url"_s}).out;
        QCOMPARE(
            m_work
                ->say({u"sign-in"_s, u"pbx"_s, u"--kind"_s, u"asterisk"_s, u"--url"_s,
                       u"http://127.0.0.1:1"_s, u"--client-id"_s, u"me"_s, u"--secret-stdin"_s},
                      "secret\n")
                .exit,
            1);
        QCOMPARE(m_work->say({u"settings"_s, u"get"_s, u"pbx.url"_s}).out, url);
        QCOMPARE(m_work->say({u"settings"_s, u"get"_s, u"pbx.kind"_s}).out.trimmed(),
                 u"cloudone"_s);
    }

    void signInThatIsReplacedTakesNothingBack() // Regression: the one before both was put back
    {
        open();
        QCOMPARE(m_work->signInToPbx().exit, 0);
        QTcpServer silent; // takes the connection, and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto url = u"http://127.0.0.1:%1"_s.arg(silent.serverPort());
        const auto first = m_work->beginSignInToPbx({u"--url"_s, url}, u"other"_s);
        QTRY_VERIFY(silent.hasPendingConnections());
        QCOMPARE(m_work->signInToPbx({u"--extension"_s, u"1002"_s}).exit, 0);
        QCOMPARE(Workplace::end(*first).exit, 1);
        QCOMPARE(m_work->say({u"settings"_s, u"get"_s, u"pbx.extension"_s}).out.trimmed(),
                 u"1002"_s);
        const auto pbx = m_work->status()["pbx"_L1].toObject();
        QCOMPARE(pbx["state"_L1].toString(), u"connected"_s);
        QCOMPARE(pbx["extension"_L1].toString(), u"1002"_s);
    }

    void signInThatReplacesOneAndFailsGoesBackBehindBoth()
    {
        open();
        QCOMPARE(m_work->signInToPbx().exit, 0);
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto url = u"http://127.0.0.1:%1"_s.arg(silent.serverPort());
        const auto first = m_work->beginSignInToPbx({u"--url"_s, url}, u"other"_s);
        QTRY_VERIFY(silent.hasPendingConnections());
        QCOMPARE(m_work->signInToPbx({u"--extension"_s, u"1002"_s}, u"wrong"_s).exit, 1);
        QCOMPARE(Workplace::end(*first).exit, 1);
        QTRY_COMPARE(m_work->pbxState(), u"connected"_s);
        QCOMPARE(m_work->status()["pbx"_L1]["extension"_L1].toString(), u"1001"_s);
        QCOMPARE(m_work->say({u"settings"_s, u"get"_s, u"pbx.url"_s}).out.trimmed(),
                 m_work->pbxUrl());
    }

    void signOutEndsTheCallsThatNobodyWillTellOf()
    {
        open();
        QCOMPARE(m_work->signInToPbx().exit, 0);
        m_work->ring(kMaria);
        QTRY_COMPARE(m_work->status()["calls"_L1].toInt(), 1);
        QCOMPARE(m_work->say({u"sign-out"_s, u"pbx"_s}).exit, 0);
        QTRY_COMPARE(m_work->status()["calls"_L1].toInt(), 0);
    }

    void signOutIsDoneThoughThePbxDoesNotAnswer()
    {
        open();
        QCOMPARE(m_work->signInToPbx().exit, 0);
        m_work->ring(kMaria);
        QTRY_COMPARE(m_work->status()["calls"_L1].toInt(), 1);
        m_work->control(u"pbx/fault"_s, {{u"name"_s, u"slow"_s}, {u"value"_s, 60000}});
        QElapsedTimer clock;
        clock.start();
        const auto said = m_work->say({u"sign-out"_s, u"pbx"_s});
        const auto took = clock.elapsed();
        QCOMPARE(said.exit, 0);
        QCOMPARE(said.err, QString());
        QVERIFY2(took < kSignOutMs, qPrintable(QString::number(took)));
        const auto status = m_work->status();
        QCOMPARE(status["calls"_L1].toInt(), 0);
        QCOMPARE(status["pbx"_L1]["state"_L1].toString(), u"signedOut"_s);
        QCOMPARE(m_work->look(u"pbx/state"_s)["requests"_L1]["del_token"_L1].toInt(), 1);
    }

    void policyThatCannotBeUsedIsInTheLogAndInTheDiagnosis()
    {
        m_work = std::make_unique<Workplace>();
        QFile policy(m_work->path(u"policy.json"_s));
        QVERIFY(policy.open(QIODevice::WriteOnly));
        policy.write(R"({"defaults": {"popup.noise": "loud"}, "wishes": {},
                         "enforced": {"popup.trigger": "never", "ui.theme": "dark"}})");
        policy.close();
        const auto log = m_work->path(u"program.log"_s);
        QVERIFY(m_work->startCompanion({u"--policy"_s, policy.fileName(), u"--log"_s, log}));
        QFile written(log);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(written.readAll());
        const auto diagnosis = m_work->say({u"diagnose"_s}).out;
        for (const auto& what : {u"popup.noise"_s, u"popup.trigger"_s, u"wishes"_s}) {
            const QRegularExpression passedOver(u"a setting is passed over: .*%1"_s.arg(what));
            QVERIFY2(lines.contains(passedOver), qPrintable(what + u'\n' + lines));
            QVERIFY2(diagnosis.contains(what), qPrintable(diagnosis));
        }
        // The rest of it is in force.
        QCOMPARE(m_work->say({u"settings"_s, u"get"_s, u"ui.theme"_s}).out.trimmed(), u"dark"_s);
        QVERIFY(!diagnosis.contains("ui.theme"_L1));
    }

    void policyStartsItWithTheSessionUntilItNoLongerSays()
    {
        m_work = std::make_unique<Workplace>();
        QFile policy(m_work->path(u"policy.json"_s));
        QVERIFY(policy.open(QIODevice::WriteOnly));
        policy.write(R"({"enforced": {"app.autostart": true}})");
        policy.close();
        QVERIFY(m_work->startCompanion({u"--policy"_s, policy.fileName()}));
        const QDir autostart(m_work->path(u"config/autostart"_s));
        const QStringList entries{u"cloudone-companion-*.desktop"_s};
        QCOMPARE(autostart.entryList(entries, QDir::Files).size(), 1);
        // Regression: was kept for ever where the policy had been taken back meanwhile.
        m_work->killCompanion();
        QVERIFY(policy.open(QIODevice::WriteOnly | QIODevice::Truncate));
        policy.write("{}");
        policy.close();
        QVERIFY(m_work->startCompanion({u"--policy"_s, policy.fileName()}));
        QCOMPARE(autostart.entryList(entries, QDir::Files).size(), 0);
    }

    void databaseThatCannotBeOpenedIsSaid()
    {
        m_work = std::make_unique<Workplace>();
        const auto said = m_work->startAlone([](const QString& dataFolder) {
            QVERIFY(QDir().mkpath(dataFolder + u"/companion.db"_s)); // a folder in its place
        });
        QCOMPARE(said.exit, 1);
        QVERIFY2(!said.err.isEmpty() && !said.err.contains(u'\n'), qPrintable(said.err));
    }

    void startsAtTheSameTimeLeaveOneAndLoseNothing()
    {
        m_work = std::make_unique<Workplace>();
        const auto ends = m_work->startTogether(3);
        QCOMPARE(ends.count(0), 2); // handed over; the third one runs on
        QCOMPARE(ends.count(-1), 1);
        QCOMPARE(m_work->say({u"quit"_s}).exit, 0);
    }

    void withoutARunningInstanceTheStatusSaysSo()
    {
        m_work = std::make_unique<Workplace>();
        const auto said = m_work->say({u"status"_s});
        QCOMPARE(said.exit, 3);
        QCOMPARE(companion::test::complaintAbout(said.err.section(u": cloudone"_s, 0, 0) + u'.'),
                 QString());
        QCOMPARE(m_work->say({u"settings"_s, u"get"_s, u"popup.trigger"_s}).out.trimmed(),
                 u"ringing"_s);
    }
};

QTEST_GUILESS_MAIN(TestIntegrationRefusals)
#include "tst_integration_refusals.moc"
