// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/recordinglink.h"
#include "app/flow/recordingflow.h"
#include "tests/support/fakerecordings.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace companion;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr RecordingPatience quick{.firstRetry = 5ms,
                                  .longestRetry = 10ms,
                                  .giveUpAfter = 100ms,
                                  .readyWithin = 15min,
                                  .keptFor = 10s,
                                  .keptBytes = 1000};

const Error missing{Error::Kind::NotFound, u"not found"_s, u"60001"_s};

Call recordedCall(const QString& file = u"20260112-1.wav"_s, qint64 secondsAgo = 3600)
{
    return {.id = "call of "_L1 + file,
            .phase = CallPhase::Ended,
            .endedAt = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo),
            .recording = file};
}

RecordingAudio audio(qsizetype bytes = 100)
{
    return {.bytes = QByteArray(bytes, 'a'), .contentType = u"audio/wav"_s};
}

//! Waits for one outcome and counts how often it came.
struct Watched
{
    std::optional<Result<RecordingAudio>> outcome;
    int times = 0;
    QObject context;

    explicit Watched(const QFuture<Result<RecordingAudio>>& future)
    {
        async::onReady(future, &context, [this](const Result<RecordingAudio>& result) {
            outcome = result;
            ++times;
        });
    }
    [[nodiscard]] QString code() const
    {
        return outcome && !*outcome ? outcome->error().code : u"(none)"_s;
    }
};

} // namespace

class RecordingFlowTest : public QObject
{
    Q_OBJECT

private:
    FakeRecordingBook m_book;
    std::unique_ptr<FakeRecordingPbx> m_pbx;
    std::unique_ptr<RecordingFlow> m_flow;

    void begin(const RecordingPatience& patience)
    {
        m_flow = std::make_unique<RecordingFlow>(m_book, patience);
        m_flow->setPbx(m_pbx.get());
    }

private Q_SLOTS:
    void init()
    {
        m_book = {};
        m_pbx = std::make_unique<FakeRecordingPbx>();
        begin(quick);
    }

    void eachRecordingHasOneTokenThatNobodyGuesses()
    {
        const auto one = m_flow->tokenFor(recordedCall(u"1.wav"_s));
        const auto two = m_flow->tokenFor(recordedCall(u"2.wav"_s));
        QVERIFY(one && two);
        QCOMPARE_NE(*one, *two);
        static const QRegularExpression urlSafe(u"^[A-Za-z0-9_-]{27}$"_s); // 160 bits
        QVERIFY(urlSafe.match(*one).hasMatch());
        QCOMPARE(*m_flow->tokenFor(recordedCall(u"1.wav"_s)), *one);
        QCOMPARE(m_book.tickets.size(), 2);
        QCOMPARE(m_flow->ticketOf(*two)->fileName, u"2.wav"_s);
        QVERIFY(!m_flow->ticketOf(u"guessed"_s));
    }

    void tokenStandsForTheSameRecordingAfterARestart()
    {
        const auto token = m_flow->tokenFor(recordedCall());
        begin(quick);
        QCOMPARE(*m_flow->tokenFor(recordedCall()), *token);
        QCOMPARE(m_flow->ticketOf(*token)->call, recordedCall().id);
    }

    void aTokenThatCannotBeKeptIsNotGivenOut()
    {
        m_book.isFull = true;
        const auto token = m_flow->tokenFor(recordedCall());
        QVERIFY(!token);
        QCOMPARE(token.error().kind, Error::Kind::Storage);
    }

    void aCallWithoutARecordingHasNoTokenAndNoAudio()
    {
        QCOMPARE(m_flow->tokenFor(recordedCall({})).error().code, u"not_recorded"_s);
        const Watched watched(m_flow->fetch(recordedCall({})));
        QTRY_COMPARE(watched.code(), u"not_recorded"_s);
        QVERIFY(m_pbx->asked.isEmpty());
    }

    void severalAskersShareOneQuestion()
    {
        m_pbx->isSilent = true;
        const Watched one(m_flow->fetch(recordedCall()));
        const Watched two(m_flow->fetch(recordedCall()));
        QCOMPARE(m_pbx->asked.size(), 1);
        m_pbx->answerAll(audio());
        QTRY_COMPARE(one.times, 1);
        QTRY_COMPARE(two.times, 1);
        QCOMPARE(one.outcome->value().bytes.size(), 100);
        QCOMPARE(two.outcome->value().bytes.size(), 100);
    }

    void whatWasFetchedIsNotAskedForAgain()
    {
        m_pbx->answers = {audio()};
        const Watched first(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(first.times, 1);
        const Watched second(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(second.times, 1);
        QCOMPARE(second.outcome->value().bytes.size(), 100);
        QCOMPARE(m_pbx->asked.size(), 1);
    }

    void unusedRecordingsAreForgotten()
    {
        auto patience = quick;
        patience.keptFor = 30ms;
        begin(patience);
        m_pbx->answers = {audio()};
        const Watched first(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(first.times, 1);
        const auto askedAgain = [this] {
            (void)m_flow->fetch(recordedCall());
            return m_pbx->asked.size() > 1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(askedAgain(), 5000);
    }

    void memoryIsBoundedAndTheLongestUnusedGoesFirst()
    {
        m_pbx->answers = {audio(400)};
        const auto fetchNow = [this](const QString& file) {
            const Watched watched(m_flow->fetch(recordedCall(file)));
            return QTest::qWaitFor([&watched] { return watched.times == 1; });
        };
        QVERIFY(fetchNow(u"1"_s));
        QVERIFY(fetchNow(u"2"_s));
        QVERIFY(fetchNow(u"1"_s)); // from memory: now 2 is the longest unused
        QVERIFY(fetchNow(u"3"_s)); // 1,200 bytes: 2 goes
        QVERIFY(fetchNow(u"1"_s));
        QCOMPARE(m_pbx->asked, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QVERIFY(fetchNow(u"2"_s));
        QCOMPARE(m_pbx->asked.size(), 4);
    }

    void oneRecordingLargerThanAllMemoryIsKeptWhileItPlays()
    {
        m_pbx->answers = {audio(5000)};
        const Watched first(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(first.times, 1);
        const Watched second(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(second.times, 1);
        QCOMPARE(m_pbx->asked.size(), 1);
    }

    void recordingJustAfterTheCallIsWaitedFor()
    {
        m_pbx->answers = {missing, missing, missing, audio()};
        const Watched watched(m_flow->fetch(recordedCall(u"1.wav"_s, 5)));
        QTRY_VERIFY(m_flow->waitingFor(u"1.wav"_s).has_value());
        QCOMPARE(m_flow->waitingFor(u"1.wav"_s)->code, u"not_ready"_s);
        QTRY_COMPARE(watched.times, 1);
        QVERIFY(watched.outcome->has_value());
        QCOMPARE(m_pbx->asked.size(), 4);
        QVERIFY(!m_flow->waitingFor(u"1.wav"_s));
    }

    void emptyRecordingJustAfterTheCallIsWaitedForToo()
    {
        m_pbx->answers = {RecordingAudio{}, audio()};
        const Watched watched(m_flow->fetch(recordedCall(u"1.wav"_s, 5)));
        QTRY_COMPARE(watched.times, 1);
        QVERIFY(watched.outcome->has_value());
    }

    void waitingEndsWithTheReason()
    {
        m_pbx->answers = {missing};
        const Watched watched(m_flow->fetch(recordedCall(u"1.wav"_s, 5)));
        QTRY_COMPARE(watched.times, 1);
        QCOMPARE(watched.code(), u"not_ready"_s);
        QVERIFY(m_pbx->asked.size() > 3);
        const auto asked = m_pbx->asked.size();
        const Watched again(m_flow->fetch(recordedCall(u"1.wav"_s, 5))); // a new try, on a new wish
        QTRY_COMPARE(again.times, 1);
        QVERIFY(m_pbx->asked.size() > asked);
    }

    void troubleOfTheNetworkIsTriedAgain()
    {
        m_pbx->answers = {Error{Error::Kind::Timeout, u"slow"_s},
                          Error{Error::Kind::RateLimited, u"busy"_s}, audio()};
        const Watched watched(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(watched.times, 1);
        QVERIFY(watched.outcome->has_value());
    }

    void whatWaitingCannotHelpIsSaidAtOnce_data()
    {
        QTest::addColumn<companion::Error>("answer");
        QTest::addColumn<companion::Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        using enum Error::Kind;
        QTest::newRow("long gone") << missing << NotFound << u"expired"_s;
        QTest::newRow("no permission")
            << Error{Forbidden, u"not allowed"_s, u"10005"_s} << Forbidden << u"10005"_s;
        QTest::newRow("signed out meanwhile") << Error{Unauthorized, u"not signed in to the PBX"_s}
                                              << Unauthorized << u"signed_out"_s;
        QTest::newRow("not offered")
            << Error{Unsupported, u"no"_s, u"10001"_s} << Unsupported << u"10001"_s;
        QTest::newRow("refused") << Error{Rejected, u"no"_s} << Rejected << QString();
    }
    void whatWaitingCannotHelpIsSaidAtOnce()
    {
        QFETCH(companion::Error, answer);
        QFETCH(companion::Error::Kind, kind);
        QFETCH(QString, code);
        m_pbx->answers = {answer};
        const Watched watched(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(watched.times, 1);
        QCOMPARE(watched.outcome->error().kind, kind);
        QCOMPARE(watched.code(), code);
        QCOMPARE(m_pbx->asked.size(), 1);
    }

    void withoutAPbxNothingIsAsked_data()
    {
        QTest::addColumn<LinkState>("state");
        QTest::newRow("signed out") << LinkState::SignedOut;
        QTest::newRow("failed") << LinkState::Failed;
    }
    void withoutAPbxNothingIsAsked()
    {
        QFETCH(LinkState, state);
        m_pbx->setState(state);
        const Watched watched(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(watched.code(), u"signed_out"_s);
        m_flow->setPbx(nullptr);
        const Watched none(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(none.code(), u"signed_out"_s);
        QVERIFY(m_pbx->asked.isEmpty());
    }

    void aPbxThatIsConnectingIsWaitedFor()
    {
        m_pbx->setState(LinkState::Connecting);
        m_pbx->answers = {Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s}, audio()};
        const Watched watched(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(watched.times, 1);
        QVERIFY(watched.outcome->has_value());
    }

    void aPbxThatNeverConnectsIsSaid()
    {
        m_pbx->setState(LinkState::Reconnecting);
        m_pbx->answers = {Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s}};
        const Watched watched(m_flow->fetch(recordedCall()));
        QTRY_COMPARE(watched.code(), u"connecting"_s);
        QCOMPARE(watched.outcome->error().kind, Error::Kind::Offline);
    }

    void aRecordingOfAnotherPbxIsNotLookedForHere()
    {
        m_pbx->setSerial(u"NEW"_s);
        auto call = recordedCall();
        call.serial = u"OLD"_s;
        const Watched watched(m_flow->fetch(call));
        QTRY_COMPARE(watched.code(), u"other_pbx"_s);
        QVERIFY(m_pbx->asked.isEmpty());
    }

    void signingOutEndsFetchesAndForgetsAll()
    {
        m_pbx->answers = {audio()};
        const Watched kept(m_flow->fetch(recordedCall(u"kept"_s)));
        QTRY_COMPARE(kept.times, 1);
        m_pbx->isSilent = true;
        const Watched open(m_flow->fetch(recordedCall(u"open"_s)));
        m_pbx->setState(LinkState::SignedOut);
        QTRY_COMPARE(open.code(), u"signed_out"_s);
        m_pbx->setState(LinkState::Connected);
        (void)m_flow->fetch(recordedCall(u"kept"_s));
        QCOMPARE(m_pbx->asked, (QStringList{u"kept"_s, u"open"_s, u"kept"_s}));
    }

    void anAnswerOfThePbxBeforeIsDropped()
    {
        m_pbx->isSilent = true;
        const Watched first(m_flow->fetch(recordedCall()));
        FakeRecordingPbx other;
        other.isSilent = true;
        m_flow->setPbx(&other);
        QTRY_COMPARE(first.code(), u"signed_out"_s);
        const Watched second(m_flow->fetch(recordedCall()));
        m_pbx->answerAll(audio(1));
        other.answerAll(audio(2));
        QTRY_COMPARE(second.times, 1);
        QCOMPARE(second.outcome->value().bytes.size(), 2);
        m_flow->setPbx(nullptr);
    }

    void aPbxThatDiesEndsItsFetches()
    {
        m_pbx->isSilent = true;
        const Watched watched(m_flow->fetch(recordedCall()));
        m_pbx.reset(); // drops the promise
        QTRY_COMPARE(watched.code(), u"signed_out"_s);
        QCOMPARE(watched.times, 1);
    }

    void aFlowThatDiesEndsItsFetches()
    {
        m_pbx->isSilent = true;
        const Watched watched(m_flow->fetch(recordedCall()));
        m_flow.reset();
        QTRY_COMPARE(watched.times, 1);
        QCOMPARE(watched.outcome->error().kind, Error::Kind::Cancelled);
    }

    void audioIsNamedByItsOwnSignature_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("wav") << toneWav(0) << QByteArray("audio/wav");
        QTest::newRow("mp3 with a tag") << QByteArray("ID3\3") << QByteArray("audio/mpeg");
        QTest::newRow("mp3") << QByteArray("\xff\xfb\x90") << QByteArray("audio/mpeg");
        QTest::newRow("ogg") << QByteArray("OggS") << QByteArray("audio/ogg");
        QTest::newRow("mp4") << QByteArray("\0\0\0\x18"
                                           "ftypM4A ",
                                           12)
                             << QByteArray("audio/mp4");
        QTest::newRow("a page") << QByteArray("<html>") << QByteArray("application/octet-stream");
        QTest::newRow("cut off") << QByteArray("RIFF") << QByteArray("application/octet-stream");
        QTest::newRow("nothing") << QByteArray() << QByteArray("application/octet-stream");
    }
    void audioIsNamedByItsOwnSignature()
    {
        QFETCH(QByteArray, bytes);
        QTEST(audioTypeOf(bytes), "type");
    }

    void administratorsAddressIsFilledIn_data()
    {
        QTest::addColumn<QString>("urlTemplate");
        QTest::addColumn<QString>("address");
        const auto row = [](const char* name, const QString& urlTemplate, const QString& address) {
            QTest::newRow(name) << urlTemplate << address;
        };
        row("in the path", u"https://rec.example/{{.Recording}}"_s,
            u"https://rec.example/a%2Fb%20%26c.wav"_s);
        row("in the query", u" https://rec.example/?f={{.Recording}}&from={{.Call_From}} "_s,
            u"https://rec.example/?f=a%2Fb%20%26c.wav&from=%C3%85sa%3C%2B4610%3E"_s);
        row("with a condition",
            u"https://rec.example/{{if .Queue}}q{{else}}d{{end}}/{{.Call_ID}}"_s,
            u"https://rec.example/d/17.1"_s);
        row("no variable", u"https://rec.example/"_s, u"https://rec.example/"_s);
        row("does not parse", u"https://rec.example/{{.Recording"_s, {});
        row("unknown variable", u"https://rec.example/{{.File}}"_s, {});
        row("no address", u"{{.Recording}}"_s, {});
        row("a script", u"javascript:alert(1)"_s, {});
        row("a file", u"file:///srv/{{.Recording}}"_s, {});
        row("empty", {}, {});
    }
    void administratorsAddressIsFilledIn()
    {
        QFETCH(QString, urlTemplate);
        HistoryRow row;
        row.call.id = u"17.1"_s;
        row.call.remoteName = u"Åsa"_s;
        row.call.remoteNumber = u"+4610"_s;
        row.call.recording = u"a/b &c.wav"_s;
        QTEST(recordingUrlFor(urlTemplate, row, u"John"_s), "address");
    }

    void savedFilesHavePlainNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("plain");
        QTest::newRow("as PBXs name them")
            << u"20220427190445-1651057476.362-2005-2002-Internal.wav"_s
            << u"20220427190445-1651057476.362-2005-2002-Internal.wav"_s;
        QTest::newRow("a path") << u"../../etc/a\"b.wav"_s << u"_.._etc_a_b.wav"_s;
        QTest::newRow("nothing") << QString() << u"recording.wav"_s;
    }
    void savedFilesHavePlainNames()
    {
        QFETCH(QString, name);
        QTEST(recordingSaveName(name), "plain");
    }
};

QTEST_GUILESS_MAIN(RecordingFlowTest)
#include "tst_recordingflow.moc"
