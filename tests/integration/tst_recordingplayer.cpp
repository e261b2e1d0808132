// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/recordingplayer.h"
#include "app/storage/recordingtable.h"
#include "app/storage/tables.h"
#include "tests/support/fakerecordings.h"

#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace companion;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Ports of the system's choosing: the real ones may be in use by a companion that runs here.
PlayerSetup quick()
{
    return {.ports = {0, 0, 0},
            .pageWithin = 10s,
            .openFor = 10s,
            .patience = {.firstRetry = 5ms, .longestRetry = 10ms, .giveUpAfter = 100ms}};
}

HistoryRow recordedRow(qint64 secondsAgo = 3600)
{
    HistoryRow row;
    row.call.id = u"1725446451.243"_s;
    row.call.direction = CallDirection::Inbound;
    row.call.phase = CallPhase::Ended;
    row.call.remoteNumber = u"+14155550123"_s;
    row.call.remoteName = u"Leo <Ball> & \"Co\""_s;
    row.call.extension = u"1001"_s;
    row.call.endedAt = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
    row.call.startedAt = row.call.endedAt.addSecs(-90);
    row.call.result = CallResult::Answered;
    row.call.talkSeconds = 83;
    row.call.recording = u"20260112091007-1725446451.243-5503301-1001-Inbound.wav"_s;
    return row;
}

} // namespace

class RecordingPlayerTest : public QObject
{
    Q_OBJECT

private:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::CallTable> m_calls;
    std::unique_ptr<storage::MemoTable> m_memo;
    std::unique_ptr<storage::RecordingTable> m_book;
    std::unique_ptr<FakeRecordingPbx> m_pbx;
    std::unique_ptr<RecordingPlayer> m_player;
    QNetworkAccessManager m_browser;
    std::unique_ptr<QNetworkReply> m_reply;

    //! The program starts: the database as it was left.
    void start(const PlayerSetup& setup = quick())
    {
        stop();
        auto opened = storage::Database::open(m_folder->filePath(u"companion.db"_s));
        QVERIFY(opened.has_value());
        m_database = std::move(*opened);
        m_calls = std::make_unique<storage::CallTable>(*m_database);
        m_memo = std::make_unique<storage::MemoTable>(*m_database);
        m_book = std::make_unique<storage::RecordingTable>(*m_database);
        m_player = std::make_unique<RecordingPlayer>(*m_calls, *m_book, *m_memo, setup);
        m_player->setPbx(m_pbx.get());
    }
    void stop()
    {
        m_player.reset();
        m_book.reset();
        m_memo.reset();
        m_calls.reset();
        m_database.reset();
    }

    static Settings settings(RecordingLink link, const QString& url = {})
    {
        Settings settings;
        settings.recordingLink = link;
        settings.recordingUrl = url;
        return settings;
    }

    QNetworkReply& get(const QString& url, const Headers& headers = {})
    {
        QNetworkRequest request{QUrl(url)};
        for (const auto& [name, value] : headers)
            request.setRawHeader(name, value);
        m_reply.reset(m_browser.get(request));
        (void)QTest::qWaitFor([this] { return m_reply->isFinished(); });
        return *m_reply;
    }
    static int statusOf(const QNetworkReply& reply)
    {
        return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    QString pageOf(const QString& url) { return QString::fromUtf8(get(url).readAll()); }
    QString link() { return m_player->linkFor(recordedRow().call); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_pbx = std::make_unique<FakeRecordingPbx>();
        m_pbx->answers = {
            RecordingAudio{.bytes = toneWav(2), .contentType = u"text/html"_s}}; // it lies
        start();
        QVERIFY(m_calls->save(recordedRow()));
    }
    void cleanup() { stop(); }

    void linkIsAsTheSettingSays()
    {
        const auto port = m_player->ports().value(0);
        QVERIFY(port != 0);
        QVERIFY(link().startsWith(u"http://localhost:%1/recording/"_s.arg(port)));
        QCOMPARE(link(), link());
        m_player->setSettings(
            settings(RecordingLink::Url, u"https://rec.example/{{.Recording}}?x={{.Extension}}"_s));
        QCOMPARE(
            link(),
            u"https://rec.example/20260112091007-1725446451.243-5503301-1001-Inbound.wav?x=1001"_s);
        QTest::ignoreMessage(QtWarningMsg, "journal.recordingUrl gives no web address");
        m_player->setSettings(settings(RecordingLink::Url, u"{{.Recording}}"_s));
        QCOMPARE(link(), QString());
        m_player->setSettings(settings(RecordingLink::None));
        QCOMPARE(link(), QString());
    }

    void aCallThatWasNotRecordedHasNoLink()
    {
        auto call = recordedRow().call;
        call.recording.clear();
        QCOMPARE(m_player->linkFor(call), QString());
        QCOMPARE(m_player->play(call).error().code, u"not_recorded"_s);
    }

    void linkWorksAfterARestart()
    {
        const QString before = link();
        start();
        QCOMPARE(link(), before);
        QCOMPARE(statusOf(get(before)), 200);
    }

    void linkWorksBeforeThePbxIsSignedIn()
    {
        const QString before = link();
        m_pbx->setState(LinkState::SignedOut);
        start();
        QVERIFY(m_player->ports().isEmpty());
        QCOMPARE(link(), before); // what is written at the start leads to where it will be served
    }

    void firstLinkBeforeThePbxIsSignedInTakesThePort()
    {
        QVERIFY(m_memo->setMemo(u"recording.ports"_s, {}));
        m_pbx->setState(LinkState::SignedOut);
        start();
        const QString first = link();
        QVERIFY(first.startsWith(u"http://localhost:%1/"_s.arg(m_player->ports().value(0))));
        m_pbx->setState(LinkState::Connected);
        QCOMPARE(link(), first);
    }

    void aPortTakenMeanwhileIsComeBackTo()
    {
        const QString before = link();
        const auto port = m_player->ports().constFirst();
        stop();
        {
            QTcpServer other;
            QVERIFY(other.listen(QHostAddress::LocalHost, port));
            start();
            QCOMPARE(m_player->ports().size(), 1);
            QCOMPARE_NE(m_player->ports().constFirst(), port);
            QCOMPARE_NE(link(), before);
            QCOMPARE(statusOf(get(link())), 200);
        }
        const QString meanwhile = link();
        start();
        QCOMPARE(m_player->ports().size(), 2);
        QCOMPARE(link(), before);
        QCOMPARE(statusOf(get(before)), 200);
        QCOMPARE(statusOf(get(meanwhile)), 200); // both are in log entries
    }

    void nothingListensUnlessItIsNeeded()
    {
        m_pbx->setState(LinkState::SignedOut);
        QVERIFY(m_player->ports().isEmpty());
        m_pbx->setState(LinkState::Connecting);
        QCOMPARE(m_player->ports().size(), 1);
        m_player->setSettings(settings(RecordingLink::None));
        QVERIFY(m_player->ports().isEmpty());
        m_player->setSettings(settings(RecordingLink::Player));
        QCOMPARE(m_player->ports().size(), 1);
        m_player->setPbx(nullptr);
        QVERIFY(m_player->ports().isEmpty());
    }

    void playingFromHistoryListensForAWhile()
    {
        auto setup = quick();
        setup.openFor = 300ms;
        start(setup);
        m_player->setSettings(settings(RecordingLink::None));
        QVERIFY(m_player->ports().isEmpty());
        QSignalSpy browser(m_player.get(), &RecordingPlayer::browserRequested);
        QVERIFY(m_player->play(recordedRow().call));
        QCOMPARE(browser.size(), 1);
        QCOMPARE(statusOf(get(browser.at(0).at(0).toUrl().toString())), 200);
        QTRY_VERIFY(m_player->ports().isEmpty());
    }

    void noFreePortIsSaid()
    {
        m_player->setSettings(settings(RecordingLink::None));
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        QVERIFY(m_memo->setMemo(u"recording.ports"_s, {}));
        auto setup = quick();
        setup.ports = {other.serverPort()};
        start(setup);
        QSignalSpy browser(m_player.get(), &RecordingPlayer::browserRequested);
        QCOMPARE(m_player->play(recordedRow().call).error().code, u"ports_in_use"_s);
        QVERIFY(browser.isEmpty());
        QCOMPARE(link(), QString());
    }

    void pageShowsTheCallAndAPlayer()
    {
        const auto page = pageOf(link());
        QCOMPARE(statusOf(*m_reply), 200);
        QVERIFY(page.contains("<h1><bdi>Leo &lt;Ball&gt; &amp; &quot;Co&quot;</bdi></h1>"_L1));
        QVERIFY(!page.contains("<Ball>"_L1));
        QVERIFY(page.contains("<audio controls"_L1));
        QVERIFY(page.contains(QString("src=\""_L1 + QUrl(link()).path() + "/audio\""_L1)));
        QVERIFY(page.contains(
            "download=\"20260112091007-1725446451.243-5503301-1001-Inbound.wav\""_L1));
        QVERIFY(page.contains("1:23"_L1));
        QVERIFY2(page.contains("415"_L1), qPrintable(page));
        const auto policy = m_reply->rawHeader("Content-Security-Policy");
        QVERIFY(policy.contains("media-src 'self'"));
        QVERIFY(!policy.contains("unsafe"));
        QCOMPARE(m_reply->rawHeader("Content-Type"), "text/html; charset=utf-8");
    }

    void maskedNumbersAreNotOnThePage()
    {
        auto row = recordedRow();
        row.call.remoteName.clear();
        QVERIFY(m_calls->save(row));
        auto masked = settings(RecordingLink::Player);
        masked.maskNumbers = true;
        m_player->setSettings(masked);
        const auto page = pageOf(link());
        QVERIFY(page.contains("*23</bdi></h1>"_L1));
        QVERIFY(!page.contains("555"_L1));
    }

    void aRecordingWhoseCallTheHistoryForgotStillPlays()
    {
        auto call = recordedRow().call;
        call.id = u"forgotten"_s;
        QVERIFY(pageOf(m_player->linkFor(call)).contains("<audio"_L1));
    }

    void eachFailureHasItsSentence_data()
    {
        QTest::addColumn<Error>("problem");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("canTryAgain");
        using enum Error::Kind;
        const auto row = [](const char* name, const Error& problem, int status,
                            const QString& sentence, bool canTryAgain) {
            QTest::newRow(name) << problem << status << sentence << canTryAgain;
        };
        row("expired", {NotFound, u"no"_s, u"60001"_s}, 410, u"no longer has this recording"_s,
            false);
        row("no permission", {Forbidden, u"no"_s, u"10005"_s}, 403,
            u"does not allow you to play recordings"_s, true);
        row("API switched off", {Forbidden, u"no"_s, u"70123"_s}, 403,
            u"interface of the PBX is switched off"_s, true);
        row("session ended", {Unauthorized, u"no"_s}, 503, u"not signed in to the PBX"_s, true);
        row("network", {Offline, u"no"_s}, 503, u"No connection to the PBX"_s, true);
        row("not offered", {Unsupported, u"no"_s}, 503, u"This PBX cannot do that"_s, true);
    }
    void eachFailureHasItsSentence()
    {
        QFETCH(Error, problem);
        QFETCH(int, status);
        QFETCH(QString, sentence);
        QFETCH(bool, canTryAgain);
        m_pbx->answers = {problem};
        const auto page = pageOf(link());
        QCOMPARE(statusOf(*m_reply), status);
        QVERIFY2(page.contains(sentence), qPrintable(page));
        QVERIFY(!page.contains("<audio"_L1)); // never a dead player
        QVERIFY(!page.contains("http-equiv"_L1));
        QCOMPARE(page.contains("Try again</a>"_L1), canTryAgain);
        QVERIFY(page.contains("Leo"_L1)); // whose recording it would have been
    }

    void signedOutIsSaidOnThePage()
    {
        QVERIFY(m_player->play(recordedRow().call)); // keeps the pages open
        m_pbx->setState(LinkState::SignedOut);
        QVERIFY(pageOf(link()).contains("You are not signed in to the PBX."_L1));
    }

    void unknownLinkIsSaidAndTellsNothing()
    {
        const auto port = m_player->ports().constFirst();
        const auto page = pageOf(u"http://localhost:%1/recording/guessed"_s.arg(port));
        QCOMPARE(statusOf(*m_reply), 404);
        QVERIFY(page.contains("does not know this recording"_L1));
        QVERIFY(!page.contains("Leo"_L1));
        QVERIFY(m_pbx->asked.isEmpty());
        for (const auto& path : {"/"_L1, "/recording/"_L1, "/recording/guessed/audio"_L1,
                                 "/favicon.ico"_L1, "/recording/../recording"_L1}) {
            get(u"http://localhost:%1"_s.arg(port) + path);
            QCOMPARE(statusOf(*m_reply), 404);
        }
    }

    void slowRecordingIsWaitedForOnThePage()
    {
        auto setup = quick();
        setup.pageWithin = 30ms;
        start(setup);
        m_pbx->isSilent = true;
        auto page = pageOf(link());
        QCOMPARE(statusOf(*m_reply), 200);
        QVERIFY(page.contains("being fetched from the PBX"_L1));
        QVERIFY(page.contains("http-equiv=\"refresh\""_L1));
        QVERIFY(!page.contains("<audio"_L1));
        page = pageOf(link());
        QCOMPARE(m_pbx->asked.size(), 1); // the page that asks again waits for the same answer
        m_pbx->isSilent = false;
        m_pbx->answerAll(RecordingAudio{.bytes = toneWav(1), .contentType = {}});
        QVERIFY(pageOf(link()).contains("<audio"_L1));
    }

    void recordingThatIsNotReadyIsWaitedForAndSaid()
    {
        auto setup = quick();
        setup.pageWithin = 40ms;
        start(setup);
        QVERIFY(m_calls->save(recordedRow(5)));
        m_pbx->answers = {Error{Error::Kind::NotFound, u"no"_s, u"60001"_s}};
        QVERIFY(pageOf(link()).contains("plays here as soon as it is ready"_L1));
        bool isSaid = false; // once: the page after it is a new wish already
        QTRY_VERIFY(
            (isSaid = isSaid || pageOf(link()).contains("Try again in a minute."_L1), isSaid));
        QVERIFY(pageOf(link()).contains("plays here as soon as it is ready"_L1)); // a new wish
    }

    void aPbxThatGoesAwayEndsThePage()
    {
        m_pbx->isSilent = true;
        QNetworkRequest request{QUrl(link())};
        m_reply.reset(m_browser.get(request));
        QTRY_COMPARE(m_pbx->asked.size(), 1);
        m_pbx.reset();
        QTRY_VERIFY(m_reply->isFinished());
        QCOMPARE(statusOf(*m_reply), 503);
    }

    void soundComesWholeOrInParts()
    {
        const auto wav = toneWav(2);
        QCOMPARE(get(link() + "/audio"_L1).readAll(), wav);
        QCOMPARE(m_reply->rawHeader("Content-Type"), "audio/wav"); // not what the PBX said
        QCOMPARE(m_reply->rawHeader("X-Content-Type-Options"), "nosniff");
        const auto part = get(link() + "/audio"_L1, {{"Range", "bytes=100-199"}}).readAll();
        QCOMPARE(statusOf(*m_reply), 206);
        QCOMPARE(part, wav.mid(100, 100));
        QCOMPARE(m_pbx->asked.size(), 1);
    }

    void otherSitesGetNoSoundAndNoFrame_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QString& end, const QByteArray& header,
                            const QByteArray& value, int status) {
            QTest::newRow(name) << end << header << value << status;
        };
        row("sound, our page", u"/audio"_s, "Sec-Fetch-Site", "same-origin", 200);
        row("sound, typed", u"/audio"_s, "Sec-Fetch-Site", "none", 200);
        row("sound, another site", u"/audio"_s, "Sec-Fetch-Site", "cross-site", 403);
        row("sound, another port", u"/audio"_s, "Sec-Fetch-Site", "same-site", 403);
        row("page, a link in Salesforce", {}, "Sec-Fetch-Site", "cross-site", 200);
        row("page, opened", {}, "Sec-Fetch-Dest", "document", 200);
        row("page, in a frame", {}, "Sec-Fetch-Dest", "iframe", 403);
        row("page, as an image", {}, "Sec-Fetch-Dest", "image", 403);
        row("page, by a script", {}, "Sec-Fetch-Dest", "empty", 403);
        row("page, rebound name", {}, "Host", "evil.example", 421);
    }
    void otherSitesGetNoSoundAndNoFrame()
    {
        QFETCH(QString, end);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(int, status);
        get(link() + end, {{header, value}});
        QCOMPARE(statusOf(*m_reply), status);
        QCOMPARE(m_pbx->asked.size(), status == 200 ? 1 : 0);
    }

    void failedSoundIsAStatusWithoutWords()
    {
        m_pbx->answers = {Error{Error::Kind::Forbidden, u"secret detail"_s, u"10005"_s}};
        QCOMPARE(get(link() + "/audio"_L1).readAll(), QByteArray());
        QCOMPARE(statusOf(*m_reply), 403);
    }

    void savingWritesAFileForTheUserAlone()
    {
        const QString path = m_folder->filePath(u"saved.wav"_s);
        std::optional<Result<Done>> saved;
        async::onReady(m_player->save(recordedRow().call, path), this,
                       [&saved](const Result<Done>& done) { saved = done; });
        QTRY_VERIFY(saved.has_value());
        QVERIFY(saved->has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), toneWav(2));
#ifdef Q_OS_UNIX
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(file.permissions() & others));
#endif
    }

    void savingThatFailsSaysWhyAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isMissing");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("no such folder") << u"missing/saved.wav"_s << false << Error::Kind::Storage;
        QTest::newRow("expired") << u"saved.wav"_s << true << Error::Kind::NotFound;
    }
    void savingThatFailsSaysWhyAndLeavesNothing()
    {
        QFETCH(QString, name);
        QFETCH(bool, isMissing);
        QFETCH(Error::Kind, kind);
        if (isMissing)
            m_pbx->answers = {Error{Error::Kind::NotFound, u"no"_s}};
        std::optional<Result<Done>> saved;
        async::onReady(m_player->save(recordedRow().call, m_folder->filePath(name)), this,
                       [&saved](const Result<Done>& done) { saved = done; });
        QTRY_VERIFY(saved.has_value());
        QVERIFY(!*saved);
        QCOMPARE(saved->error().kind, kind);
        QVERIFY(!QFileInfo::exists(m_folder->filePath(name)));
    }

    void otherUsersOfThisComputerGetNothing()
    {
#ifdef Q_OS_LINUX
        if (geteuid() != 0)
            QSKIP("only root can play another user");
        // bash speaks TCP by itself; a browser of another user would be no different.
        const QString script =
            u"exec 3<>/dev/tcp/127.0.0.1/%1; printf 'GET %2 HTTP/1.1\\r\\nHost: localhost:%1\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3"_s
                .arg(m_player->ports().constFirst())
                .arg(QUrl(link()).path());
        const auto asUser = [&script](uint user) {
            QProcess process;
            process.setChildProcessModifier([user] { (void)(user != 0 && setuid(user) == 0); });
            process.start(u"bash"_s, {u"-c"_s, script});
            (void)QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; });
            return process.readAllStandardOutput();
        };
        QVERIFY(asUser(0).startsWith("HTTP/1.1 200 OK"));
        m_pbx->asked.clear();
        QCOMPARE(asUser(65534), QByteArray());
#else
        QSKIP("this system does not tell whose connection it is");
#endif
    }
};

QTEST_GUILESS_MAIN(RecordingPlayerTest)
#include "tst_recordingplayer.moc"
