// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/async.h"
#include "app/net/pageserver.h"

#include <QNetworkInterface>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <memory>
#include <vector>

using namespace companion;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray digits("0123456789");

//! A browser that says exactly what it is told to.
class RawClient : public QTcpSocket
{
public:
    QByteArray received;
    bool isOver = false;

    explicit RawClient(quint16 port,
                       const QHostAddress& host = QHostAddress(QHostAddress::LocalHost))
    {
        connect(this, &QIODevice::readyRead, this, [this] { received += readAll(); });
        connect(this, &QAbstractSocket::disconnected, this, [this] { isOver = true; });
        connectToHost(host, port);
    }
    //! The socket tells of its end when this part of it has gone already.
    ~RawClient() override { QObject::disconnect(this, nullptr, this, nullptr); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    RawClient(RawClient&&) = delete;
    RawClient& operator=(RawClient&&) = delete;

    //! How many whole answers have come (none of the tests' bodies holds an HTTP status line).
    [[nodiscard]] qsizetype answers() const { return received.count("HTTP/1.1 "); }
    [[nodiscard]] int status() const { return received.mid(9, 3).toInt(); }
    [[nodiscard]] QByteArray head() const { return received.left(received.indexOf("\r\n\r\n")); }
    [[nodiscard]] QByteArray body() const { return received.mid(received.indexOf("\r\n\r\n") + 4); }
    [[nodiscard]] bool hasAnswer() const
    {
        const auto at = received.indexOf("Content-Length: ");
        if (at < 0 || !received.contains("\r\n\r\n"))
            return false;
        const auto length =
            received.mid(at + 16, received.indexOf('\r', at) - at - 16).toLongLong();
        return body().size() >= length;
    }
};

} // namespace

class PageServerTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PageServer> m_server;
    QList<PageRequest> m_asked;
    std::vector<std::unique_ptr<async::Promise<PageReply>>> m_open; //!< of /later
    quint16 m_port = 0;

    void serve(const PageLimits& limits = {})
    {
        m_asked.clear();
        m_open.clear();
        m_server = std::make_unique<PageServer>(
            [this](const PageRequest& request) {
                m_asked.append(request);
                return answerTo(request);
            },
            limits);
        const auto port = m_server->listen({0, 0, 0});
        QVERIFY(port.has_value());
        m_port = *port;
    }

    QFuture<Result<PageReply>> answerTo(const PageRequest& request)
    {
        if (request.path == "/later") {
            m_open.push_back(std::make_unique<async::Promise<PageReply>>());
            return m_open.back()->future();
        }
        if (request.path == "/broken")
            return async::ready<PageReply>(Error{Error::Kind::Timeout, u"test"_s});
        PageReply reply{.contentType = "text/plain", .body = digits};
        reply.hasRanges = request.path == "/ranges";
        if (request.path == "/large")
            reply.body = QByteArray(8LL * 1024 * 1024, 'x');
        return async::ready<PageReply>(reply);
    }

    QByteArray get(const QByteArray& path, const QByteArray& more = {}) const
    {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(m_port) + "\r\n"
            + more + "\r\n";
    }

private Q_SLOTS:
    void init() { serve(); }
    void cleanup() { m_server.reset(); }

    void bothLoopbackAddressesAnswerOnOnePort_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
    }
    void bothLoopbackAddressesAnswerOnOnePort()
    {
        QFETCH(QHostAddress, address);
        QTcpServer probe;
        if (!probe.listen(address))
            QSKIP("this machine has no such address");
        RawClient client(m_port, address);
        client.write(get("/"));
        QTRY_VERIFY(client.hasAnswer());
        QCOMPARE(client.status(), 200);
        QCOMPARE(client.body(), digits);
    }

    void nothingListensButLoopback()
    {
        for (const auto& address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback() || address.isLinkLocal())
                continue;
            QTcpServer other;
            // It could not be taken if we listened on it, or on all.
            QVERIFY2(other.listen(address, m_port), qPrintable(other.errorString()));
        }
        QTcpSocket probe;
        QCOMPARE(m_server->ports(), QList<quint16>{m_port});
    }

    void aTakenPortIsPassedOver()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const auto port = m_server->listen({other.serverPort(), 0});
        QVERIFY(port.has_value());
        QVERIFY(*port != other.serverPort());
        QCOMPARE(m_server->ports(), (QList<quint16>{m_port, *port}));
    }

    void noFreePortIsSaid()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const auto port = m_server->listen({other.serverPort(), m_port});
        QVERIFY(!port.has_value());
        QCOMPARE(port.error().code, u"ports_in_use"_s);
    }

    void eachPortKnowsItsOwnHostName()
    {
        const auto second = m_server->listen({0, 0, 0});
        QVERIFY(second.has_value());
        RawClient client(*second);
        client.write(get("/")); // names the first port
        QTRY_VERIFY(client.isOver);
        QCOMPARE(client.status(), 421);
    }

    void everyAnswerCarriesTheSafetyHeaders_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("page") << QByteArray("/");
        QTest::newRow("error") << QByteArray("/broken");
        QTest::newRow("refusal") << QByteArray("//\x01 bad");
    }
    void everyAnswerCarriesTheSafetyHeaders()
    {
        QFETCH(QByteArray, path);
        RawClient client(m_port);
        client.write(get(path));
        QTRY_VERIFY(client.hasAnswer());
        constexpr auto policy = "Content-Security-Policy: default-src 'none'; base-uri 'none'; "
                                "form-action 'none'; frame-ancestors 'none'\r\n";
        for (const auto& header :
             {policy, "X-Content-Type-Options: nosniff\r\n", "Referrer-Policy: no-referrer\r\n",
              "X-Frame-Options: DENY\r\n", "Cross-Origin-Resource-Policy: same-origin\r\n",
              "Cache-Control: no-store\r\n"})
            QVERIFY2(client.received.contains(header), header);
        QVERIFY(!client.received.contains("Access-Control-Allow"));
    }

    void aFailedAnswerIsA503()
    {
        RawClient client(m_port);
        client.write(get("/broken"));
        QTRY_VERIFY(client.hasAnswer());
        QCOMPARE(client.status(), 503);
    }

    void requestInAnyPiecesIsOneRequest()
    {
        RawClient client(m_port);
        QVERIFY(client.waitForConnected());
        const auto request = get("/split?a=b", "X-One: two\r\n");
        for (const char letter : request) {
            client.write(&letter, 1);
            client.flush();
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(client.hasAnswer());
        QCOMPARE(client.status(), 200);
        QCOMPARE(m_asked.size(), 1);
        QCOMPARE(m_asked.constFirst().path, "/split");
        QCOMPARE(m_asked.constFirst().query, "a=b");
        QCOMPARE(m_asked.constFirst().header("x-one"), "two");
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawClient client(m_port);
        client.write(get("/later") + get("/second") + get("/third"));
        QTRY_COMPARE(m_asked.size(), 1);
        QCOMPARE(client.answers(), 0); // the second waits for the first
        m_open.front()->finish(PageReply{.body = "first"});
        QTRY_COMPARE(client.answers(), 3);
        QTRY_COMPARE(client.received.count(digits), 2);
        QVERIFY(client.received.indexOf("first") < client.received.indexOf(digits));
        QCOMPARE(m_asked.at(2).path, "/third");
    }

    void manyPipelinedRequestsAreAllAnswered()
    {
        RawClient client(m_port);
        QByteArray requests;
        for (int i = 0; i < 1000; ++i) // more than the buffer holds at a time
            requests += get("/" + QByteArray::number(i));
        client.write(requests);
        QTRY_COMPARE(client.answers(), 1000);
        QCOMPARE(m_asked.constLast().path, "/999");
    }

    void connectionIsKeptUnlessTheClientSaysOtherwise_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("1.1") << QByteArray("1.1") << QByteArray() << true;
        QTest::newRow("1.1, close")
            << QByteArray("1.1") << QByteArray("Connection: Close\r\n") << false;
        QTest::newRow("1.0") << QByteArray("1.0") << QByteArray() << false;
    }
    void connectionIsKeptUnlessTheClientSaysOtherwise()
    {
        QFETCH(QByteArray, version);
        QFETCH(QByteArray, header);
        QFETCH(bool, isKept);
        RawClient client(m_port);
        client.write(get("/", header).replace("HTTP/1.1", QByteArray("HTTP/" + version)));
        QTRY_VERIFY(client.hasAnswer());
        QCOMPARE(client.head().contains("Connection: keep-alive"), isKept);
        if (!isKept) {
            QTRY_VERIFY(client.isOver);
            return;
        }
        client.write(get("/again"));
        QTRY_COMPARE(client.answers(), 2);
    }

    void refusedRequestsNeverReachThePages_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& request, int status) {
            QTest::newRow(name) << request << status;
        };
        row("another host", "GET / HTTP/1.1\r\nHost: evil.example:PORT\r\n\r\n", 421);
        row("another host that begins like ours",
            "GET / HTTP/1.1\r\nHost: localhost:PORT.evil.example\r\n\r\n", 421);
        row("host without the port", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 421);
        row("host with another port", "GET / HTTP/1.1\r\nHost: localhost:1\r\n\r\n", 421);
        row("another address of loopback", "GET / HTTP/1.1\r\nHost: 127.0.0.2:PORT\r\n\r\n", 421);
        row("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 421);
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("no host, HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400);
        row("two hosts", "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\n\r\n",
            400);
        row("absolute address",
            "GET http://localhost:PORT/ HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 400);
        row("post", "POST / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 4\r\n\r\nbody",
            405);
        row("put", "PUT / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 405);
        row("options", "OPTIONS / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 405);
        row("made-up method", "get / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 405);
        row("get with a body",
            "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 4\r\n\r\nbody", 400);
        row("get with a chunked body",
            "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400);
        row("folded header", "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nX: a\r\n b\r\n\r\n", 400);
        row("header without a name", "GET / HTTP/1.1\r\nHost: localhost:PORT\r\n: a\r\n\r\n", 400);
        row("blank before the colon", "GET / HTTP/1.1\r\nHost : localhost:PORT\r\n\r\n", 400);
        row("not HTTP", "\x16\x03\x01\x02\r\n\r\n", 400);
        row("later HTTP", "GET / HTTP/2.0\r\nHost: localhost:PORT\r\n\r\n", 505);
    }
    void refusedRequestsNeverReachThePages()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        RawClient client(m_port);
        client.write(request.replace("PORT", QByteArray::number(m_port)) + get("/next"));
        QTRY_VERIFY(client.isOver);
        QCOMPARE(client.status(), status);
        QCOMPARE(client.answers(), 1); // what follows a refusal is not taken for a request
        QVERIFY(m_asked.isEmpty());
        QCOMPARE(client.received.contains("Allow: GET, HEAD"), status == 405);
    }

    void everyNameOfThisMachineIsTaken_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("name") << QByteArray("localhost");
        QTest::newRow("name, any case") << QByteArray("LocalHost");
        QTest::newRow("IPv4") << QByteArray("127.0.0.1");
        QTest::newRow("IPv6") << QByteArray("[::1]");
    }
    void everyNameOfThisMachineIsTaken()
    {
        QFETCH(QByteArray, host);
        RawClient client(m_port);
        client.write("GET / HTTP/1.1\r\nHost: " + host + ':' + QByteArray::number(m_port)
                     + "\r\n\r\n");
        QTRY_VERIFY(client.hasAnswer());
        QCOMPARE(client.status(), 200);
    }

    void aHeadWithoutAnEndIsRefused()
    {
        RawClient client(m_port);
        client.write(get("/").chopped(2) + "X-Long: " + QByteArray(64LL * 1024, 'a'));
        QTRY_VERIFY(client.isOver);
        QCOMPARE(client.status(), 431);
        QVERIFY(m_asked.isEmpty());
    }

    void aHeadAsLongAsAllowedIsRead()
    {
        RawClient client(m_port);
        const auto plain = get("/").size();
        client.write(get("/", "X-Long: " + QByteArray(16LL * 1024 - plain - 20, 'a') + "\r\n"));
        QTRY_VERIFY(client.hasAnswer());
        QCOMPARE(client.status(), 200);
    }

    void slowlyDrippingRequestsAreCutOff()
    {
        serve({.requestWithin = 150ms});
        RawClient client(m_port);
        QTimer drip;
        connect(&drip, &QTimer::timeout, &client, [&client] { client.write("X"); });
        drip.start(20ms); // each byte comes in time, the request never does
        QTRY_VERIFY(client.isOver);
        QVERIFY(m_asked.isEmpty());
        QVERIFY(client.received.isEmpty());
    }

    void idleConnectionsAreClosed()
    {
        serve({.requestWithin = 150ms});
        RawClient client(m_port);
        client.write(get("/"));
        QTRY_VERIFY(client.hasAnswer());
        QVERIFY(!client.isOver);
        QTRY_VERIFY(client.isOver);
    }

    void aSlowAnswerIsWaitedFor()
    {
        serve({.requestWithin = 50ms});
        RawClient client(m_port);
        client.write(get("/later"));
        QTRY_COMPARE(m_open.size(), std::size_t(1));
        QTimer later;
        later.setSingleShot(true);
        connect(&later, &QTimer::timeout, this, [this] { m_open.front()->finish(PageReply{}); });
        later.start(250ms);
        QTRY_COMPARE(client.status(), 200);
    }

    void whoTakesNothingOfAnAnswerIsCutOff()
    {
        serve({.stalledFor = 200ms});
        RawClient client(m_port);
        client.setReadBufferSize(1024);
        disconnect(&client, &QIODevice::readyRead, nullptr, nullptr);
        client.write(get("/large"));
        QTRY_COMPARE(m_server->children().size(), 1);
        QTRY_COMPARE(m_server->children().size(), 0);
        QCOMPARE(m_asked.size(), 1);
    }

    void oneConnectionTooManyIsClosed()
    {
        serve({.connections = 2});
        RawClient first(m_port);
        RawClient second(m_port);
        QTRY_COMPARE(m_server->children().size(), 2);
        RawClient third(m_port);
        QTRY_VERIFY(third.isOver);
        second.disconnectFromHost();
        QTRY_COMPARE(m_server->children().size(), 1);
        RawClient fourth(m_port);
        fourth.write(get("/"));
        QTRY_VERIFY(fourth.hasAnswer());
        QVERIFY(!first.isOver);
    }

    void whoIsNotAdmittedIsClosedUnread()
    {
        QList<quint16> ours;
        quint16 theirs = 0;
        m_server->setAdmission([&](quint16 their, quint16 our) {
            theirs = their;
            ours.append(our);
            return false;
        });
        RawClient client(m_port);
        QVERIFY(client.waitForConnected());
        const auto clientPort = client.localPort();
        client.write(get("/"));
        QTRY_VERIFY(client.isOver);
        QVERIFY(client.received.isEmpty());
        QVERIFY(m_asked.isEmpty());
        QCOMPARE(ours, QList<quint16>{m_port});
        QCOMPARE(theirs, clientPort);
    }

    void whoGoesAwayWhileBeingAnsweredIsForgotten()
    {
        auto client = std::make_unique<RawClient>(m_port);
        client->write(get("/later"));
        QTRY_COMPARE(m_open.size(), std::size_t(1));
        client.reset();
        QTRY_COMPARE(m_server->children().size(), 0);
        m_open.front()->finish(PageReply{}); // to nobody
        RawClient other(m_port);
        other.write(get("/"));
        QTRY_VERIFY(other.hasAnswer());
    }

    void anAnswerThatIsDroppedEndsAs503()
    {
        RawClient client(m_port);
        client.write(get("/later"));
        QTRY_COMPARE(m_open.size(), std::size_t(1));
        m_open.clear();
        QTRY_COMPARE(client.status(), 503);
    }

    void closingCutsOffAndStopsListening()
    {
        RawClient client(m_port);
        client.write(get("/later"));
        QTRY_COMPARE(m_open.size(), std::size_t(1));
        m_server->close();
        QTRY_VERIFY(client.isOver);
        RawClient other(m_port);
        QTRY_COMPARE(other.error(), QAbstractSocket::ConnectionRefusedError);
        QVERIFY(m_server->ports().isEmpty());
    }

    void largeAnswersArriveWhole()
    {
        RawClient client(m_port);
        client.write(get("/large"));
        QTRY_VERIFY(client.hasAnswer());
        QCOMPARE(client.body().size(), 8 * 1024 * 1024);
    }

    void headGivesTheHeadersOnly()
    {
        RawClient client(m_port);
        client.write(get("/ranges", "Range: bytes=2-4\r\n").replace("GET", "HEAD")
                     + get("/", "Connection: close\r\n"));
        QTRY_VERIFY(client.isOver);
        QCOMPARE(client.status(), 200);
        QVERIFY(client.head().contains("Content-Length: 10"));
        QVERIFY(client.head().contains("Accept-Ranges: bytes"));
        QVERIFY(client.body().startsWith("HTTP/1.1 200")); // the next answer, at once
    }

    void rangesAreCutFromTheBody_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentRange");
        const auto row = [](const char* name, const QByteArray& range, int status,
                            const QByteArray& body, const QByteArray& contentRange) {
            QTest::newRow(name) << range << status << body << contentRange;
        };
        row("from the start", "bytes=0-", 206, digits, "bytes 0-9/10");
        row("a part", "bytes=2-4", 206, "234", "bytes 2-4/10");
        row("one byte", "bytes=9-9", 206, "9", "bytes 9-9/10");
        row("open end", "bytes=7-", 206, "789", "bytes 7-9/10");
        row("end beyond", "bytes=7-99", 206, "789", "bytes 7-9/10");
        row("end beyond all numbers", "bytes=7-99999999999999999999", 206, "789", "bytes 7-9/10");
        row("suffix", "bytes=-3", 206, "789", "bytes 7-9/10");
        row("suffix longer than all", "bytes=-30", 206, digits, "bytes 0-9/10");
        row("unit in capitals", "Bytes=2-4", 206, "234", "bytes 2-4/10");
        row("begins behind the end", "bytes=10-", 416, "", "bytes */10");
        row("begins beyond all numbers", "bytes=99999999999999999999-", 416, "", "bytes */10");
        row("empty suffix", "bytes=-0", 416, "", "bytes */10");
        row("backwards", "bytes=4-2", 200, digits, "");
        row("nothing", "bytes=-", 200, digits, "");
        row("no dash", "bytes=4", 200, digits, "");
        row("several", "bytes=0-1,4-5", 200, digits, "");
        row("another unit", "seconds=1-2", 200, digits, "");
        row("negative", "bytes=--3", 200, digits, "");
        row("letters", "bytes=a-b", 200, digits, "");
        row("hexadecimal", "bytes=0x2-4", 200, digits, "");
        row("empty", "", 200, digits, "");
    }
    void rangesAreCutFromTheBody()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentRange);
        RawClient client(m_port);
        client.write(get("/ranges", "Range: " + range + "\r\n"));
        QTRY_VERIFY(client.hasAnswer());
        QCOMPARE(client.status(), status);
        QCOMPARE(client.body(), body);
        QCOMPARE(client.head().contains("Content-Range: "), !contentRange.isEmpty());
        QVERIFY(client.head().contains(contentRange));
        QVERIFY(client.head().contains(
            QByteArray("Content-Length: " + QByteArray::number(body.size()))));
    }

    void rangesOfWhatHasNoneAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("not offered") << QByteArray("/") << QByteArray();
        QTest::newRow("of a version that is not ours")
            << QByteArray("/ranges") << QByteArray("If-Range: \"abc\"\r\n");
    }
    void rangesOfWhatHasNoneAreIgnored()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, header);
        RawClient client(m_port);
        client.write(get(path, "Range: bytes=2-4\r\n" + header));
        QTRY_VERIFY(client.hasAnswer());
        QCOMPARE(client.status(), 200);
        QCOMPARE(client.body(), digits);
    }

    void anEmptyBodyHasNoRange()
    {
        QCOMPARE(planRange("bytes=0-", 0).kind, ByteRange::Kind::Unsatisfiable);
        QCOMPARE(planRange("bytes=-5", 0).kind, ByteRange::Kind::Unsatisfiable);
    }
};

QTEST_GUILESS_MAIN(PageServerTest)
#include "tst_pageserver.moc"
