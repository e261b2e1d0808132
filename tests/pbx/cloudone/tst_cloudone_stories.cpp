// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/pbx/cloudone/sandboxlink.h"
#include "tests/sandbox/pbx/storybook.h"

#include <QRegularExpression>
#include <QTest>

using namespace companion;
using namespace companion::pbx::cloudone;
using namespace companion::pbx::cloudone::test;
using namespace Qt::StringLiterals;

namespace {

// Those that leave a call or take a count: they have tests of their own.
const QStringList toldOtherwise{u"frozen-mid-call"_s, u"many"_s, u"burst"_s};

QMap<QString, QString> storyTable()
{
    QMap<QString, QString> table;
    QFile file(QStringLiteral(COMPANION_TEST_DATA) + u"/cloudone/stories.tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return table;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines)
        table.insert(line.section(u'\t', 0, 0), line.section(u'\t', 1));
    return table;
}

//! "inbound: ringing connected ended | answered +14155551212 21s": what the card showed one after
//! the other, and what goes into the history.
QString describe(const Call& call, const QList<CallTransition>& transitions)
{
    QStringList phases;
    for (const auto& transition : transitions) {
        const QString phase = toText(transition.call.phase);
        if (transition.call.id == call.id && (phases.isEmpty() || phases.last() != phase))
            phases.append(phase);
    }
    QStringList words{QString(toText(call.result)),
                      call.isWithheld ? u"withheld"_s : call.remoteNumber.left(20),
                      u"%1s"_s.arg(call.talkSeconds)};
    const auto add = [&words](const QString& key, const QString& value) {
        if (!value.isEmpty())
            words.append(key + u'=' + value);
    };
    add(u"name"_s, call.remoteName);
    add(u"queue"_s, call.queue);
    add(u"by"_s, call.answeredBy);
    add(u"to"_s, call.transferredTo);
    add(u"failure"_s, call.failure);
    add(u"recording"_s, call.recording.isEmpty() ? QString() : u"yes"_s);
    add(u"record"_s, call.hasRecord ? QString() : u"none"_s);
    return QString(toText(call.direction)) + u": "_s + phases.join(u' ') + u" | "_s
        + words.join(u' ');
}

QString describe(const SandboxLink& link)
{
    QStringList calls;
    for (const auto& call : link.tracker.calls())
        calls.append(describe(call, link.transitions));
    return calls.join(u" ;; "_s);
}

//! The same text, where seconds may differ a little: the PBX's clock is the machine's.
bool isSame(const QString& told, const QString& wanted)
{
    static const QRegularExpression seconds(u"\\b(\\d+)s\\b"_s);
    constexpr int slack = 2;
    auto one = seconds.globalMatch(told);
    auto other = seconds.globalMatch(wanted);
    while (one.hasNext() && other.hasNext())
        if (qAbs(one.next().captured(1).toInt() - other.next().captured(1).toInt()) > slack)
            return false;
    return QString(told).replace(seconds, u"#"_s) == QString(wanted).replace(seconds, u"#"_s);
}

QByteArray difference(const QString& told, const QString& wanted)
{
    return (u"\n   told: "_s + told + u"\n wanted: "_s + wanted).toUtf8();
}

} // namespace

class TestCloudOneStories : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SandboxLink> m_link;

private Q_SLOTS:
    void initTestCase()
    {
        m_link = std::make_unique<SandboxLink>();
        QVERIFY(m_link->connectSession());
    }

    void cleanupTestCase() { m_link.reset(); }

    void init() { m_link->forgetCalls(); }

    void storyIsToldRight_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("told");
        const auto table = storyTable();
        for (const auto& story : sandbox::storybook())
            if (!toldOtherwise.contains(story.name))
                QTest::newRow(qPrintable(story.name))
                    << story.name << table.value(story.name, u"(not in the table)"_s);
    }

    void storyIsToldRight()
    {
        QFETCH(const QString, story);
        QFETCH(const QString, told);
        QVERIFY(m_link->play(story));
        // What a sleep swallows is never told again; waking up means asking.
        if (story == "ended-while-frozen"_L1)
            m_link->session->reconnectNow();
        QVERIFY(m_link->drain());
        if (story == "end-record-late"_L1)
            QTRY_VERIFY(m_link->tracker.calls().first().hasRecord);
        QVERIFY(m_link->completeRecords());
        QVERIFY2(isSame(describe(*m_link), told), difference(describe(*m_link), told).constData());
        QVERIFY(m_link->tracker.activeCalls().isEmpty());
    }

    // However the PBX words its frames, the story is the same.
    void storyIsToldRightInEveryShape_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QJsonObject>("shape");
        const QList<QJsonObject> shapes{
            {{u"frames"_s, u"legs"_s}, {u"endRecord"_s, u"before"_s}, {u"trunkRings"_s, true}},
            {{u"frames"_s, u"full"_s},
             {u"endRecord"_s, u"between"_s},
             {u"endRecordForEachLeg"_s, true},
             {u"messageAsObject"_s, true}},
            {{u"frames"_s, u"legs"_s},
             {u"doubled"_s, true},
             {u"endRecord"_s, u"never"_s},
             {u"blankCallPath"_s, true}},
            {{u"endRecord"_s, u"twice"_s}, {u"doubledBye"_s, true}, {u"numericStrings"_s, true}}};
        using namespace sandbox;
        for (const auto& story : incomingStories() + groupStories() + outgoingStories()
                 + handoverStories() + severalCallStories())
            for (const auto& shape : shapes)
                if (!toldOtherwise.contains(story.name) && story.shape.isEmpty())
                    QTest::newRow(qPrintable(
                        story.name + u' '
                        + QString::fromUtf8(QJsonDocument(shape).toJson(QJsonDocument::Compact))))
                        << story.name << shape;
    }

    void storyIsToldRightInEveryShape()
    {
        QFETCH(const QString, story);
        QFETCH(const QJsonObject, shape);
        static const auto table = storyTable();
        QVERIFY(m_link->play(story, {{u"shape"_s, shape}}));
        QVERIFY(m_link->drain());
        QVERIFY(m_link->completeRecords());
        QVERIFY2(m_link->tracker.activeCalls().isEmpty(), qPrintable(describe(*m_link)));
        // Phases may come together or apart; what is left in the end may not differ. How long we
        // talked before others went on is told by the clock, and a story has one of its own.
        const bool hasOwnPart = story.contains(u"transfer"_s) || story.startsWith(u"conference"_s);
        const auto ends = [hasOwnPart](const QString& calls) {
            static const QRegularExpression seconds(u"\\b\\d+s\\b"_s);
            QStringList list;
            const auto each = calls.split(u" ;; "_s);
            for (const auto& call : each)
                list.append(call.section(u':', 0, 0) + call.section(u'|', 1));
            return hasOwnPart ? list.join(u';').remove(seconds) : list.join(u';');
        };
        const QString told = ends(describe(*m_link));
        const QString wanted = ends(table.value(story));
        QVERIFY2(isSame(told, wanted), difference(told, wanted).constData());
    }

    void manyCallsAtOnceAreAllTold()
    {
        QVERIFY(m_link->play(u"many"_s, {{u"count"_s, 50}}));
        QVERIFY(m_link->drain());
        QCOMPARE(m_link->tracker.calls().size(), 50);
        QVERIFY(m_link->tracker.activeCalls().isEmpty());
        for (const auto& call : m_link->tracker.calls())
            QCOMPARE(call.result, CallResult::Missed);
    }

    void callsOfOthersAreNeverShown()
    {
        QVERIFY(m_link->play(u"burst"_s, {{u"count"_s, 300}}));
        QVERIFY(m_link->drain());
        QVERIFY(m_link->transitions.isEmpty());
        QCOMPARE(m_link->tracker.size(), 0);
    }

    // Late start

    void callThatIsThereAlreadyShowsUp_data()
    {
        QTest::addColumn<bool>("isAnswered");
        QTest::addColumn<QString>("told");
        QTest::newRow("ringing") << false << u"inbound: ringing ended | missed +14155551212 0s"_s;
        QTest::newRow("talking") << true
                                 << u"inbound: connected ended | answered +14155551212 21s"_s;
    }

    void callThatIsThereAlreadyShowsUp()
    {
        QFETCH(const bool, isAnswered);
        QFETCH(const QString, told);
        SandboxLink link;
        sandbox::CallOrder order;
        order.from = u"+14155551212"_s;
        order.to = u"1001"_s;
        auto& exchange = link.pbx->exchange();
        const auto call = exchange.place(order).callId;
        if (isAnswered) {
            QCOMPARE(exchange.answer(call).code, 0);
            exchange.advanceClock(call, 21000);
        }
        QVERIFY(link.connectSession());
        QCOMPARE(link.tracker.activeCalls().size(), 1);
        QCOMPARE(link.tracker.activeCalls().first().phase,
                 isAnswered ? CallPhase::Connected : CallPhase::Ringing);
        (void)exchange.hangUp(call, sandbox::Exchange::Party::Caller);
        QVERIFY(link.drain());
        QVERIFY2(isSame(describe(link), told), difference(describe(link), told).constData());
    }

    void callsThatEndedWhileAwayAreInTheRecords()
    {
        SandboxLink link;
        QVERIFY(link.connectSession());
        const auto since = QDateTime::currentDateTime().addSecs(-2);
        (void)link.session->stop(PbxLink::Stop::KeepSession);
        QVERIFY(link.play(u"inbound-answered"_s));
        QVERIFY(link.play(u"others-only"_s));
        QVERIFY(link.play(u"outgoing-busy"_s));
        link.start();
        QVERIFY(link.becomes(LinkState::Connected));
        QVERIFY(link.tracker.calls().isEmpty());
        const auto records = link.session->recordsSince(since);
        QTRY_VERIFY(records.isFinished());
        QVERIFY(records.result());
        QCOMPARE(records.result()->size(), 2);
        QCOMPARE(records.result()->at(0).record->disposition, CallRecord::Disposition::Busy);
        QCOMPARE(records.result()->at(1).record->disposition, CallRecord::Disposition::Answered);
        QCOMPARE(records.result()->at(1).record->talkSeconds, 21);
    }

    // Dialling and call control, against the PBX's own idea of them

    void dialledCallIsOursFromTheStart()
    {
        auto settings = m_link->pbx->settings();
        settings.ownPickUpMs = 1;
        settings.farEndMs = 1;
        m_link->pbx->setSettings(settings);
        const auto dialled = m_link->session->dial(u"+14155551212"_s);
        QTRY_VERIFY(dialled.isFinished());
        QVERIFY(dialled.result());
        const auto id = *dialled.result();
        m_link->note(
            m_link->tracker.expectOutgoing(id, u"+14155551212"_s, QDateTime::currentDateTime()));
        QTRY_VERIFY(m_link->tracker.call(id)
                    && m_link->tracker.call(id)->phase == CallPhase::Connected);
        const auto call = *m_link->tracker.call(id);
        QCOMPARE(call.direction, CallDirection::Outbound);
        for (const auto& transition : std::as_const(m_link->transitions))
            QVERIFY(transition.call.phase != CallPhase::Ringing);
        const auto hungUp = m_link->session->act(call, CallAction::HangUp, {});
        QTRY_VERIFY(hungUp.isFinished());
        QVERIFY(hungUp.result());
        QTRY_COMPARE(m_link->tracker.call(id)->phase, CallPhase::Ended);
        settings.ownPickUpMs = -1;
        settings.farEndMs = -1;
        m_link->pbx->setSettings(settings);
    }

    void dialThatFailsSaysWhy_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("result");
        const auto fails = [](const QString& number, const QString& reason, CallResult result) {
            QTest::newRow(qPrintable(reason)) << number << reason << static_cast<int>(result);
        };
        fails(u"+12125550486"_s, u"486 Busy here"_s, CallResult::Busy);
        fails(u"+12125550603"_s, u"603 Declined"_s, CallResult::Declined);
        fails(u"+12125550404"_s, u"404 NOT found"_s, CallResult::Failed);
        fails(u"+12125550408"_s, u"408 Request Time"_s, CallResult::NoAnswer);
        fails(u"+12125550020"_s, u"Line Unreachable"_s, CallResult::Failed);
        fails(u"+12125550019"_s, u"NO Outbound Restrictin"_s, CallResult::Failed);
    }

    void dialThatFailsSaysWhy()
    {
        QFETCH(const QString, number);
        QFETCH(const QString, reason);
        QFETCH(const int, result);
        auto settings = m_link->pbx->settings();
        settings.ownPickUpMs = 1;
        m_link->pbx->setSettings(settings);
        const auto dialled = m_link->session->dial(number);
        QTRY_VERIFY(dialled.isFinished());
        QVERIFY(dialled.result()); // accepted; that it fails is told later
        const auto id = *dialled.result();
        m_link->note(m_link->tracker.expectOutgoing(id, number, QDateTime::currentDateTime()));
        QTRY_COMPARE(m_link->tracker.call(id)->phase, CallPhase::Ended);
        QCOMPARE(m_link->tracker.call(id)->failure, reason);
        QCOMPARE(static_cast<int>(m_link->tracker.call(id)->result), result);
        settings.ownPickUpMs = -1;
        m_link->pbx->setSettings(settings);
    }

    void callIsControlledByItsChannels()
    {
        auto& exchange = m_link->pbx->exchange();
        sandbox::CallOrder order;
        order.from = u"+14155551212"_s;
        order.to = u"1001"_s;
        const auto id = exchange.place(order).callId;
        QCOMPARE(exchange.answer(id).code, 0);
        const auto now = [&] {
            return m_link->tracker.call(id).value_or(Call{});
        };
        QTRY_COMPARE(now().phase, CallPhase::Connected);
        const auto does = [&](CallAction action, const QString& target = {}) {
            const auto done = m_link->session->act(now(), action, target);
            return QTest::qWaitFor([&] { return done.isFinished(); }) && done.result();
        };
        QVERIFY(does(CallAction::Hold));
        QTRY_COMPARE(now().phase, CallPhase::Held);
        QVERIFY(!does(CallAction::Hold)); // refused: the call stays as it is
        QCOMPARE(now().phase, CallPhase::Held);
        QVERIFY(does(CallAction::Resume));
        QTRY_COMPARE(now().phase, CallPhase::Connected);
        QVERIFY(does(CallAction::Mute));
        QVERIFY(does(CallAction::Unmute));
        QVERIFY(does(CallAction::AttendedTransfer, u"1002"_s));
        QCOMPARE(exchange.answer(id, u"1002"_s).code, 0);
        QVERIFY(m_link->session->actionsFor(now()).contains(CallAction::CompleteTransfer));
        QVERIFY(does(CallAction::AbortTransfer));
        QVERIFY(does(CallAction::AddParticipant, u"1003"_s));
        QTRY_COMPARE(now().invited, QStringList{u"1003"_s});
        QCOMPARE(exchange.answer(id, u"1003"_s).code, 0);
        QTRY_COMPARE(now().participants, QStringList{u"1003"_s});
        QCOMPARE(now().invited, QStringList());
        QCOMPARE(now().remoteNumber, u"+14155551212"_s);
        QVERIFY(does(CallAction::AttendedTransfer, u"1004"_s));
        QCOMPARE(exchange.answer(id, u"1004"_s).code, 0);
        QVERIFY(does(CallAction::CompleteTransfer));
        QTRY_COMPARE(now().phase, CallPhase::Ended);
        QCOMPARE(now().result, CallResult::Answered);
        QVERIFY(!does(CallAction::HangUp)); // 70130: it is over for us
        (void)exchange.hangUp(id, sandbox::Exchange::Party::Caller);
    }

    void blindTransferMovesTheOtherParty()
    {
        auto& exchange = m_link->pbx->exchange();
        sandbox::CallOrder order;
        order.from = u"+14155551212"_s;
        order.to = u"1001"_s;
        const auto id = exchange.place(order).callId;
        QCOMPARE(exchange.answer(id).code, 0);
        QTRY_VERIFY(m_link->tracker.call(id)
                    && m_link->tracker.call(id)->phase == CallPhase::Connected);
        const auto done =
            m_link->session->act(*m_link->tracker.call(id), CallAction::BlindTransfer, u"1002"_s);
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result());
        QTRY_COMPARE(m_link->tracker.call(id)->phase, CallPhase::Ended);
        QTRY_COMPARE(m_link->tracker.call(id)->transferredTo, u"1002"_s);
        QVERIFY(!exchange.channelOf(id, u"1002"_s).isEmpty());
        (void)exchange.hangUp(id, sandbox::Exchange::Party::Caller);
    }

    void recordingIsPlayedOnceItIsThere()
    {
        QVERIFY(m_link->play(u"inbound-recorded"_s));
        QVERIFY(m_link->drain());
        const auto file = m_link->tracker.calls().first().recording;
        QVERIFY(!file.isEmpty());
        const auto audio = m_link->session->recording(file);
        QTRY_VERIFY(audio.isFinished());
        QVERIFY(audio.result());
        QVERIFY(audio.result()->bytes.startsWith("RIFF"));
        QCOMPARE(audio.result()->contentType, u"audio/wav"_s);
    }
};

QTEST_GUILESS_MAIN(TestCloudOneStories)
#include "tst_cloudone_stories.moc"
