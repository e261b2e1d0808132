// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/websocketupgrade.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

// The example of RFC 6455, 1.3.
const QByteArray key = "dGhlIHNhbXBsZSBub25jZQ==";
const QByteArray accepted = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                            "Connection: Upgrade\r\n"
                            "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n";

QByteArrayList linesFor(const QString& url)
{
    return upgradeRequest(QUrl(url), {}, {}, key).split('\n');
}

} // namespace

class TestWebSocketUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestSaysWhatIsWanted()
    {
        QCOMPARE(upgradeRequest(QUrl(u"ws://127.0.0.1:8088/ari/events?app=x&n=%20ü"_s),
                                {{"User-Agent", "us"}, {"Authorization", "Basic YQ=="}},
                                {u"ari"_s, u"two"_s}, key),
                 QByteArray("GET /ari/events?app=x&n=%20%C3%BC HTTP/1.1\r\n"
                            "Host: 127.0.0.1:8088\r\n"
                            "Upgrade: websocket\r\n"
                            "Connection: Upgrade\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            "Sec-WebSocket-Version: 13\r\n"
                            "Sec-WebSocket-Protocol: ari, two\r\n"
                            "User-Agent: us\r\n"
                            "Authorization: Basic YQ==\r\n\r\n"));
    }

    void requestNamesTheHostAsServersWantIt_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("name") << u"wss://pbx.example.com/"_s << QByteArray("pbx.example.com");
        QTest::newRow("usual port")
            << u"wss://pbx.example.com:443/"_s << QByteArray("pbx.example.com");
        QTest::newRow("another port")
            << u"wss://pbx.example.com:8088/"_s << QByteArray("pbx.example.com:8088");
        QTest::newRow("the other's usual port")
            << u"wss://pbx.example.com:80/"_s << QByteArray("pbx.example.com:80");
        QTest::newRow("IPv6") << u"ws://[::1]:8088/"_s << QByteArray("[::1]:8088");
        QTest::newRow("IPv6 with a zone") << u"ws://[fe80::1%25eth0]/"_s << QByteArray("[fe80::1]");
        QTest::newRow("umlaut") << u"wss://bücher.example/"_s
                                << QByteArray("xn--bcher-kva.example");
    }

    void requestNamesTheHostAsServersWantIt()
    {
        QFETCH(const QString, url);
        QFETCH(const QByteArray, host);
        QCOMPARE(linesFor(url).at(1), "Host: " + host + '\r');
    }

    void addressWithoutAPathAsksForTheRoot()
    {
        QCOMPARE(linesFor(u"wss://pbx.example.com"_s).first(), QByteArray("GET / HTTP/1.1\r"));
        QCOMPARE(linesFor(u"wss://pbx.example.com?a=b"_s).first(),
                 QByteArray("GET /?a=b HTTP/1.1\r"));
    }

    void whatCannotBeAskedIsNoRequest()
    {
        QVERIFY(upgradeRequest(QUrl(u"http://pbx.example.com/"_s), {}, {}, key).isEmpty());
        QVERIFY(upgradeRequest(QUrl(u"ws:///path"_s), {}, {}, key).isEmpty());
        QVERIFY(upgradeRequest({}, {}, {}, key).isEmpty());
        const QUrl url(u"wss://pbx.example.com/"_s);
        QVERIFY(upgradeRequest(url, {{"X", "a\r\nB: c"}}, {}, key).isEmpty());
        QVERIFY(upgradeRequest(url, {{"X\n", "a"}}, {}, key).isEmpty());
        QVERIFY(upgradeRequest(url, {}, {u"ari\r\nB: c"_s}, key).isEmpty());
    }

    void answerIsReadTheSameWhereverItIsCut_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("isAccepted");
        const auto row = [](const char* name, const QByteArray& head, bool isAccepted = true) {
            QTest::newRow(name) << head << isAccepted;
        };
        row("plain", accepted + "\r\n");
        row("other headers", accepted + "Server: Asterisk\r\nDate: now\r\nX:\r\n\r\n");
        row("the subprotocol", accepted + "Sec-WebSocket-Protocol: ari\r\n\r\n");
        row("names in any case",
            QByteArray(accepted)
                    .replace("Upgrade: websocket", "UPGRADE: WebSocket")
                    .replace("Connection: Upgrade", "connection: keep-alive, upgrade")
                    .replace("Sec-WebSocket-Accept: ", "sec-websocket-accept:")
                + "\r\n");
        row("a list in two headers",
            "HTTP/1.1 101 x\r\nConnection: keep-alive\r\n"
                + QByteArray(accepted).split('\n').sliced(1).join('\n') + "\r\n");
        row("HTTP/1.0", QByteArray(accepted).replace("HTTP/1.1", "HTTP/1.0") + "\r\n");
        row("no reason phrase", QByteArray(accepted).replace(" Switching Protocols", "") + "\r\n");
        row("bare line feeds", QByteArray(accepted + "\r\n").replace("\r\n", "\n"));
        row("an early hint", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + accepted + "\r\n");
        row("a long header", accepted + "Set-Cookie: " + QByteArray(30000, 'c') + "\r\n\r\n");

        row("another key", QByteArray(accepted).replace("s3pP", "s3pQ") + "\r\n", false);
        row("no key", "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n", false);
        row("two keys", accepted + "Sec-WebSocket-Accept: x\r\n\r\n", false);
        row("another upgrade", QByteArray(accepted).replace("websocket", "h2c") + "\r\n", false);
        row("no connection", QByteArray(accepted).replace("Connection: Upgrade", "C: d") + "\r\n",
            false);
        row("another subprotocol", accepted + "Sec-WebSocket-Protocol: sip\r\n\r\n", false);
        row("compression that nobody asked for",
            accepted + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n", false);
    }

    void answerIsReadTheSameWhereverItIsCut()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const bool, isAccepted);
        const qsizetype step = head.size() > 1000 ? 97 : 1;
        for (qsizetype cut = 0; cut < head.size(); cut += step)
            QVERIFY(!readUpgrade(head.first(cut), key, {u"ari"_s}));
        const auto answer = readUpgrade(head + "\x81\x02ok", key, {u"ari"_s});
        QVERIFY(answer);
        QCOMPARE(answer->has_value(), isAccepted);
        if (isAccepted)
            QCOMPARE(answer->value(), head.size());
        else
            QCOMPARE(answer->error(),
                     (Error{Error::Kind::Malformed, u"the answer is none of a WebSocket"_s}));
    }

    void whatIsNoHttpIsRefusedAtOnce()
    {
        for (const QByteArray bytes :
             {"SSH-2.0", "H2", "\r\n", "HTTP/2 101 x", "\x81\x02ok", "http"})
            QVERIFY2(readUpgrade(bytes, key, {}), bytes.constData());
        for (const QByteArray line : {"HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 1", "HTTP/1.1 1010 x",
                                      "HTTP/1.1 abc x", "HTTP/1.1 099 x", "HTTP/1.1 -10 x"}) {
            const auto answer = readUpgrade(line + "\r\n\r\n", key, {});
            QVERIFY2(answer && !*answer, line.constData());
        }
    }

    void endlessHeadIsRefused()
    {
        const QByteArray line = "X: " + QByteArray(1000, 'x') + "\r\n";
        QVERIFY(!readUpgrade(accepted + line.repeated(30), key, {}));
        QVERIFY(readUpgrade(accepted + line.repeated(34), key, {}));
        QVERIFY(readUpgrade("HTTP/1.1 " + QByteArray(40000, ' '), key, {}));
        const QByteArray hint = "HTTP/1.1 103 x\r\n" + line + "\r\n";
        QVERIFY(readUpgrade(hint.repeated(40), key, {}));
        const auto tooLong = readUpgrade(hint.repeated(40) + accepted + "\r\n", key, {});
        QVERIFY(tooLong && !*tooLong);
    }

    void refusalTellsTheStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("ok") << 200 << Error::Kind::Malformed;
        QTest::newRow("elsewhere") << 302 << Error::Kind::Malformed;
        QTest::newRow("bad request") << 400 << Error::Kind::Malformed;
        QTest::newRow("unauthorized") << 401 << Error::Kind::Unauthorized;
        QTest::newRow("forbidden") << 403 << Error::Kind::Forbidden;
        QTest::newRow("error") << 500 << Error::Kind::Offline;
        QTest::newRow("unavailable") << 503 << Error::Kind::Offline;
        QTest::newRow("unknown") << 999 << Error::Kind::Malformed;
    }

    void refusalTellsTheStatus()
    {
        QFETCH(const int, status);
        QFETCH(const Error::Kind, kind);
        const auto code = QByteArray::number(status);
        const auto answer = readUpgrade(
            "HTTP/1.1 " + code + " x\r\nLocation: ws://elsewhere/\r\n\r\nbody", key, {});
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error(), (Error{kind, u"upgrade refused"_s, QString::fromLatin1(code)}));
    }
};

QTEST_GUILESS_MAIN(TestWebSocketUpgrade)
#include "tst_websocketupgrade.moc"
