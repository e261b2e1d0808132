// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/pbxcaller.h"
#include "tests/sandbox/pbx/storybook.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace companion::sandbox;

namespace {

const QString kPlainCall =
    u"in:ALERT 1001:RING | in:ANSWERED 1001:ANSWER | in:BYE | 1001:BYE | =ANSWERED Inbound 21"_s;

// Those whose frames depend on a count or on chance.
const QStringList kTestedOtherwise{u"many"_s, u"burst"_s, u"shuffled"_s};

QMap<QString, QString> frameTable()
{
    QMap<QString, QString> table;
    QFile file(QStringLiteral(COMPANION_SOURCE_DIR) + u"/tests/sandbox/pbx/storyframes.txt"_s);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return table;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines) {
        if (!line.startsWith(u'#'))
            table.insert(line.section(u": "_s, 0, 0), line.section(u": "_s, 1));
    }
    return table;
}

QStringList names(const QList<Story>& stories)
{
    QStringList list;
    for (const auto& story : stories)
        list.append(story.name);
    return list;
}

} // namespace

class TestSandboxPbxStories : public QObject
{
    Q_OBJECT

private:
    //! \brief Plays a story to its end before \p listener; empty when it was not taken.
    static QJsonObject play(CloudOnePbx& pbx, PbxListener& listener, QJsonObject order)
    {
        order.insert("stepMs"_L1, 0);
        const auto answer = PbxCaller(pbx).send(
            "POST", "/control/pbx/story", "Connection: close\r\n", QJsonDocument(order).toJson());
        if (answer.status != 200
            || !QTest::qWaitFor([&] { return pbx.stories().runningCount() == 0; }, 20000))
            return {};
        // What is sent last has arrived when the rest has.
        pbx.feed().sendText(u"the end"_s);
        std::ignore = QTest::qWaitFor(
            [&] {
                return listener.heard.contains(u"the end"_s)
                    || listener.socket.state() == QAbstractSocket::UnconnectedState;
            },
            20000);
        listener.heard.removeAll(u"the end"_s);
        return answer.json();
    }

    struct Room
    {
        CloudOnePbx pbx;
        std::unique_ptr<PbxListener> listener;
    };

    static std::unique_ptr<Room> room()
    {
        auto made = std::make_unique<Room>();
        if (!made->pbx.listen())
            return nullptr;
        PbxCaller caller(made->pbx);
        if (caller.signIn(made->pbx) != 0)
            return nullptr;
        made->listener = std::make_unique<PbxListener>(made->pbx, caller.token);
        auto& heard = made->listener->heard;
        if (!QTest::qWaitFor([&] { return made->listener->socket.isValid(); }))
            return nullptr;
        made->listener->subscribe({30011, 30012, 30013, 30014, 30015, 30999});
        if (!QTest::qWaitFor([&] { return heard.size() == 1; }))
            return nullptr;
        heard.clear();
        return made;
    }

    static void addRows(const QStringList& stories)
    {
        QTest::addColumn<QString>("story");
        for (const auto& story : stories)
            QTest::newRow(qPrintable(story)) << story;
    }

private Q_SLOTS:
    void everyStoryHasItsFramesWrittenDown()
    {
        auto written = frameTable().keys() + kTestedOtherwise + names(strangeFrameStories());
        auto told = names(storybook());
        QVERIFY(told.size() > 90);
        std::sort(written.begin(), written.end());
        std::sort(told.begin(), told.end());
        QCOMPARE(told, written);
    }

    void storyTellsItsFrames_data() { addRows(frameTable().keys()); }

    void storyTellsItsFrames()
    {
        QFETCH(const QString, story);
        const auto expected = frameTable().value(story);
        auto here = room();
        QVERIFY(here);
        QVERIFY(!play(here->pbx, *here->listener, {{u"name"_s, story}}).isEmpty());
        // The record of one story comes a second late.
        QTRY_COMPARE(here->listener->shortly().join(u" | "_s), expected);
        QCOMPARE(here->pbx.stories().troubles(), QStringList());
        if (story != "frozen-mid-call"_L1)
            QVERIFY(here->pbx.exchange().calls().isEmpty());
    }

    void strangeFrameComesInTheMiddleOfAPlainCall_data() { addRows(names(strangeFrameStories())); }

    void strangeFrameComesInTheMiddleOfAPlainCall()
    {
        QFETCH(const QString, story);
        auto here = room();
        QVERIFY(here);
        QSignalSpy bytes(&here->listener->socket, &QWebSocket::binaryMessageReceived);
        QVERIFY(!play(here->pbx, *here->listener, {{u"name"_s, story}}).isEmpty());
        const auto heard = here->listener->shortly();
        const auto plain = kPlainCall.split(u" | "_s);
        QVERIFY(heard.size() + bytes.size() > plain.size());
        QCOMPARE(heard.first(), plain.first());
        QCOMPARE(heard.last(4), plain.last(4));
        QCOMPARE(here->pbx.stories().troubles(), QStringList());
        QVERIFY(here->pbx.exchange().calls().isEmpty());
    }

    void hugeFrameIsHuge()
    {
        auto here = room();
        QVERIFY(here);
        play(here->pbx, *here->listener, {{u"name"_s, u"huge-frame"_s}});
        QVERIFY(here->listener->heard.value(1).size() >= 50'000'000);
    }

    void shuffledFramesAreThoseOfAPlainCallInAnotherOrder()
    {
        auto here = room();
        QVERIFY(here);
        play(here->pbx, *here->listener, {{u"name"_s, u"shuffled"_s}});
        auto heard = here->listener->shortly();
        QStringList plain{u"in:ALERT"_s, u"1001:RING"_s, u"in:ANSWERED"_s,         u"1001:ANSWER"_s,
                          u"in:BYE"_s,   u"1001:BYE"_s,  u"=ANSWERED Inbound 21"_s};
        plain += plain;
        QVERIFY(heard != plain);
        std::sort(heard.begin(), heard.end());
        std::sort(plain.begin(), plain.end());
        QCOMPARE(heard, plain);
    }

    void manyCallsRingAndEnd()
    {
        auto here = room();
        QVERIFY(here);
        play(here->pbx, *here->listener, {{u"name"_s, u"many"_s}, {u"count"_s, 7}});
        QCOMPARE(here->listener->shortly().count(u"in:ALERT 1001:RING"_s), 7);
        QCOMPARE(here->listener->shortly().count(u"=NO ANSWER Inbound 0"_s), 7);
    }

    void burstIsOfOtherPeople()
    {
        auto here = room();
        QVERIFY(here);
        play(here->pbx, *here->listener, {{u"name"_s, u"burst"_s}, {u"count"_s, 50}});
        QCOMPARE(here->listener->heard.size(), 250);
        QVERIFY(here->listener->shortly().filter(u"1001"_s).isEmpty());
    }

    void everyChannelThatWasSeenIsSeenToEnd_data()
    {
        addRows(names(incomingStories() + groupStories() + outgoingStories() + handoverStories()
                      + severalCallStories()));
    }

    void everyChannelThatWasSeenIsSeenToEnd()
    {
        QFETCH(const QString, story);
        auto here = room();
        QVERIFY(here);
        QVERIFY(!play(here->pbx, *here->listener, {{u"name"_s, story}}).isEmpty());
        QMap<QString, QString> last;
        for (const auto& text : std::as_const(here->listener->heard)) {
            const auto frame = QJsonDocument::fromJson(text.toUtf8()).object();
            if (frame.value("type"_L1).toInt() != 30011)
                continue;
            const auto message = PbxListener::messageOf(frame);
            const auto members = message.value("members"_L1).toArray();
            for (const auto& member : members) {
                QCOMPARE(member.toObject().size(), 1);
                const auto leg = member.toObject().begin()->toObject();
                last.insert(message.value("call_id"_L1).toString() + u' '
                                + leg.value("channel_id"_L1).toString(),
                            leg.value("member_status"_L1).toString());
            }
        }
        QVERIFY(!last.isEmpty());
        for (auto it = last.cbegin(); it != last.cend(); ++it)
            QVERIFY2(it.value() == "BYE"_L1, qPrintable(it.key()));
    }

    void storyTakesOtherPeopleAndOtherFrames()
    {
        auto here = room();
        QVERIFY(here);
        const auto told = play(here->pbx, *here->listener,
                               {{u"name"_s, u"inbound-answered"_s},
                                {u"number"_s, u"5503301"_s},
                                {u"extension"_s, u"1004"_s},
                                {u"shape"_s, QJsonObject{{u"messageAsObject"_s, true}}}});
        QCOMPARE(told.value("callIds"_L1).toArray().size(), 1);
        QCOMPARE(here->listener->shortly().value(0), u"in:ALERT 1004:RING"_s);
        const auto frame =
            QJsonDocument::fromJson(here->listener->heard.value(0).toUtf8()).object();
        QVERIFY(frame.value("msg"_L1).isObject());
        QCOMPARE(frame["msg"_L1]["members"_L1][0]["inbound"_L1]["from"_L1].toString(),
                 u"5503301"_s);
    }

    void recordOfAnUndeclaredEndIsInTheArchiveAlone()
    {
        auto here = room();
        QVERIFY(here);
        play(here->pbx, *here->listener, {{u"name"_s, u"end-record-never"_s}});
        QCOMPARE(here->listener->shortly().filter(u"="_s).size(), 0);
        QCOMPARE(here->pbx.archive().records().size(), 1);
        QCOMPARE(here->pbx.archive().records().first().talkSeconds, 21);
    }

    void unknownStoryIsRefused()
    {
        auto here = room();
        QVERIFY(here);
        const auto answer = PbxCaller(here->pbx).send(
            "POST", "/control/pbx/story", "Connection: close\r\n", R"({"name":"the-hobbit"})");
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.json().value("error"_L1).toString().contains(u"the-hobbit"_s));
    }
};

QTEST_GUILESS_MAIN(TestSandboxPbxStories)
#include "tst_sandbox_pbx_stories.moc"
