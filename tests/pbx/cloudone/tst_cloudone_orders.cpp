// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The frames of each story of the sandbox in any order, doubled and cut: no call is left over, and
// none of other people's is shown.
#include "app/core/calltracker.h"
#include "app/pbx/cloudone/frameparser.h"
#include "tests/sandbox/pbx/storybook.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace companion;
using namespace companion::pbx::cloudone;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 150;
const QDateTime begin(QDate(2026, 1, 5), QTime(10, 0), QTimeZone::utc());

//! The call events of a story, in the order in which the PBX tells them.
QList<CallEvent> eventsOf(const sandbox::Story& story)
{
    auto office = sandbox::Office::standard();
    sandbox::Exchange exchange(office);
    sandbox::EventFeed feed;
    sandbox::StoryTeller teller(exchange, feed);
    QList<CallEvent> events;
    QObject::connect(&exchange, &sandbox::Exchange::happened, &exchange,
                     [&events](const sandbox::PbxEvent& event) {
                         const auto frames = sandbox::encode(event, u"SN"_s);
                         for (const auto& frame : frames) {
                             const auto read =
                                 parseFrame(QString::fromUtf8(frame), begin, QTimeZone::utc());
                             if (read && std::holds_alternative<CallEvent>(*read))
                                 events.append(std::get<CallEvent>(*read));
                         }
                     });
    QSignalSpy ended(&teller, &sandbox::StoryTeller::ended);
    sandbox::Cast cast;
    cast.count = 5;
    if (!teller.tell(story.name, cast, 0) || (ended.isEmpty() && !ended.wait()))
        return {};
    const auto left = exchange.calls().keys(); // a story about the line may leave its call
    for (const auto& call : left)
        (void)exchange.hangUp(call, sandbox::Exchange::Party::Caller);
    return events;
}

QByteArray describe(const QList<CallEvent>& stream, const QList<Call>& left)
{
    QStringList words;
    for (const auto& call : left)
        words.append(u"left: "_s + QString(toText(call.phase)) + u' ' + call.remoteNumber);
    for (const auto& event : stream) {
        QStringList legs;
        for (const auto& leg : event.legs)
            legs.append(u"%1=%2"_s.arg(leg.channel).arg(static_cast<int>(leg.state)));
        words.append(u"%1 kind %2 %3"_s.arg(event.call)
                         .arg(static_cast<int>(event.kind))
                         .arg(legs.join(u' ')));
    }
    return words.join(u'\n').toUtf8();
}

QList<CallEvent> disturbed(QList<CallEvent> stream, QRandomGenerator& random)
{
    const auto once = stream;
    for (const auto& event : once)
        if (random.bounded(4) == 0)
            stream.append(event);
    std::shuffle(stream.begin(), stream.end(), random);
    return stream;
}

} // namespace

class TestCloudOneOrders : public QObject
{
    Q_OBJECT

private:
    QMap<QString, QList<CallEvent>> m_stories;

    void addStories() const
    {
        QTest::addColumn<QString>("story");
        for (auto at = m_stories.cbegin(); at != m_stories.cend(); ++at)
            QTest::newRow(qPrintable(at.key())) << at.key();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto book = sandbox::storybook();
        for (const auto& story : book)
            m_stories.insert(story.name, eventsOf(story));
        QCOMPARE(m_stories.size(), book.size());
        QVERIFY(m_stories.value(u"inbound-answered"_s).size() >= 5);
    }

    void noOrderLeavesACallBehind_data() { addStories(); }

    void noOrderLeavesACallBehind()
    {
        QFETCH(const QString, story);
        QRandomGenerator random(4711);
        for (int round = 0; round < rounds; ++round) {
            const auto stream = disturbed(m_stories.value(story), random);
            CallTracker tracker(u"1001"_s);
            for (const auto& event : stream)
                (void)tracker.apply(event);
            QVERIFY2(tracker.activeCalls().isEmpty(),
                     describe(stream, tracker.activeCalls()).constData());
        }
    }

    void noCutLeavesACallBehindOnceThePbxWasAsked_data() { addStories(); }

    void noCutLeavesACallBehindOnceThePbxWasAsked()
    {
        QFETCH(const QString, story);
        QRandomGenerator random(815);
        for (int round = 0; round < rounds; ++round) {
            const auto stream = disturbed(m_stories.value(story), random);
            const auto cut = random.bounded(static_cast<int>(stream.size()) + 1);
            CallTracker tracker(u"1001"_s);
            for (const auto& event : stream.mid(0, cut))
                (void)tracker.apply(event);
            (void)tracker.endAllBut({}, begin.addSecs(60));
            QVERIFY(tracker.activeCalls().isEmpty());
            // What comes late may bring a call back, but the next question ends it for good.
            for (const auto& event : stream.mid(cut))
                if (random.bounded(2) == 0)
                    (void)tracker.apply(event);
            (void)tracker.endAllBut({}, begin.addSecs(120));
            QVERIFY(tracker.activeCalls().isEmpty());
        }
    }

    void nobodyElseSeesTheCall_data() { addStories(); }

    void nobodyElseSeesTheCall()
    {
        QFETCH(const QString, story);
        QRandomGenerator random(7);
        for (int round = 0; round < rounds; ++round) {
            const auto stream = disturbed(m_stories.value(story), random);
            CallTracker tracker(u"1009"_s); // takes no part in any story
            for (const auto& event : stream) {
                const auto transition = tracker.apply(event);
                QVERIFY(!transition);
            }
            QVERIFY(tracker.calls().isEmpty());
        }
    }

    void resultIsTheSameWhenEverythingIsToldTwice_data() { addStories(); }

    void resultIsTheSameWhenEverythingIsToldTwice()
    {
        QFETCH(const QString, story);
        const auto stream = m_stories.value(story);
        CallTracker once(u"1001"_s);
        CallTracker twice(u"1001"_s);
        for (const auto& event : stream) {
            (void)once.apply(event);
            (void)twice.apply(event);
            (void)twice.apply(event);
        }
        QCOMPARE(twice.calls(), once.calls());
    }

    void tenThousandCallsLeaveNothingBehind()
    {
        const auto stories = m_stories.values();
        QRandomGenerator random(1);
        CallTracker tracker(u"1001"_s);
        qsizetype most = 0;
        for (int i = 0; i < 10000; ++i) {
            auto stream = stories.at(i % stories.size());
            if (i % 3 == 0)
                stream = disturbed(stream, random);
            if (i % 5 == 0)
                stream.resize(random.bounded(static_cast<int>(stream.size()) + 1));
            for (auto event : std::as_const(stream)) {
                event.call += u'-' + QString::number(i);
                (void)tracker.apply(event);
            }
            if (i % 50 == 0)
                (void)tracker.endAllBut({}, begin.addSecs(60));
            const auto calls = tracker.calls();
            for (const auto& call : calls)
                if (call.isOver())
                    tracker.forget(call.id);
            most = std::max(most, tracker.size());
        }
        QVERIFY2(most < 5000, qPrintable(QString::number(most)));
    }
};

QTEST_GUILESS_MAIN(TestCloudOneOrders)
#include "tst_cloudone_orders.moc"
