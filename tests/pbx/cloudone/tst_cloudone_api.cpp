// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/api.h"
#include "tests/support/fakehttptransport.h"

#include <QTest>
#include <QUrlQuery>

using namespace companion;
using namespace companion::pbx::cloudone;
using namespace companion::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 1, 5), QTime(10, 0), QTimeZone::utc());

QJsonObject objectOf(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray kindWord(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Offline:
        return "offline";
    case Error::Kind::Timeout:
        return "timeout";
    case Error::Kind::Unauthorized:
        return "unauthorized";
    case Error::Kind::Forbidden:
        return "forbidden";
    case Error::Kind::RateLimited:
        return "rateLimited";
    case Error::Kind::Rejected:
        return "rejected";
    case Error::Kind::NotFound:
        return "notFound";
    case Error::Kind::Malformed:
        return "malformed";
    case Error::Kind::Storage:
        return "storage";
    case Error::Kind::Unsupported:
        return "unsupported";
    case Error::Kind::Cancelled:
        break;
    }
    return "cancelled";
}

} // namespace

class TestApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressIsMadeWhole_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("whole");
        const auto row = [](const char* typed, const char* whole) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(whole);
        };
        row("pbx.example.com", "https://pbx.example.com");
        row("  pbx.example.com:8088 ", "https://pbx.example.com:8088");
        row("https://pbx.example.com/", "https://pbx.example.com");
        row("https://pbx.example.com/openapi/v1.0/get_token?x=1#y", "https://pbx.example.com");
        row("https://user:secret@pbx.example.com", "https://pbx.example.com");
        row("HTTPS://PBX.example.com", "https://pbx.example.com");
        row("192.0.2.7:8088", "https://192.0.2.7:8088");
        row("[2001:db8::7]:8088", "https://[2001:db8::7]:8088");
        row("http://127.0.0.1:4711", "http://127.0.0.1:4711");
        row("http://[::1]:4711", "http://[::1]:4711");
        row("http://localhost:4711", "http://localhost:4711");
        row("http://pbx.example.com", "forbidden");
        row("http://127.0.0.1.example.com", "forbidden");
        row("ftp://pbx.example.com", "rejected");
        row("javascript://pbx", "rejected");
        row("", "rejected");
        row("https://", "rejected");
        row("pbx example com", "rejected");
    }

    void addressIsMadeWhole()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, whole);
        const auto address = normalizedAddress(typed);
        QCOMPARE(address ? address->toString()
                         : QString::fromLatin1(kindWord(address.error().kind)),
                 whole);
    }

    void envelopeIsRead_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("kind");
        const auto row = [](const char* name, int status, const char* body, const char* kind) {
            QTest::newRow(name) << status << QByteArray(body) << QByteArray(kind);
        };
        row("success", 200, R"({"errcode":0,"errmsg":"SUCCESS"})", "ok");
        row("success as text", 200, R"({"errcode":"0"})", "ok");
        // Regression: a caller's name in another encoding cost the whole list of calls.
        row("not UTF-8", 200, "{\"errcode\":0,\"data\":[{\"name\":\"J\xFCrgen\"}]}", "ok");
        row("wrong secret", 200, R"({"errcode":-1,"errmsg":"FAILURE"})", "unauthorized -1");
        row("internal", 200, R"({"errcode":-2})", "timeout -2");
        row("no such endpoint", 200, R"({"errcode":10001})", "unsupported 10001");
        row("version out of maintenance is no matter of tokens", 200, R"({"errcode":10002})",
            "rejected 10002");
        row("version unsupported is no matter of tokens", 200, R"({"errcode":10003})",
            "rejected 10003");
        row("expired", 200, R"({"errcode":10004,"errmsg":"TOKEN EXPIRED"})", "unauthorized 10004");
        // Regression: a code in quotes was read as 0, as success.
        row("expired, code as text", 200, R"({"errcode":"10004"})", "unauthorized 10004");
        row("denied", 200, R"({"errcode":10005})", "forbidden 10005");
        row("bad parameter", 200,
            R"({"errcode":40002,"errmsg":"PARAMETER ERROR","invalid_param_list":[{"field":"name"}]})",
            "rejected 40002");
        row("not found", 200, R"({"errcode":60001})", "notFound 60001");
        row("tokens in use", 200, R"({"errcode":60002})", "rateLimited 60002");
        row("blocked", 200, R"({"errcode":70004,"block_expire_time":1767610800})",
            "forbidden 70004");
        row("address not allowed", 200, R"({"errcode":70087})", "forbidden 70087");
        row("interface off", 200, R"({"errcode":70123})", "forbidden 70123");
        row("call gone", 200, R"({"errcode":70130,"errmsg":"CAHNNEL ID NOT FOUND"})",
            "notFound 70130");
        row("not supported", 200, R"({"errcode":70132})", "unsupported 70132");
        row("conference full", 200, R"({"errcode":70510})", "rejected 70510");
        row("code beyond the list", 200, R"({"errcode":99999})", "rejected 99999");
        row("code with another HTTP status", 403, R"({"errcode":10004})", "unauthorized 10004");
        row("gateway down", 502, "<html>Bad gateway</html>", "timeout ");
        row("page of a Wi-Fi", 200, "<!doctype html><title>Sign in</title>", "malformed ");
        row("not found page", 404, "not found", "malformed http 404");
        row("cut short", 200, R"({"errcode":0,"errmsg":)", "malformed ");
        row("no code", 200, R"({"data":[]})", "malformed ");
        row("empty", 200, "", "malformed ");
        row("list", 200, "[]", "malformed ");
    }

    void envelopeIsRead()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, kind);
        const auto envelope =
            readEnvelope(HttpReply{.status = status, .headers = {}, .body = body});
        QCOMPARE(envelope ? QByteArray("ok")
                          : kindWord(envelope.error().kind) + ' ' + envelope.error().code.toUtf8(),
                 kind);
    }

    void transportErrorPassesThroughAnEnvelope()
    {
        const Error offline{Error::Kind::Offline, u"tls: self-signed"_s};
        QCOMPARE(readEnvelope(offline).error(), offline);
    }

    void blockIsToldWithItsEnd_data()
    {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<qint64>("seconds");
        const auto row = [](const char* name, const char* time, qint64 seconds) {
            QTest::newRow(name) << QByteArray(time) << seconds;
        };
        row("Unix seconds", "1767610800", 3600);
        row("Unix seconds as text", "\"1767610800\"", 3600);
        row("seconds from now", "600", 600);
        row("date", "\"2026-01-05 11:00:00Z\"", 3600);
        row("date with slashes", "\"2026/01/05 11:00:00Z\"", 3600);
        row("missing", "null", 660);
        row("words", "\"soon\"", 660);
        row("zero", "0", 660);
    }

    void blockIsToldWithItsEnd()
    {
        QFETCH(const QByteArray, time);
        QFETCH(const qint64, seconds);
        const HttpReply reply{.status = 200,
                              .headers = {},
                              .body = R"({"errcode":70004,"block_expire_time":)" + time + '}'};
        QCOMPARE(blockEnd(reply, now), now.addSecs(seconds));
        // The text for people finds the time in the detail.
        const auto detail = readEnvelope(reply).error().detail;
        QVERIFY(QDateTime::fromString(detail.section(u' ', -1), Qt::ISODate).isValid());
    }

    void otherAnswersBlockNothing()
    {
        QVERIFY(!blockEnd(HttpReply{.status = 200, .headers = {}, .body = R"({"errcode":-1})"}, now)
                     .isValid());
        QVERIFY(!blockEnd(Error{Error::Kind::Offline, {}}, now).isValid());
    }

    void tokensAreRead()
    {
        const auto tokens = readTokens(
            objectOf(
                R"({"access_token_expire_time":1800,"access_token":"A","refresh_token_expire_time":"86400","refresh_token":"R"})"),
            now);
        QVERIFY(tokens);
        const Tokens wanted{u"A"_s, u"R"_s, now.addSecs(1800), now.addSecs(86400)};
        QCOMPARE(*tokens, wanted);
        QVERIFY(!readTokens(objectOf(R"({"errcode":0})"), now));
        const auto withoutTimes = readTokens(objectOf(R"({"access_token":"A"})"), now);
        QCOMPARE(withoutTimes->accessUntil, now.addSecs(1800));
    }

    void tokensSurviveTheKeyStore()
    {
        const Tokens tokens{u"A"_s, u"R"_s, now.addSecs(1800), now.addSecs(86400)};
        QCOMPARE(tokensFrom(toText(tokens)), tokens);
        QVERIFY(tokensFrom("garbage").access.isEmpty());
    }

    void systemTellsItsZoneAndClock_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<int>("offset"); // -1: none can be told
        QTest::addColumn<qint64>("ahead");
        const auto row = [](const char* name, const char* data, int offset, qint64 ahead = 0) {
            QTest::newRow(name) << QByteArray(data) << offset << ahead;
        };
        // now is 2026-01-05 10:00:00 UTC, 1767607200.
        row("two hours east", R"("system_time":"2026/01/05 12:00:00","timestamp":1767607200)",
            7200);
        row("a second between the two",
            R"("system_time":"2026/01/05 12:00:01","timestamp":1767607200)", 7200);
        row("west, half an hour", R"("system_time":"2026/01/05 06:30:00","timestamp":1767607200)",
            -12600);
        row("clock ahead", R"("system_time":"2026/01/05 12:05:00","timestamp":1767607500)", 7200,
            300);
        row("other format",
            R"("system_time":"05/01/2026 02:00:00 PM","timestamp":1767607200,"system_date_format":"DD/MM/YYYY","system_time_format":"hh:mm:ss AM/PM")",
            14400);
        row("format not as announced",
            R"("system_time":"2026-01-05 12:00:00","timestamp":1767607200,"system_date_format":"DD/MM/YYYY")",
            7200);
        // Regression: an int overflowed.
        row("a stamp of another age",
            R"("system_time":"2026/01/05 12:00:00","timestamp":6000000000000)", -1,
            6000000000000 - 1767607200);
        row("no stamp", R"("system_time":"2026/01/05 12:00:00")", -1);
        row("no time", R"("timestamp":1767607200)", -1);
        row("nonsense", R"("system_time":"2026/03/05 12:00:00","timestamp":1767607200)", -1);
    }

    void systemTellsItsZoneAndClock()
    {
        QFETCH(const QByteArray, data);
        QFETCH(const int, offset);
        QFETCH(const qint64, ahead);
        const auto system = readSystemInformation(
            objectOf(R"({"data":{"sn":"3633D2199067","firmware_version":"84.21.0.66",)" + data
                     + "}}"),
            now);
        QCOMPARE(system.serial, u"3633D2199067"_s);
        QCOMPARE(system.firmware, u"84.21.0.66"_s);
        QCOMPARE(system.zone.isValid(), offset != -1);
        if (offset != -1)
            QCOMPARE(system.zone.offsetFromUtc(now), offset);
        QCOMPARE(system.clockAheadSeconds, ahead);
    }

    void timesAreShownAsThePbxShowsThem()
    {
        const auto system = readSystemInformation(
            objectOf(
                R"({"data":{"system_date_format":"DD/MM/YYYY","system_time_format":"hh:mm:ss AM/PM"}})"),
            now);
        QCOMPARE(QLocale::c().toString(now, system.timeFormat), u"05/01/2026 10:00:00 AM"_s);
        const auto usual = readSystemInformation({}, now);
        QCOMPARE(QLocale::c().toString(now, usual.timeFormat), u"2026/01/05 10:00:00"_s);
    }

    void firmwareIsCompared_data()
    {
        QTest::addColumn<QString>("firmware");
        QTest::addColumn<bool>("isTooOld");
        QTest::newRow("the guide's") << u"84.21.0.66"_s << false;
        QTest::newRow("one less") << u"84.21.0.65"_s << true;
        QTest::newRow("two digits more") << u"84.21.0.117"_s << false;
        QTest::newRow("older") << u"84.7.0.17"_s << true;
        QTest::newRow("newer") << u"84.22.0.1"_s << false;
        QTest::newRow("appliance, numbered otherwise") << u"37.12.0.5"_s << false;
        QTest::newRow("not told") << QString() << false;
    }

    void firmwareIsCompared()
    {
        QFETCH(const QString, firmware);
        QFETCH(const bool, isTooOld);
        QCOMPARE(isFirmwareTooOld(firmware), isTooOld);
    }

    void requestsAreMadeAsThePbxWantsThem()
    {
        FakeHttpTransport http;
        Api api(http);
        api.setAddress(QUrl(u"https://pbx.example.com:8088"_s));
        (void)api.get(u"cdr/search"_s, u"T+/&="_s,
                      {{u"start_time"_s, u"05/01/2026 10:00:00 + & ="_s}});
        (void)api.post(u"call/dial"_s, u"T"_s, {{u"callee"_s, u"+49 30 1"_s}});
        (void)api.download(u"/api/download/Recording 1.wav"_s, u"T"_s);
        QCOMPARE(http.requests.size(), 3);
        const auto& get = http.requests.at(0);
        QCOMPARE(get.method, QByteArray("GET"));
        QCOMPARE(get.url.path(), u"/openapi/v1.0/cdr/search"_s);
        QCOMPARE(get.url.port(), 8088);
        const QUrlQuery query(get.url);
        QCOMPARE(query.queryItemValue(u"access_token"_s, QUrl::FullyDecoded), u"T+/&="_s);
        QCOMPARE(query.queryItemValue(u"start_time"_s, QUrl::FullyDecoded),
                 u"05/01/2026 10:00:00 + & ="_s);
        QVERIFY(get.url.toEncoded().contains("%2B"));
        const auto& post = http.requests.at(1);
        QCOMPARE(post.method, QByteArray("POST"));
        QCOMPARE(objectOf(post.body)["callee"_L1].toString(), u"+49 30 1"_s);
        QVERIFY(post.headers.contains({"Content-Type", "application/json"}));
        QCOMPARE(http.requests.at(2).url.path(), u"/api/download/Recording 1.wav"_s);
        QCOMPARE(api.socketUrl(u"T"_s).toString(),
                 u"wss://pbx.example.com:8088/openapi/v1.0/subscribe?access_token=T"_s);
        api.setAddress(QUrl(u"http://127.0.0.1:4711"_s));
        QCOMPARE(api.socketUrl(u"T"_s).scheme(), u"ws"_s);
    }
};

QTEST_GUILESS_MAIN(TestApi)
#include "tst_cloudone_api.moc"
