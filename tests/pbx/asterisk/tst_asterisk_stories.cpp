// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Frames of a real Asterisk 22, through switchboard and tracker: is the story told that happened?
#include "tests/pbx/asterisk/capture.h"

#include <QDir>
#include <QTest>

#include <random>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;

namespace {

//! What became of every call, for comparing two tellings of the same story.
QStringList outcomes(const Listener& listener)
{
    QStringList told;
    for (const auto& id : listener.order) {
        const auto call = listener.tracker.call(id).value_or(Call{});
        told.append(QStringList{id, toText(call.direction), toText(call.phase), toText(call.result),
                                call.remoteNumber, call.remoteName, call.queue, call.transferredTo}
                        .join(u'|'));
    }
    told.sort();
    return told;
}

QStringList captureNames()
{
    auto names = QDir(QStringLiteral(COMPANION_TEST_DATA "/asterisk"))
                     .entryList({u"*.jsonl"_s}, QDir::Files, QDir::Name);
    for (auto& name : names)
        name.chop(6);
    return names;
}

QList<CapturedLine> framesOf(const QString& capture)
{
    auto lines = readCapture(capture);
    lines.removeIf([](const CapturedLine& line) { return line.frame.isEmpty(); });
    return lines;
}

void rowForEachCapture()
{
    QTest::addColumn<QString>("capture");
    const auto names = captureNames();
    for (const auto& name : names)
        QTest::newRow(qPrintable(name)) << name;
}

} // namespace

class TestAsteriskStories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capturedCallIsToldAsItHappened_data();
    void capturedCallIsToldAsItHappened();
    void everyChannelIsForgottenInTheEnd_data() { rowForEachCapture(); }
    void everyChannelIsForgottenInTheEnd();
    void doubledFramesChangeNothing_data() { rowForEachCapture(); }
    void doubledFramesChangeNothing();
    void framesOfDifferentChannelsMayChangePlaces_data() { rowForEachCapture(); }
    void framesOfDifferentChannelsMayChangePlaces();
    void noCallIsLeftOverWhereverTheStreamIsCut_data() { rowForEachCapture(); }
    void noCallIsLeftOverWhereverTheStreamIsCut();
    void twoCallersAtOnceAreTwoCalls();
    void callsOfOthersAreNotTold();
    void rejectedFromHereIsDeclined();
    void clickToCallIsNeverAnIncomingCall_data();
    void clickToCallIsNeverAnIncomingCall();
    void originatedByAnotherProgramIsDialledToo();
    void withheldNumberIsNowhereInWhatIsTold();
    void callIsHeldBackUntilItsAnswerCame();
    void callThatEndedBeforeItsAnswerIsToldWhole();
    void linkedIdOfTheAnswerNamesTheCall();
    void lateStartTellsTheCallWithItsTimes();
    void snapshotAfterReconnectKeepsTheCallsId();
    void callGoneDuringTheOutageIsNotAlive();
    void recordIsThereWhenTheCallIsOverForUs();
};

void TestAsteriskStories::capturedCallIsToldAsItHappened_data()
{
    QTest::addColumn<QString>("capture");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QString>("direction");
    QTest::addColumn<QString>("phases");
    QTest::addColumn<QString>("remote");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("result");
    QTest::addColumn<int>("talkSeconds");
    QTest::addColumn<QString>("more"); // queue, did, answeredBy, transferredTo, failure

    const auto row = [](const char* capture, const char* extension, const char* direction,
                        const char* phases, const char* remote, const char* name,
                        const char* result, int talkSeconds, const char* more) {
        QTest::newRow(
            qPrintable(u"%1 as %2"_s.arg(QLatin1String(capture), QLatin1String(extension))))
            << QString::fromUtf8(capture) << QString::fromUtf8(extension)
            << QString::fromUtf8(direction) << QString::fromUtf8(phases)
            << QString::fromUtf8(remote) << QString::fromUtf8(name) << QString::fromUtf8(result)
            << talkSeconds << QString::fromUtf8(more);
    };
    const auto acme = "+493023125001";
    const auto answered = "ringing connected ended";
    const auto missed = "ringing ended";
    const auto direct = ",5551001,,,";
    row("01-inbound-answered-caller-hangs-up", "1001", "inbound", answered, acme, "ACME Ltd",
        "answered", 2, direct);
    row("02-inbound-answered-callee-hangs-up", "1001", "inbound", answered, acme, "ACME Ltd",
        "answered", 2, direct);
    row("03-inbound-missed-timeout", "1001", "inbound", missed, acme, "ACME Ltd", "missed", 0,
        direct);
    row("04-inbound-cancelled-by-caller", "1001", "inbound", missed, acme, "ACME Ltd", "missed", 0,
        direct);
    row("05-inbound-busy", "1001", "inbound", missed, acme, "ACME Ltd", "declined", 0,
        ",5551001,,,486 User busy");
    row("06-inbound-declined", "1001", "inbound", missed, acme, "ACME Ltd", "declined", 0,
        ",5551001,,,603 Call Rejected");
    row("11-inbound-anonymous", "1001", "inbound", answered, "", "", "answered", 1, direct);
    row("13-inbound-utf8-name", "1001", "inbound", answered, acme, "Jürgen Søren 株式会社 😀",
        "answered", 1, direct);
    row("15-inbound-recorded", "1001", "internal", answered, "1002", "Bob Example", "answered", 2,
        ",,,,");
    row("16-ring-group-answered-elsewhere", "1001", "inbound", missed, acme, "ACME Ltd",
        "answeredElsewhere", 0, "6200,5556200,1002,,");
    row("16-ring-group-answered-elsewhere", "1002", "inbound", answered, acme, "ACME Ltd",
        "answered", 2, "6200,5556200,,,");
    row("18-queue-answered", "1001", "inbound", answered, acme, "ACME Ltd", "answered", 3,
        "6400,5556400,,,");
    row("18-queue-answered", "1002", "inbound", missed, acme, "ACME Ltd", "answeredElsewhere", 0,
        "6400,5556400,1001,,");
    row("21-outgoing-answered", "1001", "outbound", "dialling connected ended", "03023125999", "",
        "answered", 2, ",,,,");
    row("23-outgoing-busy", "1001", "outbound", "dialling ended", "03023125999", "", "busy", 0,
        ",,,,486 User busy");
    row("25-outgoing-no-such-number", "1001", "outbound", "dialling ended", "03023125000", "",
        "failed", 0, ",,,,404 Unallocated (unassigned) number");
    row("27-internal", "1001", "internal", "dialling connected ended", "1002", "Bob Example",
        "answered", 2, ",,,,");
    row("27-internal", "1002", "internal", answered, "1001", "Alice Example", "answered", 2,
        ",,,,");
    row("36-hold-by-own-phone", "1001", "inbound", "ringing connected held connected ended", acme,
        "ACME Ltd", "answered", 5, direct);
    row("37-hold-by-other-side", "1001", "inbound", answered, acme, "ACME Ltd", "answered", 5,
        direct);
    row("39-blind-transfer", "1001", "inbound", answered, acme, "ACME Ltd", "answered", 2,
        ",5551001,,1002,");
    row("39-blind-transfer", "1002", "inbound", answered, acme, "ACME Ltd", "answered", 3, direct);
    row("41-attended-transfer", "1001", "internal", "ringing connected held connected ended",
        "1003", "Carol Example", "answered", 7, ",,,1002,");
    row("41-attended-transfer", "1002", "internal", answered, "1003", "Carol Example", "answered",
        8, ",,,,");
    row("41-attended-transfer", "1003", "internal", "dialling connected ended", "1002",
        "Bob Example", "answered", 12, ",,,,");
    row("43-pickup-by-redirect", "1001", "inbound", answered, acme, "ACME Ltd", "answered", 2,
        ",5551002,,,");
    row("43-pickup-by-redirect", "1002", "inbound", missed, acme, "ACME Ltd", "answeredElsewhere",
        0, ",5551002,1001,,");
    row("46-companion-hangs-up", "1001", "inbound", answered, acme, "ACME Ltd", "answered", 2,
        direct);
    row("48-linkedid-inbound", "1001", "inbound", answered, acme, "ACME Ltd", "answered", 1,
        direct);
    row("49-linkedid-queue-local-members", "1001", "inbound", answered, acme, "ACME Ltd",
        "answered", 2, "6401,5556401,,,");
    row("49-linkedid-queue-local-members", "1002", "inbound", missed, acme, "ACME Ltd",
        "answeredElsewhere", 0, "6401,5556401,1001,,");
    row("52-event-filter", "1001", "inbound", answered, acme, "ACME Ltd", "answered", 1, direct);
    row("54-read-only-user", "1001", "inbound", answered, acme, "ACME Ltd", "answered", 3, direct);
}

void TestAsteriskStories::capturedCallIsToldAsItHappened()
{
    QFETCH(QString, capture);
    QFETCH(QString, extension);
    Listener listener(extension);
    listener.hearAll(capture);
    QCOMPARE(listener.order.size(), 1);
    const auto call = listener.call();
    QTEST(QString(toText(call.direction)), "direction");
    QTEST(listener.story(), "phases");
    QTEST(call.remoteNumber, "remote");
    QTEST(call.remoteName, "name");
    QTEST(QString(toText(call.result)), "result");
    QTEST(call.talkSeconds, "talkSeconds");
    const QStringList more{call.queue, call.did, call.answeredBy, call.transferredTo, call.failure};
    QTEST(more.join(u','), "more");
    QVERIFY(call.hasRecord);
    QCOMPARE(call.recording, capture.startsWith("15-"_L1) ? u"1795455777.370.wav"_s : QString());
}

void TestAsteriskStories::everyChannelIsForgottenInTheEnd()
{
    QFETCH(QString, capture);
    Listener listener(u"1001"_s);
    listener.hearAll(capture);
    QCOMPARE(listener.board.graph().size(), 0);
    QVERIFY(listener.tracker.activeCalls().isEmpty());
    QVERIFY(listener.board.alive().isEmpty());
}

void TestAsteriskStories::doubledFramesChangeNothing()
{
    QFETCH(QString, capture);
    Listener once(u"1001"_s);
    once.hearAll(capture);
    Listener twice(u"1001"_s);
    const auto lines = framesOf(capture);
    for (const auto& line : lines) {
        twice.hear(line.frame, line.at);
        if (!line.frame.contains(R"("ChannelDestroyed")"_L1))
            twice.hear(line.frame, line.at);
    }
    QCOMPARE(outcomes(twice), outcomes(once));
}

void TestAsteriskStories::framesOfDifferentChannelsMayChangePlaces()
{
    // Measured: a channel's own events come in order, those of two are up to 5 ms apart.
    QFETCH(QString, capture);
    Listener inOrder(u"1001"_s);
    inOrder.hearAll(capture);
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        auto lines = framesOf(capture);
        const auto channelOf = [](const CapturedLine& line) {
            const auto event = pbx::asterisk::parseEvent(line.frame, line.at);
            return event ? QStringList{event->channel.id, event->other ? event->other->id : u"-"_s}
                         : QStringList{};
        };
        for (qsizetype at = 1; at < lines.size(); ++at) {
            const auto before = channelOf(lines.at(at - 1));
            const auto after = channelOf(lines.at(at));
            const bool isSame = std::any_of(before.cbegin(), before.cend(), [&](const QString& id) {
                return id != u"-"_s && after.contains(id);
            });
            if (!isSame && lines.at(at - 1).at.msecsTo(lines.at(at).at) <= 5 && random() % 2 == 0)
                lines.swapItemsAt(at - 1, at);
        }
        Listener shuffled(u"1001"_s);
        for (const auto& line : std::as_const(lines))
            shuffled.hear(line.frame, line.at);
        QCOMPARE(outcomes(shuffled), outcomes(inOrder));
    }
}

void TestAsteriskStories::noCallIsLeftOverWhereverTheStreamIsCut()
{
    QFETCH(QString, capture);
    const auto lines = framesOf(capture);
    for (qsizetype end = 1; end <= lines.size(); ++end) {
        Listener listener(u"1001"_s);
        for (qsizetype at = 0; at < end; ++at)
            listener.hear(lines.at(at).frame, lines.at(at).at);
        const auto now = lines.at(end - 1).at;
        listener.take(listener.board.takeAll({}, {}, now)); // connected again: nothing is there
        const auto ended = listener.tracker.endAllBut(listener.board.alive(), now);
        for (const auto& change : ended)
            listener.note(change);
        QVERIFY(listener.tracker.activeCalls().isEmpty());
        QCOMPARE(listener.board.graph().size(), 0);
        QVERIFY(!listener.board.isWaiting());
    }
}

void TestAsteriskStories::twoCallersAtOnceAreTwoCalls()
{
    Listener listener(u"1001"_s);
    listener.hearAll(u"10-inbound-two-at-once"_s);
    QCOMPARE(listener.order.size(), 2);
    QCOMPARE(listener.call(0).remoteName, u"ACME Ltd"_s);
    QCOMPARE(listener.call(0).talkSeconds, 7);
    QCOMPARE(listener.call(1).remoteName, u"Globex"_s);
    QCOMPARE(listener.call(1).talkSeconds, 2);
    QCOMPARE(listener.story(0), u"ringing connected ended"_s);
    QCOMPARE(listener.story(1), u"ringing connected ended"_s);
}

void TestAsteriskStories::callsOfOthersAreNotTold()
{
    Listener listener(u"1004"_s);
    const auto names = captureNames();
    for (const auto& name : names)
        listener.hearAll(name);
    QVERIFY(listener.order.isEmpty());
    QCOMPARE(listener.tracker.size(), 0);
}

void TestAsteriskStories::rejectedFromHereIsDeclined()
{
    Listener listener(u"1001"_s);
    const auto lines = readCapture(u"44-companion-rejects-ringing-call"_s);
    for (const auto& line : lines) {
        if (line.request["method"_L1].toString() == "DELETE"_L1)
            listener.tracker.setDeclined(listener.order.constFirst(), true);
        if (!line.frame.isEmpty())
            listener.hear(line.frame, line.at);
    }
    QCOMPARE(listener.call().result, CallResult::Declined);
}

void TestAsteriskStories::clickToCallIsNeverAnIncomingCall_data()
{
    QTest::addColumn<QString>("capture");
    QTest::addColumn<QString>("direction");
    QTest::addColumn<QString>("phases");
    QTest::addColumn<QString>("result");
    QTest::addColumn<int>("talkSeconds");
    QTest::newRow("answered") << u"28-click-to-call-answered"_s << u"outbound"_s
                              << u"dialling connected ended"_s << u"answered"_s << 4;
    QTest::newRow("callee busy") << u"29-click-to-call-callee-busy"_s << u"outbound"_s
                                 << u"dialling ended"_s << u"busy"_s << 0;
    QTest::newRow("own phone declines") << u"30-click-to-call-own-phone-declines"_s << u"outbound"_s
                                        << u"dialling ended"_s << u"declined"_s << 0;
    QTest::newRow("own phone not answered")
        << u"31-click-to-call-own-phone-not-answered"_s << u"outbound"_s << u"dialling ended"_s
        << u"noAnswer"_s << 0;
    QTest::newRow("to a colleague") << u"33-click-to-call-internal"_s << u"internal"_s
                                    << u"dialling connected ended"_s << u"answered"_s << 3;
    QTest::newRow("with linked ids") << u"50-linkedid-click-to-call"_s << u"outbound"_s
                                     << u"dialling connected ended"_s << u"answered"_s << 3;
}

void TestAsteriskStories::clickToCallIsNeverAnIncomingCall()
{
    QFETCH(QString, capture);
    // The answer to the request may come before, between and after the frames.
    const auto lines = readCapture(capture);
    for (const bool isEarly : {true, false}) {
        Listener listener(u"1001"_s);
        const auto expect = [&](const CapturedLine& line) {
            const auto channel = line.answer.toObject();
            const auto change = listener.tracker.expectOutgoing(
                channel["id"_L1].toString(), channel["connected"_L1]["number"_L1].toString(),
                line.at);
            if (change)
                listener.note(*change);
        };
        const auto isDial = [](const CapturedLine& line) {
            return line.request["method"_L1].toString() == "POST"_L1;
        };
        const auto dial = std::find_if(lines.cbegin(), lines.cend(), isDial);
        QVERIFY(dial != lines.cend());
        if (isEarly)
            expect(*dial);
        for (const auto& line : lines) {
            if (!isEarly && isDial(line))
                expect(line);
            if (!line.frame.isEmpty())
                listener.hear(line.frame, line.at);
        }
        QCOMPARE(listener.order.size(), 1);
        QTEST(QString(toText(listener.call().direction)), "direction");
        QTEST(listener.story(), "phases");
        QTEST(QString(toText(listener.call().result)), "result");
        QTEST(listener.call().talkSeconds, "talkSeconds");
        QVERIFY(listener.call().placedHere);
    }
}

void TestAsteriskStories::originatedByAnotherProgramIsDialledToo()
{
    Listener listener(u"1001"_s);
    listener.hearAll(u"28-click-to-call-answered"_s);
    QCOMPARE(listener.call().direction, CallDirection::Outbound);
    QCOMPARE(listener.call().remoteNumber, u"03023125999"_s);
    QCOMPARE(listener.story(), u"dialling connected ended"_s);
    QCOMPARE(listener.call().talkSeconds, 4);
}

void TestAsteriskStories::withheldNumberIsNowhereInWhatIsTold()
{
    // Every event shows it in the clear: only the variable says that the caller withheld it.
    pbx::asterisk::Switchboard board;
    board.setOwn(u"PJSIP/1001"_s, u"from-phone"_s);
    const auto lines = framesOf(u"01-inbound-answered-caller-hangs-up"_s);
    QList<CallEvent> told;
    for (const auto& line : lines) {
        told += board.take(*pbx::asterisk::parseEvent(line.frame, line.at));
        const auto asked = board.takeQuestions();
        for (const auto& question : asked)
            told += board.answer(question.channel, {.linkedId = {}, .isWithheld = true});
    }
    QVERIFY(told.size() > 3);
    CallTracker tracker(u"1001"_s);
    for (const auto& event : std::as_const(told)) {
        for (const auto& leg : event.legs) {
            QVERIFY(!leg.number.contains("493023125001"_L1));
            QVERIFY(!leg.otherNumber.contains("493023125001"_L1));
            QVERIFY(!leg.name.contains("ACME"_L1));
        }
        QVERIFY(!event.record || event.record->from.isEmpty());
        (void)tracker.apply(event);
    }
    const auto call = tracker.calls().constFirst();
    QVERIFY(call.isWithheld);
    QCOMPARE(call.remoteNumber, QString());
    QCOMPARE(call.result, CallResult::Answered);
    QCOMPARE(call.did, u"5551001"_s);
}

void TestAsteriskStories::callIsHeldBackUntilItsAnswerCame()
{
    Listener listener(u"1001"_s);
    listener.isAnswering = false;
    const auto lines = framesOf(u"01-inbound-answered-caller-hangs-up"_s);
    qsizetype at = 0;
    for (; listener.board.takeQuestions().isEmpty(); ++at)
        listener.hear(lines.at(at).frame, lines.at(at).at);
    QVERIFY(listener.board.isWaiting());
    for (const auto until = at + 8; at < until; ++at)
        listener.hear(lines.at(at).frame, lines.at(at).at);
    QVERIFY(listener.order.isEmpty());
    listener.take(listener.board.answer(u"1795455722.339"_s, {}));
    QCOMPARE(listener.order.size(), 1);
    QVERIFY(listener.story().startsWith("ringing"_L1));
}

void TestAsteriskStories::callThatEndedBeforeItsAnswerIsToldWhole()
{
    Listener listener(u"1001"_s);
    listener.isAnswering = false;
    listener.hearAll(u"04-inbound-cancelled-by-caller"_s);
    QVERIFY(listener.order.isEmpty());
    listener.take(listener.board.answer(u"1795455737.345"_s, {}));
    QCOMPARE(listener.story(), u"ringing ended"_s);
    QCOMPARE(listener.call().result, CallResult::Missed);
    QVERIFY(!listener.board.isWaiting());
    QVERIFY(listener.board.recordOf(listener.order.constFirst()).has_value());
}

void TestAsteriskStories::linkedIdOfTheAnswerNamesTheCall()
{
    Listener listener(u"1001"_s);
    listener.answerWith = [](const QString&) {
        return pbx::asterisk::Answer{.linkedId = u"1795455000.1"_s};
    };
    listener.hearAll(u"01-inbound-answered-caller-hangs-up"_s);
    QCOMPARE(listener.order, QStringList{u"1795455000.1"_s});
    QCOMPARE(listener.story(), u"ringing connected ended"_s);
}

void TestAsteriskStories::lateStartTellsTheCallWithItsTimes()
{
    Listener listener(u"1001"_s);
    listener.answerWith = [](const QString&) {
        return pbx::asterisk::Answer{.linkedId = u"1795455858.412"_s};
    };
    const auto lines = readCapture(u"34-late-start"_s);
    const auto find = [&](QLatin1StringView target) {
        return std::find_if(lines.cbegin(), lines.cend(), [&](const CapturedLine& line) {
            return line.request["target"_L1].toString() == target;
        });
    };
    const auto channels = find("/ari/channels"_L1);
    const auto bridges = find("/ari/bridges"_L1);
    QVERIFY(channels != lines.cend() && bridges != lines.cend());
    listener.take(listener.board.takeAll(pbx::asterisk::parseChannels(channels->answer.toArray()),
                                         pbx::asterisk::parseBridges(bridges->answer.toArray()),
                                         bridges->at));
    listener.answerAll();
    QCOMPARE(listener.board.alive(), QSet<CallId>{u"1795455858.412"_s});
    QCOMPARE(listener.call().phase, CallPhase::Connected);
    QCOMPARE(listener.call().direction, CallDirection::Inbound);
    QCOMPARE(listener.call().remoteNumber, u"+493023125001"_s);
    QCOMPARE(listener.call().remoteName, u"ACME Ltd"_s);
    QCOMPARE(listener.call().startedAt.toUTC().toString(u"HH:mm:ss.zzz"_s), u"17:44:18.150"_s);
    QCOMPARE(listener.call().answeredAt.toUTC().toString(u"HH:mm:ss.zzz"_s), u"17:44:18.701"_s);
    for (const auto& line : lines)
        if (!line.frame.isEmpty())
            listener.hear(line.frame, line.at);
    QCOMPARE(listener.call().result, CallResult::Answered);
    QCOMPARE(listener.call().talkSeconds, 4);
}

void TestAsteriskStories::snapshotAfterReconnectKeepsTheCallsId()
{
    const auto lines = framesOf(u"01-inbound-answered-caller-hangs-up"_s);
    Listener listener(u"1001"_s);
    const auto isUp = [](const CapturedLine& line) {
        return line.frame.contains("ChannelEnteredBridge"_L1);
    };
    const auto cut = std::find_if(lines.cbegin(), lines.cend(), isUp) + 2;
    QList<pbx::asterisk::ChannelView> alive;
    for (auto line = lines.cbegin(); line != cut; ++line) {
        listener.hear(line->frame, line->at);
        const auto event = *pbx::asterisk::parseEvent(line->frame, line->at);
        alive.removeIf([&](const auto& view) { return view.id == event.channel.id; });
        if (!event.channel.id.isEmpty())
            alive.append(event.channel);
    }
    const auto before = listener.order;
    QCOMPARE(before.size(), 1);
    listener.answerWith = [](const QString&) {
        return pbx::asterisk::Answer{.linkedId = u"x"_s};
    };
    listener.take(listener.board.takeAll(alive, {}, cut->at));
    listener.answerAll();
    QCOMPARE(listener.board.alive(), QSet<CallId>(before.cbegin(), before.cend()));
    for (auto line = cut; line != lines.cend(); ++line)
        listener.hear(line->frame, line->at);
    QCOMPARE(listener.order, before);
    QCOMPARE(listener.story(), u"ringing connected ended"_s);
    QCOMPARE(listener.call().talkSeconds, 2);
}

void TestAsteriskStories::callGoneDuringTheOutageIsNotAlive()
{
    const auto lines = framesOf(u"01-inbound-answered-caller-hangs-up"_s);
    Listener listener(u"1001"_s);
    for (const auto& line : lines) {
        if (line.frame.contains("ChannelHangupRequest"_L1))
            break;
        listener.hear(line.frame, line.at);
    }
    QCOMPARE(listener.call().phase, CallPhase::Connected);
    listener.take(listener.board.takeAll({}, {}, lines.constLast().at));
    const auto ended = listener.tracker.endAllBut(listener.board.alive(), lines.constLast().at);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.constFirst().call.result, CallResult::Answered);
    const auto record = listener.board.recordOf(ended.constFirst().call.id);
    QVERIFY(!record);
    QCOMPARE(record.error().kind, Error::Kind::Unsupported); // nothing more is to come
}

void TestAsteriskStories::recordIsThereWhenTheCallIsOverForUs()
{
    Listener listener(u"1001"_s);
    const auto lines = framesOf(u"39-blind-transfer"_s);
    bool wasOver = false;
    for (const auto& line : lines) {
        listener.hear(line.frame, line.at);
        if (listener.order.isEmpty())
            continue;
        const auto record = listener.board.recordOf(listener.order.constFirst());
        wasOver = wasOver || listener.call().isOver();
        QCOMPARE(record.has_value(), wasOver);
        if (record)
            QCOMPARE(record->record->talkSeconds, 2);
    }
    QVERIFY(wasOver);
}

QTEST_GUILESS_MAIN(TestAsteriskStories)
#include "tst_asterisk_stories.moc"
