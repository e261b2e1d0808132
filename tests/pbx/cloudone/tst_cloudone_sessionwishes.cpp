// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/pbx/cloudone/fakepbx.h"

#include <QJsonDocument>
#include <QTest>

using namespace companion;
using namespace companion::pbx::cloudone;
using namespace companion::pbx::cloudone::test;
using namespace companion::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Call talking()
{
    return {.id = u"1651057476.362"_s,
            .phase = CallPhase::Connected,
            .remoteNumber = u"5503301"_s,
            .extension = u"1001"_s,
            .ownChannel = u"PJSIP/1001-1"_s,
            .remoteChannel = u"PJSIP/trunk-t1-endpoint-1"_s};
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray row(const QByteArray& call, const QByteArray& from, const QByteArray& to,
               const QByteArray& status, int talkSeconds = 0)
{
    return compact({{u"call_id"_s, QString::fromUtf8(call)},
                    {u"uid"_s, QString::fromUtf8("U" + call)},
                    {u"timestamp"_s, 1669887384},
                    {u"call_from_number"_s, QString::fromUtf8(from)},
                    {u"call_to_number"_s, QString::fromUtf8(to)},
                    {u"disposition"_s, QString::fromUtf8(status)},
                    {u"duration"_s, 60},
                    {u"talk_duration"_s, talkSeconds}});
}

QString queryValue(const HttpRequest& request, const QString& key)
{
    return QUrlQuery(request.url).queryItemValue(key, QUrl::FullyDecoded);
}

template <typename T>
bool ends(const QFuture<Result<T>>& future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }) && future.resultCount() == 1;
}

} // namespace

class TestCloudOneSessionWishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Call control

    void actionBecomesItsRequest_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QByteArray>("body");
        const QByteArray own = R"({"channel_id":"PJSIP/1001-1"})";
        const auto wish = [](const char* name, CallAction action, const QString& target,
                             const QString& endpoint, const QByteArray& body) {
            QTest::newRow(name) << static_cast<int>(action) << target << endpoint << body;
        };
        wish("hang up", CallAction::HangUp, {}, u"call/hangup"_s, own);
        wish("decline", CallAction::Decline, {}, u"call/hangup"_s, own);
        wish("hold", CallAction::Hold, {}, u"call/hold"_s, own);
        wish("resume", CallAction::Resume, {}, u"call/unhold"_s, own);
        wish("mute", CallAction::Mute, {}, u"call/mute"_s, own);
        wish("unmute", CallAction::Unmute, {}, u"call/unmute"_s, own);
        // It is the other party that is moved.
        wish(
            "blind transfer", CallAction::BlindTransfer, u"1002"_s, u"call/transfer"_s,
            R"({"channel_id":"PJSIP/trunk-t1-endpoint-1","dial_permission":"1001","number":"1002","type":"blind"})");
        wish("attended transfer", CallAction::AttendedTransfer, u"1002"_s, u"call/transfer"_s,
             R"({"channel_id":"PJSIP/1001-1","number":"1002","type":"attended"})");
        wish("complete", CallAction::CompleteTransfer, {}, u"call/transfer"_s,
             R"({"attended_operate":"complete","channel_id":"PJSIP/1001-1","type":"attended"})");
        wish("abort", CallAction::AbortTransfer, {}, u"call/transfer"_s,
             R"({"attended_operate":"abort","channel_id":"PJSIP/1001-1","type":"attended"})");
        wish("participant", CallAction::AddParticipant, u"5503302"_s, u"call/add_member"_s,
             R"({"channel_id":"PJSIP/1001-1","dial_permission":"1001","number":"5503302"})");
    }

    void actionBecomesItsRequest()
    {
        QFETCH(const int, action);
        QFETCH(const QString, target);
        QFETCH(const QString, endpoint);
        QFETCH(const QByteArray, body);
        FakePbx pbx;
        pbx.usual[endpoint] = {{u"errcode"_s, 0}, {u"call_id"_s, u"1651057476.362"_s}};
        QVERIFY(pbx.connectSession());
        const auto done = pbx.session->act(talking(), static_cast<CallAction>(action), target);
        QVERIFY(ends(done));
        QVERIFY(done.result());
        QCOMPARE(compact(pbx.lastBody(endpoint)), body);
        QCOMPARE(pbx.last(endpoint).method, QByteArray("POST"));
    }

    void whatThePbxCannotDoIsRefusedWithoutAsking()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        const auto requests = pbx.http.requests.size();
        const auto answer = pbx.session->act(talking(), CallAction::Answer, {});
        QVERIFY(ends(answer));
        QCOMPARE(answer.result().error().kind, Error::Kind::Unsupported);
        auto known = talking();
        known.ownChannel.clear(); // known from its record alone
        const auto hangUp = pbx.session->act(known, CallAction::HangUp, {});
        QVERIFY(ends(hangUp));
        QVERIFY(!hangUp.result());
        QCOMPARE(pbx.http.requests.size(), requests);
    }

    void refusedActionTellsWhyAndChangesNothing_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("kind");
        const auto refusal = [](const char* name, int code, Error::Kind kind) {
            QTest::newRow(name) << code << static_cast<int>(kind);
        };
        refusal("call gone", 70130, Error::Kind::NotFound);
        refusal("not supported", 70132, Error::Kind::Unsupported);
        refusal("not allowed", 70084, Error::Kind::Forbidden);
        refusal("failed", 10009, Error::Kind::Rejected);
        refusal("conference full", 70510, Error::Kind::Rejected);
        refusal("no trunk", 70514, Error::Kind::Rejected);
        refusal("internal", -2, Error::Kind::Timeout);
    }

    void refusedActionTellsWhyAndChangesNothing()
    {
        QFETCH(const int, code);
        QFETCH(const int, kind);
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        QSignalSpy statuses(pbx.session.get(), &PbxLink::statusChanged);
        QSignalSpy events(pbx.session.get(), &PbxLink::eventReceived);
        pbx.put(u"call/hold"_s, FakePbx::code(code));
        const auto done = pbx.session->act(talking(), CallAction::Hold, {});
        QVERIFY(ends(done));
        QCOMPARE(static_cast<int>(done.result().error().kind), kind);
        QCOMPARE(done.result().error().code, QString::number(code));
        QCOMPARE(statuses.size() + events.size(), 0);
    }

    void actionsAreThoseThatFitTheCall_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("isMuted");
        QTest::addColumn<QList<int>>("actions");
        using enum CallAction;
        const auto fit = [](const char* name, CallPhase phase, bool isMuted,
                            std::initializer_list<CallAction> actions) {
            QList<int> list;
            for (const auto action : actions)
                list.append(static_cast<int>(action));
            QTest::newRow(name) << static_cast<int>(phase) << isMuted << list;
        };
        fit("ringing: there is no endpoint to answer with", CallPhase::Ringing, false, {Decline});
        fit("dialling", CallPhase::Dialling, false, {HangUp});
        fit("talking", CallPhase::Connected, false,
            {HangUp, Hold, Mute, BlindTransfer, AttendedTransfer, AddParticipant});
        fit("muted", CallPhase::Connected, true,
            {HangUp, Hold, Unmute, BlindTransfer, AttendedTransfer, AddParticipant});
        fit("held", CallPhase::Held, false, {HangUp, Resume, BlindTransfer});
        fit("over", CallPhase::Ended, false, {});
    }

    void actionsAreThoseThatFitTheCall()
    {
        QFETCH(const int, phase);
        QFETCH(const bool, isMuted);
        QFETCH(const QList<int>, actions);
        FakePbx pbx;
        auto call = talking();
        call.phase = static_cast<CallPhase>(phase);
        call.isMuted = isMuted;
        QSet<CallAction> wanted;
        for (const int action : actions)
            wanted.insert(static_cast<CallAction>(action));
        QCOMPARE(pbx.session->actionsFor(call), wanted);
        call.ownChannel.clear();
        QVERIFY(pbx.session->actionsFor(call).isEmpty());
    }

    void consultationIsCompletedOrAborted_data()
    {
        QTest::addColumn<int>("decision");
        QTest::addColumn<int>("code");
        QTest::newRow("complete") << static_cast<int>(CallAction::CompleteTransfer) << 0;
        QTest::newRow("abort") << static_cast<int>(CallAction::AbortTransfer) << 0;
        QTest::newRow("abort, although the colleague has gone")
            << static_cast<int>(CallAction::AbortTransfer) << 10009;
    }

    void consultationIsCompletedOrAborted()
    {
        QFETCH(const int, decision);
        QFETCH(const int, code);
        using enum CallAction;
        FakePbx pbx;
        pbx.usual[u"call/transfer"_s] = {{u"errcode"_s, 0}};
        QVERIFY(pbx.connectSession());
        QVERIFY(ends(pbx.session->act(talking(), AttendedTransfer, u"1002"_s)));
        const QSet<CallAction> consulting{HangUp, Mute, CompleteTransfer, AbortTransfer};
        QCOMPARE(pbx.session->actionsFor(talking()), consulting);
        auto muted = talking(); // before: the colleague is to hear one
        muted.isMuted = true;
        QVERIFY(pbx.session->actionsFor(muted).contains(Unmute));
        pbx.put(u"call/transfer"_s, FakePbx::code(code));
        QVERIFY(ends(pbx.session->act(talking(), static_cast<CallAction>(decision), {})));
        QVERIFY(pbx.session->actionsFor(talking()).contains(AttendedTransfer));
    }

    void consultationEndsWithTheCall()
    {
        FakePbx pbx;
        pbx.usual[u"call/transfer"_s] = {{u"errcode"_s, 0}};
        QVERIFY(pbx.connectSession());
        QVERIFY(ends(pbx.session->act(talking(), CallAction::AttendedTransfer, u"1002"_s)));
        pbx.sockets.last()->receive(FakePbx::ownLeg(talking().id, u"BYE"_s));
        QVERIFY(!pbx.session->actionsFor(talking()).contains(CallAction::CompleteTransfer));
    }

    void consultationThatWasRefusedIsNone()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.put(u"call/transfer"_s, FakePbx::code(10009));
        QVERIFY(ends(pbx.session->act(talking(), CallAction::AttendedTransfer, u"1002"_s)));
        QVERIFY(pbx.session->actionsFor(talking()).contains(CallAction::AttendedTransfer));
    }

    void dialAsksForTheOwnPhone()
    {
        FakePbx pbx;
        pbx.usual[u"call/dial"_s] = {{u"errcode"_s, 0}, {u"call_id"_s, u"1650095575.872"_s}};
        QVERIFY(pbx.connectSession());
        const auto call = pbx.session->dial(u"+4930123"_s);
        QVERIFY(ends(call));
        QCOMPARE(*call.result(), u"1650095575.872"_s);
        QCOMPARE(compact(pbx.lastBody(u"call/dial"_s)),
                 QByteArray(R"({"callee":"+4930123","caller":"1001"})"));
    }

    void wishesNeedALink()
    {
        FakePbx pbx;
        const auto dial = pbx.session->dial(u"1"_s);
        QVERIFY(ends(dial));
        QCOMPARE(dial.result().error().kind, Error::Kind::Unauthorized);
        const auto act = pbx.session->act(talking(), CallAction::HangUp, {});
        QVERIFY(ends(act));
        QVERIFY(!act.result());
        QVERIFY(pbx.http.requests.isEmpty());
    }

    void wishIsCarriedOutWhileTheSocketIsDown()
    {
        auto timing = fastTiming();
        timing.firstRetry = 60000ms;
        timing.longestRetry = 60000ms;
        FakePbx pbx(timing);
        pbx.usual[u"call/hangup"_s] = {{u"errcode"_s, 0}};
        QVERIFY(pbx.connectSession());
        pbx.sockets.last()->drop();
        const auto done = pbx.session->act(talking(), CallAction::HangUp, {});
        QVERIFY(ends(done));
        QVERIFY(done.result());
    }

    void wishMeetsAnExpiredTokenAndIsRepeated()
    {
        FakePbx pbx;
        pbx.usual[u"call/hangup"_s] = {{u"errcode"_s, 0}};
        QVERIFY(pbx.connectSession());
        pbx.put(u"call/hangup"_s, FakePbx::code(10004));
        const auto done = pbx.session->act(talking(), CallAction::HangUp, {});
        QVERIFY(ends(done));
        QVERIFY(done.result());
        QCOMPARE(pbx.count(u"call/hangup"_s), 2);
        QCOMPARE(pbx.count(u"refresh_token"_s), 1);
        QCOMPARE(pbx.session->status().state, LinkState::Connected); // the socket changes over
        QVERIFY(pbx.subscribe(1));
    }

    void oneRefreshServesAllWishesThatWait()
    {
        FakePbx pbx;
        pbx.usual[u"call/hold"_s] = {{u"errcode"_s, 0}};
        QVERIFY(pbx.connectSession());
        for (int i = 0; i < 5; ++i)
            pbx.put(u"call/hold"_s, FakePbx::code(10004));
        QList<QFuture<Result<Done>>> wishes;
        for (int i = 0; i < 5; ++i)
            wishes.append(pbx.session->act(talking(), CallAction::Hold, {}));
        for (const auto& wish : wishes) {
            QVERIFY(ends(wish));
            QVERIFY(wish.result());
        }
        QCOMPARE(pbx.count(u"refresh_token"_s), 1);
        QCOMPARE(pbx.count(u"get_token"_s), 1);
    }

    void wishThatMeetsNoTokenAtAllIsToldSo()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.put(u"call/hold"_s, FakePbx::code(10004));
        pbx.put(u"refresh_token"_s, Error{Error::Kind::Offline, u"refused"_s});
        const auto done = pbx.session->act(talking(), CallAction::Hold, {});
        QVERIFY(ends(done));
        QCOMPARE(done.result().error().kind, Error::Kind::Offline);
    }

    void wishThatIsRefusedTwiceIsNotSentAThirdTime()
    {
        FakePbx pbx;
        pbx.usual[u"call/hold"_s] = {{u"errcode"_s, 10004}};
        QVERIFY(pbx.connectSession());
        const auto done = pbx.session->act(talking(), CallAction::Hold, {});
        QVERIFY(ends(done));
        QCOMPARE(done.result().error().code, u"10004"_s);
        QCOMPARE(pbx.count(u"call/hold"_s), 2);
    }

    // Records

    void missedRecordsAreOursAndOneForEachCall()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.usual[u"cdr/search"_s] =
            FakePbx::listOf('[' + row("a", "5503301", "1001", "NO ANSWER") + ','
                            + row("b", "1001", "5503302", "BUSY") + ','
                            + row("c", "5503301", "1002", "ANSWERED", 20) + ','
                            + row("a", "5503301", "1001", "ANSWERED", 30) + ','
                            + row("a", "5503301", "1002", "ANSWERED", 40) + ",7]");
        const auto records = pbx.session->recordsSince(QDateTime::fromSecsSinceEpoch(1669880000));
        QVERIFY(ends(records));
        QCOMPARE(records.result()->size(), 2);
        QCOMPARE(records.result()->at(0).call, u"a"_s);
        QCOMPARE(records.result()->at(0).record->talkSeconds, 30);
        QCOMPARE(records.result()->at(0).kind, CallEvent::Kind::Ended);
        QCOMPARE(records.result()->at(0).serial, u"SN1"_s);
        QCOMPARE(records.result()->at(1).call, u"b"_s);
        const qint64 from = queryValue(pbx.last(u"cdr/search"_s), u"start_time"_s).toLongLong();
        QVERIFY(qAbs(from - 1669880000) <= 2); // by the PBX's clock, which is ours here
    }

    void recordWithoutACallIdGoesByItsOwn()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.usual[u"cdr/search"_s] =
            FakePbx::listOf(R"([{"uid":"U7","call_from_number":"1001","call_to_number":"1"},
                {"call_from_number":"1001","call_to_number":"2"}])");
        const auto records = pbx.session->recordsSince(QDateTime::currentDateTime());
        QVERIFY(ends(records));
        QCOMPARE(records.result()->size(), 1);
        QCOMPARE(records.result()->first().call, u"U7"_s);
    }

    void manyRecordsAreReadPageByPage()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        QByteArray first = "[";
        for (int i = 0; i < 500; ++i)
            first += row(QByteArray::number(i), "5503301", "1001", "NO ANSWER") + ',';
        first.chop(1);
        pbx.put(u"cdr/search"_s, FakeHttpTransport::json(FakePbx::listOf(first + ']')));
        pbx.usual[u"cdr/search"_s] =
            FakePbx::listOf('[' + row("last", "5503301", "1001", "NO ANSWER") + ']');
        const auto records = pbx.session->recordsSince(QDateTime::currentDateTime());
        QVERIFY(ends(records));
        QCOMPARE(records.result()->size(), 501);
        QCOMPARE(queryValue(pbx.last(u"cdr/search"_s), u"page"_s), u"2"_s);
    }

    void timesAreAskedAsShownWhereSecondsAreNotRead_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("seconds are refused") << 40002;
        QTest::newRow("seconds find nothing") << 0;
    }

    void timesAreAskedAsShownWhereSecondsAreNotRead()
    {
        QFETCH(const int, code);
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.put(u"cdr/search"_s, FakePbx::code(code));
        pbx.usual[u"cdr/search"_s] =
            FakePbx::listOf('[' + row("a", "5503301", "1001", "ANSWERED", 9) + ']');
        const QDateTime since(QDate(2026, 1, 5), QTime(10, 0), QTimeZone::utc());
        const auto records = pbx.session->recordsSince(since);
        QVERIFY(ends(records));
        QCOMPARE(records.result()->size(), 1);
        QCOMPARE(pbx.count(u"cdr/search"_s), 2);
        // The PBX shows times two hours east of Greenwich.
        const auto asked = queryValue(pbx.last(u"cdr/search"_s), u"start_time"_s);
        const auto shown = QDateTime::fromString(asked, u"yyyy/MM/dd HH:mm:ss"_s);
        QVERIFY2(qAbs(shown.secsTo(QDateTime(QDate(2026, 1, 5), QTime(12, 0)))) <= 2,
                 qPrintable(asked));
        // Once known, it is asked so at once.
        QVERIFY(ends(pbx.session->recordsSince(since)));
        QCOMPARE(pbx.count(u"cdr/search"_s), 3);
    }

    void secondsThatWorkAreNotAskedOtherwise()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.put(u"cdr/search"_s,
                FakeHttpTransport::json(
                    FakePbx::listOf('[' + row("a", "5503301", "1001", "ANSWERED", 9) + ']')));
        QVERIFY(ends(pbx.session->recordsSince(QDateTime::currentDateTime())));
        QVERIFY(ends(pbx.session->recordsSince(QDateTime::currentDateTime())));
        QCOMPARE(pbx.count(u"cdr/search"_s), 2);
    }

    void refusalOfBothWaysOfWritingIsTheAnswer()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.usual[u"cdr/search"_s] = {{u"errcode"_s, 40002}};
        const auto records = pbx.session->recordsSince(QDateTime::currentDateTime());
        QVERIFY(ends(records));
        QCOMPARE(records.result().error().code, u"40002"_s);
        QCOMPARE(pbx.count(u"cdr/search"_s), 2);
    }

    void recordOfACallIsTheOneThatTellsMostOfUs_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("chosen"); // from>to talk
        const auto a = [](const char* from, const char* to, const char* status, int talk = 0) {
            return row("9.1", from, to, status, talk);
        };
        QTest::newRow("only one") << QByteArray('[' + a("5503301", "1001", "ANSWERED", 9) + ']')
                                  << u"5503301>1001 9"_s;
        QTest::newRow("ours of several")
            << QByteArray('[' + a("5503301", "1002", "ANSWERED", 20) + ','
                          + a("5503301", "1001", "NO ANSWER") + ']')
            << u"5503301>1001 0"_s;
        QTest::newRow("our talk of several rings")
            << QByteArray('[' + a("5503301", "1001", "NO ANSWER") + ','
                          + a("5503301", "1001", "ANSWERED", 20) + ']')
            << u"5503301>1001 20"_s;
        QTest::newRow("who answered elsewhere, where there is none of ours")
            << QByteArray('[' + a("5503301", "6300", "NO ANSWER") + ','
                          + a("5503301", "1002", "ANSWERED", 20) + ']')
            << u"5503301>1002 20"_s;
        QTest::newRow("none of this call")
            << QByteArray('[' + row("9.2", "1", "1001", "BUSY") + ']') << QString();
    }

    void recordOfACallIsTheOneThatTellsMostOfUs()
    {
        QFETCH(const QByteArray, rows);
        QFETCH(const QString, chosen);
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.usual[u"cdr/search"_s] = FakePbx::listOf(rows);
        const auto record = pbx.session->recordOf(u"9.1"_s);
        QVERIFY(ends(record));
        if (chosen.isEmpty()) {
            QCOMPARE(record.result().error().kind, Error::Kind::NotFound);
            return;
        }
        const auto outcome = record.result();
        const auto& found = *outcome->record;
        QCOMPARE(u"%1>%2 %3"_s.arg(found.from, found.to).arg(found.talkSeconds), chosen);
    }

    void recordOfACallIsSoughtFromItsBeginning_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("secondsBack");
        const auto now = QDateTime::currentSecsSinceEpoch();
        QTest::newRow("an hour ago") << u"%1.17"_s.arg(now - 3600) << 3720;
        QTest::newRow("just now") << u"%1.000012"_s.arg(now) << 120;
        QTest::newRow("in the future") << u"%1.1"_s.arg(now + 999999) << 86400;
        QTest::newRow("last year") << u"%1.1"_s.arg(now - 365LL * 86400) << 86400;
        QTest::newRow("of another form") << u"abc"_s << 86400;
    }

    void recordOfACallIsSoughtFromItsBeginning()
    {
        QFETCH(const QString, call);
        QFETCH(const int, secondsBack);
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        QVERIFY(ends(pbx.session->recordOf(call)));
        HttpRequest first;
        for (const auto& request : std::as_const(pbx.http.requests))
            if (request.url.path().endsWith(u"cdr/search"_s) && first.url.isEmpty())
                first = request;
        const auto from = queryValue(first, u"start_time"_s).toLongLong();
        QVERIFY(qAbs(QDateTime::currentSecsSinceEpoch() - secondsBack - from) <= 5);
    }

    // Recordings

    void recordingIsFetchedWhereThePbxSays()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.usual[u"recording/download"_s] = {
            {u"errcode"_s, 0}, {u"download_resource_url"_s, u"/api/download/R-1.wav"_s}};
        pbx.silent = {QString()}; // the file itself, below no endpoint: answered by hand
        const auto audio = pbx.session->recording(u"20260105-a.wav"_s);
        QTRY_COMPARE(pbx.http.countOf(u"/api/download/R-1.wav"_s), 1);
        QCOMPARE(queryValue(pbx.last(u"recording/download"_s), u"file"_s), u"20260105-a.wav"_s);
        const auto& request = pbx.http.requests.last();
        QCOMPARE(queryValue(request, u"access_token"_s), pbx.token());
        QCOMPARE(request.url.host(), u"pbx.example.com"_s);
        pbx.http.answerLast(
            HttpReply{.status = 200, .headers = {{"content-type", "audio/wav"}}, .body = "RIFF"});
        QVERIFY(ends(audio));
        QCOMPARE(audio.result()->bytes, QByteArray("RIFF"));
        QCOMPARE(audio.result()->contentType, u"audio/wav"_s);
    }

    void recordingThatIsNotReadyIsAskedForAgain()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.put(u"recording/download"_s, FakePbx::code(60001));
        pbx.put(u"recording/download"_s, FakePbx::code(60001));
        pbx.usual[u"recording/download"_s] = {
            {u"errcode"_s, 0}, {u"download_resource_url"_s, u"/api/download/R-1.wav"_s}};
        pbx.silent = {QString()};
        const auto audio = pbx.session->recording(u"a.wav"_s);
        QTRY_COMPARE(pbx.http.countOf(u"/api/download/R-1.wav"_s), 1);
        QVERIFY(!audio.isFinished());
    }

    void recordingThatNeverComesIsNotFound()
    {
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.usual[u"recording/download"_s] = {{u"errcode"_s, 60001}};
        const auto audio = pbx.session->recording(u"a.wav"_s);
        QVERIFY(ends(audio));
        QCOMPARE(audio.result().error().kind, Error::Kind::NotFound);
        QCOMPARE(pbx.count(u"recording/download"_s), 3);
    }

    void whatIsNoRecordingIsNotTakenForOne_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("forbidden") << 403 << QByteArray("audio/wav");
        QTest::newRow("an error of the interface") << 200 << QByteArray("application/json");
        QTest::newRow("a page") << 200 << QByteArray("text/html; charset=utf-8");
    }

    void whatIsNoRecordingIsNotTakenForOne()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, type);
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.usual[u"recording/download"_s] = {
            {u"errcode"_s, 0}, {u"download_resource_url"_s, u"/api/download/R-1.wav"_s}};
        pbx.silent = {QString()};
        const auto audio = pbx.session->recording(u"a.wav"_s);
        QTRY_COMPARE(pbx.http.countOf(u"/api/download/R-1.wav"_s), 1);
        pbx.http.answerLast(
            HttpReply{.status = status, .headers = {{"Content-Type", type}}, .body = "x"});
        QVERIFY(ends(audio));
        QCOMPARE(audio.result().error().kind, Error::Kind::NotFound);
    }

    // The token goes with the request: it must not leave the PBX.
    void recordingIsNeverFetchedFromElsewhere_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("another host") << u"https://evil.example.com/a.wav"_s;
        QTest::newRow("another host without a scheme") << u"//evil.example.com/a.wav"_s;
        QTest::newRow("no path") << u"a.wav"_s;
        QTest::newRow("nothing") << QString();
    }

    void recordingIsNeverFetchedFromElsewhere()
    {
        QFETCH(const QString, place);
        FakePbx pbx;
        QVERIFY(pbx.connectSession());
        pbx.usual[u"recording/download"_s] = {{u"errcode"_s, 0},
                                              {u"download_resource_url"_s, place}};
        const auto audio = pbx.session->recording(u"a.wav"_s);
        QVERIFY(ends(audio));
        QVERIFY(!audio.result());
        for (const auto& request : std::as_const(pbx.http.requests))
            QCOMPARE(request.url.host(), u"pbx.example.com"_s);
    }
};

QTEST_GUILESS_MAIN(TestCloudOneSessionWishes)
#include "tst_cloudone_sessionwishes.moc"
