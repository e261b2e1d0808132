// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/frameparser.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace companion;
using namespace companion::pbx::cloudone;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 1, 5), QTime(10, 15, 30), QTimeZone::utc());
const QTimeZone zone(7200);

//! A frame as the PBX sends it: `msg` is JSON in a string.
QString frameOf(int type, const QByteArray& message)
{
    const auto object = QJsonDocument::fromJson(message).object();
    Q_ASSERT(!object.isEmpty());
    const auto msg = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    const QJsonObject frame{{u"type"_s, type}, {u"sn"_s, u"3631B4444099"_s}, {u"msg"_s, msg}};
    return QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact));
}

std::optional<CallEvent> eventOf(const QString& text)
{
    const auto frame = parseFrame(text, now, zone);
    if (!frame || !std::holds_alternative<CallEvent>(*frame))
        return {};
    return std::get<CallEvent>(*frame);
}

QString describe(const Leg& leg)
{
    static const QHash<LegState, QString> states{
        {LegState::Alerting, u"alerting"_s}, {LegState::Ringing, u"ringing"_s},
        {LegState::EarlyMedia, u"media"_s},  {LegState::Talking, u"talking"_s},
        {LegState::Held, u"held"_s},         {LegState::Gone, u"gone"_s}};
    const QString side = leg.side == LegSide::Extension ? u"ext"_s
        : leg.side == LegSide::Inbound                  ? u"in"_s
                                                        : u"out"_s;
    QString words = side + u' ' + (leg.isWithheld ? u"withheld"_s : leg.number) + u' '
        + states.value(leg.state);
    if (!leg.otherNumber.isEmpty())
        words += u" other="_s + leg.otherNumber;
    if (!leg.name.isEmpty())
        words += u" name="_s + leg.name;
    if (!leg.trunk.isEmpty())
        words += u" trunk="_s + leg.trunk;
    if (!leg.path.isEmpty())
        words += u" path="_s + leg.path;
    return words;
}

QString describe(const Result<Frame>& frame)
{
    if (!frame)
        return frame.error().kind == Error::Kind::Malformed ? u"malformed"_s : u"error"_s;
    if (std::holds_alternative<HeartbeatAnswer>(*frame))
        return u"heartbeat"_s;
    if (const auto* status = std::get_if<StatusFrame>(&*frame))
        return u"status %1"_s.arg(status->code);
    if (const auto* other = std::get_if<OtherFrame>(&*frame))
        return u"other %1"_s.arg(other->type);
    if (const auto* colleague = std::get_if<ColleagueFrame>(&*frame))
        return u"colleague "_s + colleague->number;
    QStringList words;
    for (const auto& leg : std::get<CallEvent>(*frame).legs)
        words.append(describe(leg));
    return u"call "_s + std::get<CallEvent>(*frame).call + u": "_s + words.join(u", "_s);
}

} // namespace

class TestFrameParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Each line of the file: the row's name, how it reads, and the frame.
    void frameIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        QFile file(QStringLiteral(COMPANION_TEST_DATA) + u"/cloudone/frames.tsv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 50);
        for (const auto& line : lines) {
            const auto parts = line.split(u'\t');
            QCOMPARE(parts.size(), 3);
            QTest::newRow(qPrintable(parts.at(0))) << parts.at(2) << parts.at(1);
        }
        QTest::newRow("a zero byte") << u"{\"type\":30011,"_s + QChar(0) + u"}" << u"malformed"_s;
        QTest::newRow("what was not UTF-8")
            << QString::fromUtf8(QByteArray("{\"type\":30011,\"msg\":\"\xff\xfe\xc3\x28\"}"))
            << u"malformed"_s;
    }

    void frameIsRead()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, read);
        QCOMPARE(describe(parseFrame(text, now, zone)), read);
    }

    void eventIsOfItsKind_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("kind");
        QTest::newRow("legs") << 30011 << static_cast<int>(CallEvent::Kind::Legs);
        QTest::newRow("record") << 30012 << static_cast<int>(CallEvent::Kind::Ended);
        QTest::newRow("transfer") << 30013 << static_cast<int>(CallEvent::Kind::Transferred);
        QTest::newRow("forward") << 30014 << static_cast<int>(CallEvent::Kind::Forwarded);
        QTest::newRow("failure") << 30015 << static_cast<int>(CallEvent::Kind::Failed);
    }

    void eventIsOfItsKind()
    {
        QFETCH(const int, type);
        QFETCH(const int, kind);
        const auto event =
            eventOf(frameOf(type, R"({"call_id":"1.2","reason":"486 Busy Here","members":[]})"));
        QVERIFY(event);
        QCOMPARE(static_cast<int>(event->kind), kind);
        QCOMPARE(event->at, now);
        QCOMPARE(event->serial, u"3631B4444099"_s);
        QCOMPARE(event->record.has_value(), type == 30012);
        QCOMPARE(event->reason, type == 30015 ? u"486 Busy Here"_s : QString());
    }

    void recordIsRead()
    {
        const auto event = eventOf(frameOf(
            30012,
            R"({"call_id":"1702285525.16","time_start":"2023-12-11 11:05:25","call_from":"703",
                    "call_to":"0872858652","call_duration":24,"talk_duration":21,"src_trunk_name":"",
                    "dst_trunk_name":"27872858652_SIP","pin_code":"","status":"ANSWERED",
                    "type":"Outbound","recording":"20231211.wav","did_number":"123",
                    "agent_ring_time":0,"uid":"U1"})"));
        QVERIFY(event && event->record);
        const CallRecord wanted{.uid = u"U1"_s,
                                .from = u"703"_s,
                                .to = u"0872858652"_s,
                                .disposition = CallRecord::Disposition::Answered,
                                .type = u"Outbound"_s,
                                .startedAt = QDateTime(QDate(2023, 12, 11), QTime(11, 5, 25), zone),
                                .callSeconds = 24,
                                .talkSeconds = 21,
                                .recording = u"20231211.wav"_s,
                                .did = u"123"_s};
        QCOMPARE(*event->record, wanted);
    }

    void recordIsReadHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* name, const char* message, const char* read) {
            QTest::newRow(name) << QByteArray(message) << QString::fromLatin1(read);
        };
        row("numbers as text", R"({"call_duration":"24","talk_duration":"21","status":"ANSWERED"})",
            "> 0 24/21");
        row("fractions", R"({"call_duration":23.7,"talk_duration":"20.6","status":"ANSWERED"})",
            "> 0 24/21");
        row("negative", R"({"call_duration":-5,"talk_duration":-1})", "> 1 0/0");
        row("beyond all numbers", R"({"call_duration":1e300,"talk_duration":"1e99"})", "> 1 0/0");
        row("longer than a month", R"({"call_duration":99999999})", "> 1 2592000/0");
        row("not a number", R"({"call_duration":"long","talk_duration":null})", "> 1 0/0");
        row("no answer", R"({"status":"NO ANSWER"})", "> 1 0/0");
        row("abandoned", R"({"status":"ABANDONED"})", "> 1 0/0");
        row("busy, small letters", R"({"status":"busy"})", "> 2 0/0");
        row("voicemail", R"({"status":"VOICEMAIL"})", "> 3 0/0");
        row("failed", R"({"status":"FAILED"})", "> 4 0/0");
        row("disposition of a row", R"({"disposition":"ANSWERED","duration":9,"talk_duration":6})",
            "> 0 9/6");
        row("names with the numbers",
            R"({"call_from":"John Smith<1050>","call_to":"<5503301>","status":"BUSY"})",
            "1050>5503301 2 0/0");
        row("numbers of their own",
            R"({"call_from":"John Smith<1050>","call_from_number":"1050","call_to_number":"5503301","call_to":"x","status":"BUSY"})",
            "1050>5503301 2 0/0");
        row("withheld", R"({"call_from":"Anonymous","call_to":"1001","status":"BUSY"})",
            ">1001 2 0/0");
    }

    void recordIsReadHoweverItIsWritten()
    {
        QFETCH(const QByteArray, message);
        QFETCH(const QString, read);
        const auto record = parseRecord(QJsonDocument::fromJson(message).object(), zone);
        QCOMPARE(u"%1>%2 %3 %4/%5"_s.arg(record.from, record.to)
                     .arg(static_cast<int>(record.disposition))
                     .arg(record.callSeconds)
                     .arg(record.talkSeconds),
                 read);
    }

    void startOfARecordIsRead_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QDateTime>("start");
        const QDateTime start(QDate(2022, 12, 1), QTime(17, 36, 24), zone);
        QTest::newRow("event") << QByteArray(R"({"time_start":"2022-12-01 17:36:24"})") << start;
        QTest::newRow("slashes") << QByteArray(R"({"time_start":"2022/12/01 17:36:24"})") << start;
        QTest::newRow("stamp") << QByteArray(R"({"time":"01/12/2022","timestamp":1669908984})")
                               << start;
        QTest::newRow("stamp as text") << QByteArray(R"({"timestamp":"1669908984"})") << start;
        QTest::newRow("nothing") << QByteArray(R"({"call_id":"1"})") << QDateTime();
        QTest::newRow("no date") << QByteArray(R"({"time_start":"yesterday"})") << QDateTime();
    }

    void startOfARecordIsRead()
    {
        QFETCH(const QByteArray, message);
        QFETCH(const QDateTime, start);
        QCOMPARE(parseRecord(QJsonDocument::fromJson(message).object(), zone).startedAt, start);
    }

    void colleagueIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hasLine");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("presence");
        QTest::addColumn<QString>("device");
        QTest::addColumn<bool>("isRegistered");
        const auto frame = [](int type, const char* rest) {
            return frameOf(type, R"({"extension":"2002",)" + QByteArray(rest) + '}');
        };
        const auto line = [](Colleague::Line value) {
            return static_cast<int>(value);
        };
        using Line = Colleague::Line;
        QTest::newRow("ringing") << frame(30008, R"("status":"Ringing")") << true
                                 << line(Line::Ringing) << QString() << QString() << false;
        QTest::newRow("busy") << frame(30008, R"("status":"BUSY")") << true << line(Line::Busy)
                              << QString() << QString() << false;
        QTest::newRow("idle") << frame(30008, R"("status":"Idle")") << true << line(Line::Idle)
                              << QString() << QString() << false;
        QTest::newRow("a state that nobody knows") << frame(30008, R"("status":"Parked")") << false
                                                   << 0 << QString() << QString() << false;
        QTest::newRow("presence") << frame(30009, R"("status":"do_not_disturb")") << false << 0
                                  << u"do_not_disturb"_s << QString() << false;
        QTest::newRow("registered")
            << frame(30007, R"("kind":"Mobile","status":"Registered","registered_ip":"192.0.2.1")")
            << false << 0 << QString() << u"Mobile"_s << true;
        QTest::newRow("unregistered") << frame(30007, R"("kind":"Sip","status":"Unregistered")")
                                      << false << 0 << QString() << u"Sip"_s << false;
    }

    void colleagueIsRead()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, hasLine);
        QFETCH(const int, line);
        QFETCH(const QString, presence);
        QFETCH(const QString, device);
        QFETCH(const bool, isRegistered);
        const auto frame = parseFrame(text, now, zone);
        QVERIFY(frame && std::holds_alternative<ColleagueFrame>(*frame));
        const auto& colleague = std::get<ColleagueFrame>(*frame);
        QCOMPARE(colleague.number, u"2002"_s);
        QCOMPARE(colleague.line.has_value(), hasLine);
        if (hasLine)
            QCOMPARE(static_cast<int>(*colleague.line), line);
        QCOMPARE(colleague.presence, presence);
        QCOMPARE(colleague.device, device);
        QCOMPARE(colleague.isRegistered, isRegistered);
    }

    void callsOfASnapshotAreRead()
    {
        const auto rows = QJsonDocument::fromJson(R"([
            {"call_id":"1.1","members":[{"extension":{"number":"1005","channel_id":"c","member_status":"ALERT","call_path":""}}]},
            {"call_id":"","members":[]}, 7,
            {"call_id":2.5,"members":null}])")
                              .array();
        const auto calls = parseCalls(rows, u"SN"_s, now);
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls.at(0).call, u"1.1"_s);
        QCOMPARE(calls.at(0).kind, CallEvent::Kind::Snapshot);
        QCOMPARE(calls.at(0).serial, u"SN"_s);
        QCOMPARE(calls.at(0).legs.size(), 1);
        QCOMPARE(calls.at(1).call, u"2.5"_s);
        QVERIFY(calls.at(1).legs.isEmpty());
    }

    void textsAreBounded()
    {
        QByteArray message = R"({"call_id":"1.2","members":[{"inbound":{"from":"LONG","to":"1001",
            "trunk_name":"LONG","channel_id":"c","member_status":"ALERT"}}]})";
        const auto event = eventOf(frameOf(30011, message.replace("LONG", QByteArray(5000, 'x'))));
        QVERIFY(event);
        QCOMPARE(event->legs.size(), 1);
        QCOMPARE(event->legs.first().number.size(), 200);
        QCOMPARE(event->legs.first().trunk.size(), 200);
    }

    void deepNestingIsOneBadFrame_data()
    {
        QTest::addColumn<QString>("text");
        const QString deep = u"{\"a\":"_s.repeated(10000) + u'1' + u"}"_s.repeated(10000);
        const QString list = u"["_s.repeated(10000) + u"]"_s.repeated(10000);
        QTest::newRow("objects") << deep;
        QTest::newRow("lists") << list;
        QTest::newRow("in the message") << u"{\"type\":30011,\"msg\":"_s + deep + u"}"_s;
        const QJsonObject quoted{{u"type"_s, 30011}, {u"msg"_s, deep}};
        QTest::newRow("in the quoted message")
            << QString::fromUtf8(QJsonDocument(quoted).toJson(QJsonDocument::Compact));
        QTest::newRow("never closed") << u"{\"a\":["_s.repeated(10000);
    }

    void deepNestingIsOneBadFrame()
    {
        QFETCH(const QString, text);
        QCOMPARE(describe(parseFrame(text, now, zone)), u"malformed"_s);
    }

    void hugeFrameIsRefusedAtOnce()
    {
        const QString huge =
            u"{\"type\":30011,\"msg\":\""_s + QString(50LL * 1024 * 1024, u'x') + u"\"}"_s;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(describe(parseFrame(huge, now, zone)), u"malformed"_s);
        QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestFrameParser)
#include "tst_cloudone_frameparser.moc"
