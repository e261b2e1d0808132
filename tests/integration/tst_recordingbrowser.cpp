// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/recordingplayer.h"
#include "app/storage/recordingtable.h"
#include "app/storage/tables.h"
#include "tests/support/chromium.h"
#include "tests/support/fakerecordings.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <memory>

using namespace companion;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int seconds = 600; // 9.6 MB: more than a browser fetches before it is played

} // namespace

//! The player's page in a real browser: what a person sees and does with it.
class RecordingBrowserTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::CallTable> m_calls;
    std::unique_ptr<storage::MemoTable> m_memo;
    std::unique_ptr<storage::RecordingTable> m_book;
    std::unique_ptr<FakeRecordingPbx> m_pbx;
    std::unique_ptr<RecordingPlayer> m_player;
    std::unique_ptr<PageServer> m_elsewhere; //!< another site
    std::unique_ptr<Chromium> m_browser;
    QString m_link;

    //! With COMPANION_PICTURES=FOLDER, to look at.
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("COMPANION_PICTURES");
        if (!folder.isEmpty())
            m_browser->takePicture(folder + u'/' + name + u".png"_s);
    }

    //! Scripts see the player as `a`; \p body returns or resolves.
    QJsonValue withPlayer(const QString& body)
    {
        return m_browser->evaluate(
            u"(async()=>{const a=document.querySelector('audio');"
            "const once=n=>new Promise(r=>a.addEventListener(n,r,{once:true}));%1})()"_s.arg(body));
    }
    bool hasSound()
    {
        return withPlayer(u"if(a.readyState<1)await once('loadedmetadata');return true;"_s)
            .toBool();
    }
    QStringList problemsTold() const
    {
        QStringList problems;
        const auto entries = m_browser->toldOf("Log.entryAdded"_L1);
        for (const auto& told : entries)
            problems.append(told["entry"_L1]["text"_L1].toString());
        return problems;
    }
    QString elsewhere() const
    {
        return u"http://127.0.0.1:%1/"_s.arg(m_elsewhere->ports().constFirst());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (Chromium::program().isEmpty())
            QSKIP("Chromium is not installed");
        auto opened = storage::Database::open(m_folder.filePath(u"companion.db"_s));
        QVERIFY(opened.has_value());
        m_database = std::move(*opened);
        m_calls = std::make_unique<storage::CallTable>(*m_database);
        m_memo = std::make_unique<storage::MemoTable>(*m_database);
        m_book = std::make_unique<storage::RecordingTable>(*m_database);
        m_pbx = std::make_unique<FakeRecordingPbx>();
        m_player = std::make_unique<RecordingPlayer>(
            *m_calls, *m_book, *m_memo,
            PlayerSetup{
                .ports = {0, 0, 0},
                .pageWithin = 300ms,
                .patience = {.firstRetry = 100ms, .longestRetry = 100ms, .giveUpAfter = 2s}});
        m_player->setPbx(m_pbx.get());
        m_elsewhere = std::make_unique<PageServer>([](const PageRequest& /*request*/) {
            PageReply reply{.body = "<!doctype html><title>Elsewhere</title><body>elsewhere"};
            reply.alsoAllowed = "media-src *; img-src *; frame-src *; connect-src *";
            return async::ready<PageReply>(reply);
        });
        QVERIFY(m_elsewhere->listen({0, 0, 0}));
        m_browser = std::make_unique<Chromium>();
        QVERIFY2(m_browser->start(), "Chromium did not start");
    }

    void init()
    {
        HistoryRow row;
        row.call = {.id = u"1725446451.243"_s,
                    .direction = CallDirection::Inbound,
                    .phase = CallPhase::Ended,
                    .remoteNumber = u"+14155550123"_s,
                    .remoteName = u"Leo Ball"_s,
                    .queue = u"Support"_s,
                    .startedAt = QDateTime(QDate(2026, 1, 12), QTime(9, 10), QTimeZone::utc()),
                    .endedAt = QDateTime(QDate(2026, 1, 12), QTime(9, 20, 6), QTimeZone::utc()),
                    .result = CallResult::Answered,
                    .talkSeconds = seconds,
                    .recording = u"%1.wav"_s.arg(QLatin1StringView(QTest::currentTestFunction()))};
        QVERIFY(m_calls->save(row));
        m_pbx->asked.clear();
        m_pbx->answers = {RecordingAudio{.bytes = toneWav(seconds), .contentType = {}}};
        m_link = m_player->linkFor(row.call);
    }

    void pageLoadsAndKnowsTheSound()
    {
        QVERIFY(m_browser->open(m_link));
        QVERIFY(hasSound());
        QCOMPARE(withPlayer(u"return a.duration;"_s).toDouble(), double(seconds));
        QCOMPARE(m_browser->evaluate(u"document.title"_s).toString().left(19),
                 u"Recording: Leo Ball"_s);
        QCOMPARE(m_browser->evaluate(u"getComputedStyle(document.querySelector('main')).maxWidth"_s)
                     .toString(),
                 u"544px"_s); // the style is let through by its hash
        QCOMPARE(problemsTold(), QStringList());
        QCOMPARE(m_pbx->asked.size(), 1);
        picture(u"recording-light"_s);
    }

    void seekingAsksForThatPartOnly()
    {
        QVERIFY(m_browser->open(m_link));
        QVERIFY(hasSound());
        QCOMPARE(withPlayer(u"return a.seekable.end(0);"_s).toDouble(), double(seconds));
        m_browser->told.clear();
        QCOMPARE(withPlayer(u"a.currentTime=590;await once('seeked');return a.currentTime;"_s)
                     .toDouble(),
                 590.0);
        const auto parts = m_browser->toldOf("Network.responseReceived"_L1);
        QVERIFY(!parts.isEmpty());
        const auto response = parts.constLast()["response"_L1];
        QCOMPARE(response["status"_L1].toInt(), 206);
        const auto range = response["headers"_L1]["Content-Range"_L1].toString();
        QVERIFY2(range.startsWith("bytes 9"_L1), qPrintable(range)); // of 9,600,044
        QCOMPARE(
            withPlayer(u"a.currentTime=5;await once('seeked');return a.currentTime;"_s).toDouble(),
            5.0);
        QCOMPARE(m_pbx->asked.size(), 1);
    }

    void playingGoesOnFromWhereItWasPut()
    {
        QVERIFY(m_browser->open(m_link));
        QVERIFY(hasSound());
        QVERIFY(withPlayer(u"a.currentTime=300;await once('seeked');await a.play();"
                           "while(a.currentTime<300.5)await once('timeupdate');a.pause();"
                           "return a.currentTime<310;"_s)
                    .toBool());
    }

    void playerCanBeUsedByKeyboard()
    {
        QVERIFY(m_browser->open(m_link));
        QVERIFY(hasSound());
        QCOMPARE(m_browser->evaluate(u"document.activeElement.tagName"_s).toString(), u"AUDIO"_s);
        QCOMPARE(withPlayer(u"return a.getAttribute('aria-label');"_s).toString(),
                 u"Recording of this call"_s);
    }

    void colourFollowsTheSystem()
    {
        QVERIFY(m_browser->open(m_link));
        const QString colour = u"getComputedStyle(document.body).backgroundColor"_s;
        const auto light = m_browser->evaluate(colour).toString();
        m_browser->ask(u"Emulation.setEmulatedMedia"_s,
                       {{u"features"_s,
                         QJsonArray{QJsonObject{{u"name"_s, u"prefers-color-scheme"_s},
                                                {u"value"_s, u"dark"_s}}}}});
        QTRY_COMPARE(m_browser->evaluate(colour).toString(), u"rgb(23, 26, 32)"_s);
        QCOMPARE_NE(light, u"rgb(23, 26, 32)"_s);
        picture(u"recording-dark"_s);
        m_browser->ask(u"Emulation.setEmulatedMedia"_s, {{u"features"_s, QJsonArray{}}});
    }

    void soundThatCannotBePlayedIsSaid()
    {
        m_pbx->answers = {RecordingAudio{.bytes = "RIFF....WAVEnonsense", .contentType = {}}};
        QVERIFY(m_browser->open(m_link));
        QTRY_COMPARE(
            m_browser->evaluate(u"document.getElementById('unplayable').hidden"_s).toBool(true),
            false);
        QCOMPARE(withPlayer(u"return a.offsetHeight;"_s).toInt(), 0); // no dead player beside it
        picture(u"recording-unplayable"_s);
    }

    void expiredRecordingIsSaidInsteadOfADeadPlayer()
    {
        m_pbx->answers = {Error{Error::Kind::NotFound, u"no"_s, u"60001"_s}};
        QVERIFY(m_browser->open(m_link));
        QVERIFY(m_browser->evaluate(u"document.querySelector('[role=alert]').textContent"_s)
                    .toString()
                    .contains("no longer has this recording"_L1));
        QVERIFY(m_browser->evaluate(u"document.querySelector('audio')===null"_s).toBool());
        picture(u"recording-expired"_s);
    }

    void recordingThatIsNotReadyPlaysAsSoonAsItIs()
    {
        m_pbx->isSilent = true;
        QVERIFY(m_browser->open(m_link));
        QVERIFY(m_browser->evaluate(u"document.querySelector('audio')===null"_s).toBool());
        picture(u"recording-waiting"_s);
        m_pbx->isSilent = false;
        m_pbx->answerAll(RecordingAudio{.bytes = toneWav(3), .contentType = {}});
        QTRY_VERIFY(m_browser->evaluate(u"document.querySelector('audio')!==null"_s).toBool());
        QVERIFY(hasSound());
    }

    void linkOnAnotherSiteOpensThePlayer()
    {
        QVERIFY(m_browser->open(elsewhere()));
        (void)m_browser->evaluate(
            u"const l=document.createElement('a');l.href='%1';document.body.append(l);l.click();"_s
                .arg(m_link));
        // Not the load that is told: it may still be that of the other site's page.
        QTRY_VERIFY_WITH_TIMEOUT(
            m_browser->evaluate(u"document.querySelector('audio')!==null"_s).toBool(), 20000);
        QVERIFY(hasSound());
    }

    void anotherSiteCannotUseTheRecording_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("sound")
            << u"const a=new Audio('%1/audio');a.onloadedmetadata=()=>done('got');a.onerror=()=>done('refused');"_s;
        QTest::newRow("sound, read by script")
            << u"fetch('%1/audio').then(()=>done('got'),()=>done('refused'));"_s;
        QTest::newRow("sound, read blindly")
            << u"fetch('%1/audio',{mode:'no-cors'}).then(()=>done('got'),()=>done('refused'));"_s;
        QTest::newRow("page, read by script")
            << u"fetch('%1').then(()=>done('got'),()=>done('refused'));"_s;
        QTest::newRow("page, in a frame")
            << u"const f=document.createElement('iframe');f.src='%1';f.onload=()=>{let c='refused';try{if(f.contentDocument)c='got';}catch(e){}done(c);};document.body.append(f);"_s;
    }
    void anotherSiteCannotUseTheRecording()
    {
        QFETCH(QString, script);
        QVERIFY(m_browser->open(elsewhere()));
        QCOMPARE(
            m_browser->evaluate(u"new Promise(done=>{%1})"_s.arg(script.arg(m_link))).toString(),
            u"refused"_s);
        QVERIFY(m_pbx->asked.isEmpty()); // nor make the companion fetch it
    }
};

QTEST_GUILESS_MAIN(RecordingBrowserTest)
#include "tst_recordingbrowser.moc"
