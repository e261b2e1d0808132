// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/asterisk/session.h"
#include "tests/pbx/asterisk/capture.h"
#include "tests/support/fakehttptransport.h"
#include "tests/support/fakesocket.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace companion;
using namespace companion::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using pbx::asterisk::Session;
using pbx::asterisk::Timing;

namespace {

constexpr auto secret = "s3cret-of-ari"_L1;

//! An Asterisk that answers as asterisk-measured.md says, and a session that signs in to it.
struct Bench
{
    FakeHttpTransport http;
    FakeSockets sockets;
    Timing timing{.heartbeat = 60s,
                  .heartbeatAnswer = 60s,
                  .firstRetry = 1ms,
                  .longestRetry = 5ms,
                  .patientRetry = 60s,
                  .snapshotAnswer = 60s,
                  .callAnswer = 60s};
    QHash<QString, HttpReply> answers; //!< by the end of the path; over the usual ones
    std::unique_ptr<Session> session;
    QList<CallEvent> events;

    Bench()
    {
        http.answerWith = [this](const HttpRequest& request) {
            return answer(request);
        };
    }
    FakeHttpTransport::Answer answer(const HttpRequest& request) const
    {
        const QString path = request.url.path();
        for (auto at = answers.cbegin(); at != answers.cend(); ++at)
            if (path.endsWith(at.key()))
                return Result<HttpReply>(*at);
        if (path.endsWith("/asterisk/info"_L1))
            return Result<HttpReply>(FakeHttpTransport::json(
                R"({"system":{"version":"22.10.0","entity_id":"02:fc:00:00:00:01"}})"));
        if (path.endsWith("/endpoints"_L1))
            return Result<HttpReply>(FakeHttpTransport::json(R"([
                {"technology":"PJSIP","resource":"1001","state":"online","channel_ids":[]},
                {"technology":"PJSIP","resource":"1002","state":"online","channel_ids":["7.1"]},
                {"technology":"PJSIP","resource":"1003","state":"offline","channel_ids":[]},
                {"technology":"PJSIP","resource":"trunk","state":"online","channel_ids":[]},
                {"technology":"IAX2","resource":"1004","state":"online","channel_ids":[]}])"));
        if (path.endsWith("/channels"_L1) && request.method == "POST")
            return Result<HttpReply>(FakeHttpTransport::json(R"({"id":"x"})"));
        if (path.endsWith("/channels"_L1) || path.endsWith("/bridges"_L1))
            return Result<HttpReply>(FakeHttpTransport::json("[]"));
        if (path.contains("/config/dynamic/"_L1))
            return Result<HttpReply>(FakeHttpTransport::json("[]"));
        if (path.endsWith("/variable"_L1))
            return Result<HttpReply>(FakeHttpTransport::json(R"({"value":"allowed"})"));
        if (request.method == "DELETE" || request.method == "PUT")
            return Result<HttpReply>(HttpReply{.status = 204});
        return std::nullopt;
    }
    static PbxAccount account()
    {
        return {.kind = u"asterisk"_s,
                .url = u"http://127.0.0.1:8088"_s,
                .clientId = u"companion"_s,
                .extension = u"1001"_s,
                .context = u"from-phone"_s};
    }
    void start(const PbxAccount& with = account())
    {
        session = std::make_unique<Session>(
            http, [this] { return sockets.make(); }, timing);
        QObject::connect(session.get(), &PbxLink::eventReceived, session.get(),
                         [this](const CallEvent& event) { events.append(event); });
        session->start(with, secret, {});
    }
    [[nodiscard]] LinkState state() const { return session->status().state; }
    [[nodiscard]] std::optional<Error::Kind> problem() const
    {
        const auto error = session->status().problem;
        return error ? std::optional(error->kind) : std::nullopt;
    }
    [[nodiscard]] bool connectSocket(qsizetype index = 0)
    {
        if (!QTest::qWaitFor([&] { return sockets.count() > index; }))
            return false;
        sockets.at(index)->accept();
        return QTest::qWaitFor([&] { return state() == LinkState::Connected; });
    }
    [[nodiscard]] bool startConnected()
    {
        start();
        return connectSocket();
    }
    [[nodiscard]] const HttpRequest* requestTo(const QString& pathEnd,
                                               const QByteArray& method = "GET") const
    {
        for (const auto& request : http.requests)
            if (request.url.path().endsWith(pathEnd) && request.method == method)
                return &request;
        return nullptr;
    }
    //! The own phone rings, from +493023125001.
    void ring() const
    {
        const auto lines = readCapture(u"01-inbound-answered-caller-hangs-up"_s);
        for (const auto& line : lines) {
            if (line.frame.isEmpty())
                continue;
            sockets.last()->receive(line.frame);
            const auto event = pbx::asterisk::parseEvent(line.frame, line.at);
            if (event && event->dialStatus == "RINGING"_L1)
                return;
        }
    }
};

QString variableOf(const HttpRequest& request)
{
    return QUrlQuery(request.url).queryItemValue(u"variable"_s, QUrl::FullyDecoded);
}

template <typename T>
Result<T> outcomeOf(const QFuture<Result<T>>& future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }))
        return Error{Error::Kind::Timeout, u"the future never ended"_s};
    return future.resultCount() == 0 ? Result<T>(Error{Error::Kind::Cancelled, {}})
                                     : future.result();
}

} // namespace

class TestAsteriskSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void credentialsStandInHeadersAndNowhereElse();
    void eventsOfAllAreSubscribedUnderANameOfItsOwn();
    void pathOfTheServerIsKept();
    void versionAndServerAreTold();
    void refusalIsToldByItsKind_data();
    void refusalIsToldByItsKind();
    void plainHttpToAnotherMachineIsRefused();
    void unreachableServerIsTriedAgain();
    void untrustedCertificateIsTold();
    void refusedUpgradeIsFinal();
    void startingServerIsWaitedForAfterALoss();
    void lostSocketIsReplacedAndTheStateAskedAgain();
    void unansweredPingReconnects();
    void anyFrameIsASignOfLife();
    void heartbeatIsTold();
    void wakingUpWithinAHeartbeatReconnects();
    void takenOverNameIsChanged();
    void wakingUpReconnectsAtOnce();
    void stoppingEndsEverything();
    void framesBeforeTheSnapshotAreToldAfterIt();
    void unansweredSnapshotReconnects();
    void ringingCallAsksForItsPresentation();
    void withheldNumberIsHonoured();
    void callIsToldWithoutAnAnswerInTheEnd();
    void lateStartAsksForTheCallsId();
    void badFramesCloseNothing_data();
    void badFramesCloseNothing();
    void dialOriginatesOnAChannelOfItsOwn();
    void dialSaysWhyItFailed_data();
    void dialSaysWhyItFailed();
    void unansweredDialEndsWithTheSession();
    void hangingUpDeletesTheOwnChannel();
    void ringingCallIsDeclinedAsBusy();
    void whatAriCannotDoIsUnsupported();
    void readOnlyUserSeesEverythingAndControlsNothing();
    void colleaguesHaveLinesAndNames();
    void namesComeFromTheEndpoints();
    void recordsAreUnsupported();
    void recordingComesFromTheStore();
};

void TestAsteriskSession::credentialsStandInHeadersAndNowhereElse()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    const QByteArray expected = "Basic " + QByteArray("companion:s3cret-of-ari").toBase64();
    for (const auto& request : std::as_const(bench.http.requests)) {
        QVERIFY(!request.url.toString().contains(secret));
        QVERIFY(!request.body.contains("s3cret"));
        QCOMPARE(request.headers.constFirst(),
                 (std::pair<QByteArray, QByteArray>("Authorization", expected)));
    }
    QVERIFY(!bench.sockets.last()->url.toString().contains(secret));
    QCOMPARE(bench.sockets.last()->headers.constFirst().second, expected);
}

void TestAsteriskSession::eventsOfAllAreSubscribedUnderANameOfItsOwn()
{
    Bench one;
    Bench other;
    QVERIFY(one.startConnected());
    QVERIFY(other.startConnected());
    const auto query = [](const Bench& bench) {
        return QUrlQuery(bench.sockets.last()->url);
    };
    QCOMPARE(one.sockets.last()->url.path(), u"/ari/events"_s);
    QCOMPARE(one.sockets.last()->url.scheme(), u"ws"_s);
    QCOMPARE(query(one).queryItemValue(u"subscribeAll"_s), u"true"_s);
    QVERIFY(query(one).queryItemValue(u"app"_s).startsWith("companion-1001-"_L1));
    QVERIFY(query(one).queryItemValue(u"app"_s) != query(other).queryItemValue(u"app"_s));
}

void TestAsteriskSession::pathOfTheServerIsKept()
{
    Bench bench;
    auto account = Bench::account();
    account.url = u"pbx.example.com:8089/asterisk/"_s;
    bench.start(account);
    QVERIFY(bench.connectSocket());
    QCOMPARE(bench.http.requests.constFirst().url.toString(),
             u"https://pbx.example.com:8089/asterisk/ari/asterisk/info?only=system"_s);
    QVERIFY(bench.sockets.last()->url.toString().startsWith(
        "wss://pbx.example.com:8089/asterisk/ari/events?"_L1));
}

void TestAsteriskSession::versionAndServerAreTold()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    const auto status = bench.session->status();
    QCOMPARE(status.kind, u"asterisk"_s);
    QCOMPARE(status.url, u"http://127.0.0.1:8088"_s);
    QCOMPARE(status.firmware, u"22.10.0"_s);
    QCOMPARE(status.serial, u"02:fc:00:00:00:01"_s);
    QCOMPARE(status.extension, u"1001"_s);
    QVERIFY(!status.problem);
}

void TestAsteriskSession::refusalIsToldByItsKind_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("detail");
    const auto json = [](const char* text) {
        return QByteArray(text);
    };
    QTest::newRow("wrong password")
        << u"/asterisk/info"_s << 401 << json(R"({"message":"Authentication required"})")
        << Error::Kind::Unauthorized << u"wrong user or password"_s;
    QTest::newRow("not allowed") << u"/asterisk/info"_s << 403 << json(R"({"message":"no"})")
                                 << Error::Kind::Forbidden << u"not allowed"_s;
    QTest::newRow("ARI switched off") << u"/asterisk/info"_s << 404 << json("<html>404</html>")
                                      << Error::Kind::Unsupported << u"no ari here"_s;
    QTest::newRow("another web server") << u"/asterisk/info"_s << 200 << json("<html>hi</html>")
                                        << Error::Kind::Malformed << u"not a pbx"_s;
    QTest::newRow("another API") << u"/asterisk/info"_s << 200 << json(R"({"errcode":0})")
                                 << Error::Kind::Malformed << u"not a pbx"_s;
    QTest::newRow("extension unknown")
        << u"/endpoints"_s << 200
        << json(R"([{"technology":"PJSIP","resource":"1009","state":"online","channel_ids":[]},
                    {"technology":"IAX2","resource":"1001","state":"online","channel_ids":[]}])")
        << Error::Kind::NotFound << u"no such extension"_s;
}

void TestAsteriskSession::refusalIsToldByItsKind()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Bench bench;
    bench.answers.insert(path, FakeHttpTransport::json(body, status));
    bench.start();
    QTRY_COMPARE(bench.state(), LinkState::Failed);
    QTEST(*bench.problem(), "kind");
    QTEST(bench.session->status().problem->detail, "detail");
    QCOMPARE(bench.sockets.count(), 0);
}

void TestAsteriskSession::plainHttpToAnotherMachineIsRefused()
{
    Bench bench;
    auto account = Bench::account();
    account.url = u"http://pbx.example.com:8088"_s;
    bench.start(account);
    QCOMPARE(bench.state(), LinkState::Failed);
    QCOMPARE(bench.problem(), Error::Kind::Forbidden);
    QVERIFY(bench.http.requests.isEmpty());
}

void TestAsteriskSession::unreachableServerIsTriedAgain()
{
    Bench bench;
    int tries = 0;
    bench.http.answerWith = [&](const HttpRequest& request) -> FakeHttpTransport::Answer {
        if (++tries <= 3)
            return Result<HttpReply>(Error{Error::Kind::Offline, u"refused"_s});
        return bench.answer(request);
    };
    bench.start();
    QTRY_COMPARE(bench.state(), LinkState::Reconnecting);
    QCOMPARE(bench.problem(), Error::Kind::Offline);
    QVERIFY(bench.connectSocket());
    QVERIFY(tries > 3);
}

void TestAsteriskSession::untrustedCertificateIsTold()
{
    Bench bench;
    bench.http.answerWith = [](const HttpRequest&) -> FakeHttpTransport::Answer {
        return Result<HttpReply>(Error{Error::Kind::Offline, u"tls: self-signed"_s});
    };
    bench.start();
    QTRY_COMPARE(bench.state(), LinkState::Reconnecting);
    QCOMPARE(bench.session->status().problem->detail, u"tls: self-signed"_s);
}

void TestAsteriskSession::refusedUpgradeIsFinal()
{
    Bench bench;
    bench.start();
    QTRY_COMPARE(bench.sockets.count(), 1);
    bench.sockets.last()->drop({Error::Kind::Unauthorized, u"upgrade refused"_s, u"401"_s});
    QCOMPARE(bench.state(), LinkState::Failed);
    QCOMPARE(bench.problem(), Error::Kind::Unauthorized);
    QCOMPARE(bench.session->status().problem->detail, u"wrong user or password"_s);
}

void TestAsteriskSession::startingServerIsWaitedForAfterALoss()
{
    // An Asterisk that starts answers 404 until its modules are there.
    Bench bench;
    QVERIFY(bench.startConnected());
    int tries = 0;
    bench.http.answerWith = [&](const HttpRequest& request) -> FakeHttpTransport::Answer {
        if (++tries <= 3)
            return Result<HttpReply>(HttpReply{.status = 404, .body = "<html>404</html>"});
        return bench.answer(request);
    };
    bench.sockets.last()->drop();
    QCOMPARE(bench.state(), LinkState::Reconnecting);
    QVERIFY(bench.connectSocket(1));
}

void TestAsteriskSession::lostSocketIsReplacedAndTheStateAskedAgain()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    QSignalSpy snapshots(bench.session.get(), &PbxLink::snapshotTaken);
    const auto since = bench.session->status().since;
    bench.sockets.last()->drop();
    QCOMPARE(bench.state(), LinkState::Reconnecting);
    QVERIFY(bench.session->status().since >= since);
    QVERIFY(bench.connectSocket(1));
    QCOMPARE(snapshots.size(), 1);
    QCOMPARE(bench.http.countOf(u"/ari/channels"_s), 2);
}

void TestAsteriskSession::unansweredPingReconnects()
{
    Bench bench;
    bench.timing.heartbeat = 5ms;
    bench.timing.heartbeatAnswer = 300ms;
    QVERIFY(bench.startConnected());
    auto* first = bench.sockets.at(0);
    QTRY_VERIFY(first->pings > 0);
    first->pong();
    QCOMPARE(bench.state(), LinkState::Connected);
    QTRY_COMPARE(bench.state(), LinkState::Reconnecting); // the next one is not answered
    QCOMPARE(bench.problem(), Error::Kind::Timeout);
}

void TestAsteriskSession::anyFrameIsASignOfLife()
{
    Bench bench;
    bench.timing.heartbeat = 5ms;
    bench.timing.heartbeatAnswer = 200ms;
    QVERIFY(bench.startConnected());
    auto* socket = bench.sockets.last();
    QTRY_VERIFY(socket->pings > 0);
    for (int ping = socket->pings; ping < 4; ping = socket->pings) {
        socket->receive(uR"({"type":"ChannelVarset"})"_s);
        QTRY_VERIFY(socket->pings > ping);
    }
    QCOMPARE(bench.state(), LinkState::Connected);
    QCOMPARE(bench.sockets.count(), 1);
}

void TestAsteriskSession::heartbeatIsTold()
{
    Bench bench;
    bench.timing.heartbeat = 5ms;
    QVERIFY(bench.startConnected());
    QSignalSpy beats(bench.session.get(), &PbxLink::heartbeatSent);
    QTRY_VERIFY(beats.size() >= 2);
    QVERIFY(bench.sockets.last()->pings > 0);
}

void TestAsteriskSession::wakingUpWithinAHeartbeatReconnects()
{
    // The clock is looked at when a heartbeat is due: what it says may drop the socket there and
    // then.
    Bench bench;
    bench.timing.heartbeat = 5ms;
    QVERIFY(bench.startConnected());
    bool hasJumped = false;
    QObject::connect(bench.session.get(), &PbxLink::heartbeatSent, bench.session.get(), [&] {
        if (!std::exchange(hasJumped, true))
            bench.session->reconnectNow();
    });
    QVERIFY(bench.connectSocket(1));
    QVERIFY(hasJumped);
}

void TestAsteriskSession::takenOverNameIsChanged()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    const auto nameOf = [&](qsizetype index) {
        return QUrlQuery(bench.sockets.at(index)->url).queryItemValue(u"app"_s);
    };
    const QString before = nameOf(0);
    bench.sockets.last()->receive(
        uR"({"type":"ApplicationReplaced","timestamp":"","application":"x"})"_s);
    QCOMPARE(bench.state(), LinkState::Reconnecting);
    QVERIFY(bench.connectSocket(1));
    QVERIFY(nameOf(1) != before);
}

void TestAsteriskSession::wakingUpReconnectsAtOnce()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    auto* before = bench.sockets.last();
    bench.session->reconnectNow();
    QVERIFY(before->isAborted);
    QCOMPARE(bench.state(), LinkState::Reconnecting);
    QVERIFY(bench.connectSocket(1));
}

void TestAsteriskSession::stoppingEndsEverything()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    auto* socket = bench.sockets.last();
    QVERIFY(outcomeOf(bench.session->stop(PbxLink::Stop::SignOut)).has_value());
    QCOMPARE(bench.state(), LinkState::SignedOut);
    QVERIFY(socket->isAborted);
    bench.session->reconnectNow();
    QCOMPARE(bench.state(), LinkState::SignedOut);
    QCOMPARE(bench.sockets.count(), 1);
}

void TestAsteriskSession::framesBeforeTheSnapshotAreToldAfterIt()
{
    Bench bench;
    bench.http.answerWith = [&](const HttpRequest& request) -> FakeHttpTransport::Answer {
        if (request.url.path().endsWith("/ari/channels"_L1))
            return std::nullopt; // later
        return bench.answer(request);
    };
    bench.start();
    QTRY_COMPARE(bench.sockets.count(), 1);
    bench.sockets.last()->accept();
    bench.ring();
    QTRY_COMPARE(bench.http.countOf(u"/ari/channels"_s), 1);
    QVERIFY(bench.events.isEmpty());
    for (qsizetype at = 0; at < bench.http.requests.size(); ++at)
        if (bench.http.requests.at(at).url.path().endsWith("/ari/channels"_L1))
            bench.http.answer(at, FakeHttpTransport::json("[]"));
    QTRY_VERIFY(!bench.events.isEmpty());
    QCOMPARE(bench.state(), LinkState::Connected);
    QCOMPARE(bench.events.constFirst().legs.constFirst().number, u"+493023125001"_s);
}

void TestAsteriskSession::unansweredSnapshotReconnects()
{
    Bench bench;
    bench.timing.snapshotAnswer = 20ms;
    bench.http.answerWith = [&](const HttpRequest& request) -> FakeHttpTransport::Answer {
        return request.url.path().endsWith("/ari/bridges"_L1) ? std::nullopt
                                                              : bench.answer(request);
    };
    bench.start();
    QTRY_COMPARE(bench.sockets.count(), 1);
    bench.sockets.last()->accept();
    QTRY_COMPARE(bench.sockets.count(), 2);
    QCOMPARE(bench.state(), LinkState::Reconnecting);
}

void TestAsteriskSession::ringingCallAsksForItsPresentation()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    bench.ring();
    QVERIFY(bench.events.isEmpty());
    QTRY_COMPARE(bench.events.size(), 1);
    const auto& event = bench.events.constFirst();
    QCOMPARE(event.serial, u"02:fc:00:00:00:01"_s);
    QCOMPARE(event.call, u"allowed"_s); // what our Asterisk answers to CHANNEL(linkedid), too
    QStringList asked;
    for (const auto& request : std::as_const(bench.http.requests))
        if (request.url.path().endsWith("/channels/1795455722.339/variable"_L1))
            asked.append(variableOf(request));
    asked.sort();
    QCOMPARE(asked, (QStringList{u"CHANNEL(linkedid)"_s, u"CONNECTEDLINE(num-pres)"_s}));
}

void TestAsteriskSession::withheldNumberIsHonoured()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    bench.http.answerWith = [&](const HttpRequest& request) -> FakeHttpTransport::Answer {
        if (variableOf(request) == "CONNECTEDLINE(num-pres)"_L1)
            return Result<HttpReply>(
                FakeHttpTransport::json(R"({"value":"prohib_passed_screen"})"));
        return bench.answer(request);
    };
    bench.ring();
    QTRY_COMPARE(bench.events.size(), 1);
    for (const auto& leg : bench.events.constFirst().legs) {
        QVERIFY(leg.isWithheld);
        QVERIFY(leg.number == u"1001"_s || leg.number.isEmpty());
        QCOMPARE(leg.side == LegSide::Extension ? leg.otherNumber : QString(), QString());
    }
}

void TestAsteriskSession::callIsToldWithoutAnAnswerInTheEnd()
{
    Bench bench;
    bench.timing.callAnswer = 20ms;
    QVERIFY(bench.startConnected());
    bench.http.answerWith = [](const HttpRequest&) {
        return std::nullopt;
    };
    bench.ring();
    QTRY_COMPARE(bench.events.size(), 1);
    QCOMPARE(bench.events.constFirst().call, u"1795455722.338"_s); // the caller's channel
}

void TestAsteriskSession::lateStartAsksForTheCallsId()
{
    Bench bench;
    const auto lines = readCapture(u"34-late-start"_s);
    for (const auto& line : lines)
        if (line.answer.isArray())
            bench.answers.insert(
                line.request["target"_L1].toString(),
                FakeHttpTransport::json(QJsonDocument(line.answer.toArray()).toJson()));
    bench.http.answerWith = [&](const HttpRequest& request) -> FakeHttpTransport::Answer {
        if (variableOf(request) == "CHANNEL(linkedid)"_L1)
            return Result<HttpReply>(FakeHttpTransport::json(R"({"value":"1795455858.412"})"));
        return bench.answer(request);
    };
    bench.start();
    QSignalSpy snapshots(bench.session.get(), &PbxLink::snapshotTaken);
    QVERIFY(bench.connectSocket());
    QTRY_COMPARE(snapshots.size(), 1);
    QCOMPARE(snapshots.constFirst().constFirst().value<QSet<CallId>>(),
             QSet<CallId>{u"1795455858.412"_s});
    QCOMPARE(bench.events.constLast().kind, CallEvent::Kind::Snapshot);
    QCOMPARE(bench.events.constLast().legs.size(), 2);
}

void TestAsteriskSession::badFramesCloseNothing_data()
{
    QTest::addColumn<QString>("frame");
    QTest::newRow("no JSON") << u"hello"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("an array") << u"[1,2]"_s;
    QTest::newRow("no type") << u"{}"_s;
    QTest::newRow("an unknown type") << uR"({"type":"Tomorrow"})"_s;
    QTest::newRow("no channel") << uR"({"type":"ChannelCreated"})"_s;
    QTest::newRow("channel of another kind") << uR"({"type":"ChannelCreated","channel":[7]})"_s;
    QTest::newRow("dial of nobody") << uR"({"type":"Dial","dialstatus":"RINGING"})"_s;
    QTest::newRow("nested 10,000 deep")
        << uR"({"type":)"_s + u"["_s.repeated(10000) + u"]"_s.repeated(10000) + u'}';
    QTest::newRow("50 MB") << uR"({"type":"ChannelCreated","x":")"_s
            + QString(50LL * 1024 * 1024, u'x') + uR"("})"_s;
    QTest::newRow("not Unicode") << QString(QChar(0xD800)) + uR"({"type":"Dial"})"_s;
}

void TestAsteriskSession::badFramesCloseNothing()
{
    QFETCH(QString, frame);
    Bench bench;
    QVERIFY(bench.startConnected());
    bench.sockets.last()->receive(frame);
    QCOMPARE(bench.state(), LinkState::Connected);
    bench.ring();
    QTRY_COMPARE(bench.events.size(), 1);
}

void TestAsteriskSession::dialOriginatesOnAChannelOfItsOwn()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    const auto id = outcomeOf(bench.session->dial(u"+493023125999"_s));
    QVERIFY(id);
    QVERIFY(id->startsWith("companion-"_L1));
    const auto* request = bench.requestTo(u"/ari/channels"_s, "POST");
    QVERIFY(request);
    QVERIFY(request->url.toEncoded().contains("extension=%2B493023125999"));
    const QUrlQuery query(request->url);
    const auto value = [&](const QString& name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    QCOMPARE(value(u"endpoint"_s), u"PJSIP/1001"_s);
    QCOMPARE(value(u"context"_s), u"from-phone"_s);
    QCOMPARE(value(u"callerId"_s), u"+493023125999"_s);
    QCOMPARE(value(u"channelId"_s), *id);
    const auto second = outcomeOf(bench.session->dial(u"1002"_s));
    QVERIFY(second && *second != *id);
}

void TestAsteriskSession::dialSaysWhyItFailed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("phone not registered")
        << 500 << QByteArray(R"({"error":"Allocation failed"})") << Error::Kind::Rejected;
    QTest::newRow("not allowed") << 403 << QByteArray(R"({"message":"Write access denied"})")
                                 << Error::Kind::Forbidden;
    QTest::newRow("bad endpoint") << 400 << QByteArray(R"({"message":"Invalid endpoint"})")
                                  << Error::Kind::Rejected;
    QTest::newRow("server error") << 503 << QByteArray() << Error::Kind::Timeout;
}

void TestAsteriskSession::dialSaysWhyItFailed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Bench bench;
    QVERIFY(bench.startConnected());
    bench.answers.insert(u"/ari/channels"_s, FakeHttpTransport::json(body, status));
    const auto id = outcomeOf(bench.session->dial(u"1002"_s));
    QVERIFY(!id);
    QTEST(id.error().kind, "kind");
    QCOMPARE(bench.state(), LinkState::Connected);
}

void TestAsteriskSession::unansweredDialEndsWithTheSession()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    bench.http.answerWith = [](const HttpRequest&) {
        return std::nullopt;
    };
    const auto future = bench.session->dial(u"1002"_s);
    QVERIFY(!future.isFinished());
    bench.session.reset();
    QCOMPARE(outcomeOf(future).error().kind, Error::Kind::Cancelled);
}

void TestAsteriskSession::hangingUpDeletesTheOwnChannel()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    const Call call{.id = u"1.1"_s, .phase = CallPhase::Connected, .ownChannel = u"1.2"_s};
    QCOMPARE(bench.session->actionsFor(call), QSet<CallAction>{CallAction::HangUp});
    QVERIFY(outcomeOf(bench.session->act(call, CallAction::HangUp, {})).has_value());
    const auto* request = bench.requestTo(u"/ari/channels/1.2"_s, "DELETE");
    QVERIFY(request);
    QCOMPARE(request->url.query(), u"reason=normal"_s);
    bench.answers.insert(u"/ari/channels/1.2"_s,
                         FakeHttpTransport::json(R"({"message":"Channel not found"})", 404));
    const auto again = outcomeOf(bench.session->act(call, CallAction::HangUp, {}));
    QCOMPARE(again.error().kind, Error::Kind::NotFound);
}

void TestAsteriskSession::ringingCallIsDeclinedAsBusy()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    const Call call{.id = u"1.1"_s, .phase = CallPhase::Ringing, .ownChannel = u"1.2"_s};
    QCOMPARE(bench.session->actionsFor(call), QSet<CallAction>{CallAction::Decline});
    QVERIFY(outcomeOf(bench.session->act(call, CallAction::Decline, {})).has_value());
    QCOMPARE(bench.requestTo(u"/ari/channels/1.2"_s, "DELETE")->url.query(), u"reason=busy"_s);
}

void TestAsteriskSession::whatAriCannotDoIsUnsupported()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    const Call call{.id = u"1.1"_s, .phase = CallPhase::Connected, .ownChannel = u"1.2"_s};
    using enum CallAction;
    const auto before = bench.http.requests.size();
    for (const auto action : {Answer, Hold, Resume, Mute, Unmute, BlindTransfer, AttendedTransfer,
                              CompleteTransfer, AbortTransfer, AddParticipant}) {
        const auto done = outcomeOf(bench.session->act(call, action, u"1002"_s));
        QCOMPARE(done.error().kind, Error::Kind::Unsupported);
    }
    QCOMPARE(bench.http.requests.size(), before);
}

void TestAsteriskSession::readOnlyUserSeesEverythingAndControlsNothing()
{
    Bench bench;
    bench.answers.insert(u"/eventFilter"_s,
                         FakeHttpTransport::json(R"({"message":"Write access denied"})", 403));
    QVERIFY(bench.startConnected());
    bench.ring();
    QTRY_COMPARE(bench.events.size(), 1);
    const Call call{.id = u"1.1"_s, .phase = CallPhase::Connected, .ownChannel = u"1.2"_s};
    QTRY_COMPARE(bench.session->actionsFor(call), QSet<CallAction>{});
    const auto dialled = outcomeOf(bench.session->dial(u"1002"_s));
    QCOMPARE(dialled.error().kind, Error::Kind::Forbidden);
    QCOMPARE(dialled.error().detail, u"read-only user"_s);
    const auto done = outcomeOf(bench.session->act(call, CallAction::HangUp, {}));
    QCOMPARE(done.error().detail, u"read-only user"_s);
    QVERIFY(!bench.requestTo(u"/ari/channels"_s, "POST"));
}

void TestAsteriskSession::colleaguesHaveLinesAndNames()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    const auto line = [&](const QString& number) {
        const auto all = bench.session->colleagues();
        for (const auto& colleague : all)
            if (colleague.number == number)
                return colleague.line;
        return Colleague::Line::Unknown;
    };
    using Line = Colleague::Line;
    QCOMPARE(bench.session->colleagues().size(), 3); // no trunk, no other technology
    QCOMPARE(line(u"1001"_s), Line::Idle);
    QCOMPARE(line(u"1002"_s), Line::Busy);
    QCOMPARE(line(u"1003"_s), Line::Offline);
    auto* socket = bench.sockets.last();
    const auto device = [&](const QString& state) {
        socket->receive(
            uR"({"type":"DeviceStateChanged","device_state":{"name":"PJSIP/1002","state":"%1"}})"_s
                .arg(state));
        return line(u"1002"_s);
    };
    QSignalSpy changes(bench.session.get(), &PbxLink::colleaguesChanged);
    QCOMPARE(device(u"RINGING"_s), Line::Ringing);
    QCOMPARE(device(u"INUSE"_s), Line::Busy);
    QCOMPARE(device(u"NOT_INUSE"_s), Line::Idle);
    QTRY_COMPARE(changes.size(), 1); // all of them at once
    for (const auto& captured : readCapture(u"47-registration"_s))
        socket->receive(captured.frame);
    bench.ring();
    QCOMPARE(bench.session->colleagues().constFirst().name, u"Alice Example"_s);
    QCOMPARE(bench.session->status().name, u"Alice Example"_s);
}

void TestAsteriskSession::namesComeFromTheEndpoints()
{
    Bench bench;
    const QString settings = u"/ari/asterisk/config/dynamic/res_pjsip/endpoint/%1"_s;
    bench.answers.insert(settings.arg(1001), FakeHttpTransport::json(R"([
        {"attribute":"context","value":"from-phone"},
        {"attribute":"callerid","value":"\"Alice Example\" <1001>"}])"));
    bench.answers.insert(settings.arg(1002), FakeHttpTransport::json(R"([
        {"attribute":"callerid","value":"Bob <1002>"}])"));
    bench.start();
    QVERIFY(bench.connectSocket());
    QTRY_COMPARE(bench.session->status().name, u"Alice Example"_s);
    QTRY_COMPARE(bench.session->colleagues().at(1).name, u"Bob"_s);
    QCOMPARE(bench.session->colleagues().at(2).name, QString());
}

void TestAsteriskSession::recordsAreUnsupported()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    QCOMPARE(outcomeOf(bench.session->recordsSince(QDateTime::currentDateTime())).error().kind,
             Error::Kind::Unsupported);
    QCOMPARE(outcomeOf(bench.session->recordOf(u"1.1"_s)).error().kind, Error::Kind::Unsupported);
}

void TestAsteriskSession::recordingComesFromTheStore()
{
    Bench bench;
    QVERIFY(bench.startConnected());
    bench.answers.insert(
        u"/recordings/stored/1795455777.370/file"_s,
        HttpReply{.status = 200, .headers = {{"Content-Type", "audio/wav"}}, .body = "RIFF"});
    const auto audio = outcomeOf(bench.session->recording(u"1795455777.370.wav"_s));
    QVERIFY(audio);
    QCOMPARE(audio->bytes, QByteArray("RIFF"));
    QCOMPARE(audio->contentType, u"audio/wav"_s);
    bench.answers.clear();
    bench.answers.insert(u"/file"_s, FakeHttpTransport::json(R"({"message":"gone"})", 404));
    QCOMPARE(outcomeOf(bench.session->recording(u"x.wav"_s)).error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestAsteriskSession)
#include "tst_asterisk_session.moc"
